import { Outbox } from './outbox.js';
import { Chat } from './chat.js';
import { leave, leftJustNow } from './leave.js';
import { say } from './words.js';
import { place } from './page.js';
import { textSize } from './text-size.js';

if (leftJustNow()) {
  textSize(() => {});
} else {
  const outbox = new Outbox();
  const chat = new Chat('/session', 'chatHint', outbox, () => leave(outbox));
  place('leave').addEventListener('click', () => confirm(say('leaveAsk')) && leave(outbox));
  textSize(() => chat.show());
  await chat.start();
}
