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
textSize(() => chat?.show());

async function openDesk(me) {
  place('signIn').hidden = true;
  place('desk').hidden = false;
  place('signOut').hidden = false;
  place('who').textContent = me.name ? `${me.name} · ${me.officeName}` : '';
  for (const link of document.querySelectorAll('[data-may]')) link.hidden = !link.dataset.may.split(' ').some(act => me.may?.includes(act));
  chat = new Chat('/staff/session', 'staffHint', outbox);
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
  await outbox.clear();
  const left = await fetch('/staff/sign-out', { method: 'POST', headers: ours }).then(answer => answer.ok ? answer.json() : {}).catch(() => ({}));
  if (left.redirectUrl) location.assign(left.redirectUrl);
  else location.reload();
});

const me = await fetch('/staff/me').then(answer => answer.ok ? answer.json() : answer.status === 401 ? null : {}, () => ({}));
if (me) await openDesk(me);
else await signIn(place('signIn'), () => location.reload());
