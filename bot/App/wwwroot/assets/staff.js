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

// What was sent and not taken is said after the page has opened anew.
const lost = 'onevisit-desk-lost';

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
  chat = new Chat('/staff/session', 'staffHint', outbox, openAnew, true);
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
function tell(key) {
  place('left').textContent = say(key);
  place('left').hidden = false;
}

function openAnew(what) {
  if (leaving) return;
  if (what === 'lost') sessionStorage.setItem(lost, '1');
  location.reload();
}

place('signOut').addEventListener('click', async () => {
  leaving = true;
  const answer = await fetch('/staff/sign-out', { method: 'POST', headers: ours }).catch(() => null);
  if (!answer?.ok && answer?.status !== 401) {
    leaving = false;
    tell('signOutFailed');
    return;
  }
  // Only now: who could not leave still has what waits to be sent.
  await outbox.clear().catch(() => {});
  // Whose session had ended before has still to be signed out where it was begun.
  const to = answer.ok ? (await answer.json()).redirectUrl : await fetch('/staff/sign-in-options').then(known => known.json()).then(known => known.redirectUrl && '/staff/leave').catch(() => null);
  if (to) location.assign(to);
  else location.reload();
});

if (sessionStorage.getItem(lost)) {
  sessionStorage.removeItem(lost);
  tell('deskReopened');
}

const me = await fetch('/staff/me').then(answer => answer.ok ? answer.json() : answer.status === 401 ? null : {}, () => ({}));
if (me) await openDesk(me);
else await signIn(place('signIn'), () => location.reload());
