import { Chat } from './chat.js';
import { textSize } from './text-size.js';

const chat = new Chat('/session', 'chatHint');
textSize(() => chat.show());
await chat.start();
