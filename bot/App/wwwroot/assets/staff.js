import { Chat } from './chat.js';
import { ours, place } from './page.js';
import { say } from './words.js';
import { textSize } from './text-size.js';
import { signIn } from './sign-in.js';
import { TaskList } from './tasks.js';
import { Outbox } from './outbox.js';
import { ClientList } from './clients.js';

const show = what => { document.body.dataset.show = what; };

const outbox = new Outbox();
const agents = ['village-agent', 'township-agent', 'city-agent'];

let chat;
let leaving = false;
textSize(() => chat?.show());

async function openDesk(me) {
  place('signIn').hidden = true;
  place('desk').hidden = false;
  place('signOut').hidden = false;
  place('who').textContent = me.name ? `${me.name} · ${me.officeName}` : '';
  for (const link of document.querySelectorAll('[data-may]')) link.hidden = !link.dataset.may.split(' ').some(act => me.may?.includes(act));
  // Signed out, here or elsewhere: the page asks again who one is.
  chat = new Chat('/staff/session', 'staffHint', outbox, () => leaving || location.reload());
  const open = task => {
    show('talk');
    chat.tell('open-task', { caseId: task.caseId, taskId: task.taskId });
    chat.focus();
  };
  new TaskList(open).start();
  if (agents.includes(me.role)) new ClientList(outbox, open).start();
  await chat.start();
}

place('toChat').addEventListener('click', () => { show('talk'); chat.focus(); });
place('toTasks').addEventListener('click', () => { show('tasks'); place('tasksTitle').scrollIntoView(); });
place('applyFor').addEventListener('click', () => {
  show('talk');
  chat.press(say('applyFor'), 'cmd:apply-for');
});
place('signOut').addEventListener('click', async () => {
  leaving = true;
  await outbox.clear();
  const left = await fetch('/staff/sign-out', { method: 'POST', headers: ours }).then(answer => answer.ok ? answer.json() : answer.status === 401 ? {} : null).catch(() => null);
  if (!left) {
    leaving = false;
    place('network').textContent = say('signOutFailed');
    place('network').hidden = false;
    return;
  }
  if (left.redirectUrl) location.assign(left.redirectUrl);
  else location.reload();
});

const me = await fetch('/staff/me').then(answer => answer.ok ? answer.json() : answer.status === 401 ? null : {}, () => ({}));
if (me) await openDesk(me);
else await signIn(place('signIn'), () => location.reload());
