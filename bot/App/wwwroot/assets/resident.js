import { Outbox } from './outbox.js';
import { Chat } from './chat.js';
import { textSize } from './text-size.js';

const chat = new Chat('/session', 'chatHint', new Outbox());
textSize(() => chat.show());
await chat.start();
