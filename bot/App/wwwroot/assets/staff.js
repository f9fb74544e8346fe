import { Chat } from './chat.js';
import { ours, place } from './page.js';
import { textSize } from './text-size.js';
import { signIn } from './sign-in.js';
import { TaskList } from './tasks.js';

const show = what => { document.body.dataset.show = what; };

let chat;
textSize(() => chat?.show());

async function openDesk(me) {
  place('signIn').hidden = true;
  place('desk').hidden = false;
  place('signOut').hidden = false;
  place('who').textContent = me.name ? `${me.name} · ${me.officeName}` : '';
  chat = new Chat('/staff/session', 'staffHint');
  const tasks = new TaskList(task => {
    show('talk');
    chat.tell('open-task', { caseId: task.caseId, taskId: task.taskId });
    chat.focus();
  });
  tasks.start();
  await chat.start();
}

place('toChat').addEventListener('click', () => { show('talk'); chat.focus(); });
place('toTasks').addEventListener('click', () => { show('tasks'); place('tasksTitle').scrollIntoView(); });
place('signOut').addEventListener('click', async () => {
  await fetch('/staff/sign-out', { method: 'POST', headers: ours });
  location.reload();
});

const me = await fetch('/staff/me').then(answer => answer.ok ? answer.json() : answer.status === 401 ? null : {}, () => ({}));
if (me) await openDesk(me);
else await signIn(place('signIn'), () => location.reload());
