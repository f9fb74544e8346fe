import { Chat } from './chat.js';
import { textSize } from './text-size.js';

const chat = new Chat('/session');
textSize(() => chat.show());
await chat.start();
