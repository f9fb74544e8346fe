// The tasks of the person signed in, by due date, read again every twenty seconds while the page is looked at.
import { place } from './page.js';
import { say, hasWords, day, language } from './words.js';

const every = 20_000;
const pageSize = 20; // a page has at least so many, unless it is the last

export class TaskList {
  #open;
  #shown = '';
  #pages = 1;

  constructor(open) {
    this.#open = open;
    place('refresh').addEventListener('click', () => this.read());
    place('moreTasks').addEventListener('click', () => { this.#pages++; this.read(); });
    document.addEventListener('visibilitychange', () => document.hidden || this.read());
  }

  start() {
    this.read();
    setInterval(() => document.hidden || this.read(), every);
  }

  async read() {
    try {
      const tasks = [];
      let more = true;
      for (let page = 0; more && page < this.#pages; page++) {
        const last = tasks.at(-1);
        const behind = last === undefined ? '' : `?after=${encodeURIComponent(`${last.dueOn}/${last.caseId}/${last.taskId}`)}`;
        const answer = await fetch(`/staff/tasks${behind}`, { headers: { 'Accept-Language': language } });
        if (answer.status === 401) return location.reload();
        if (!answer.ok) throw new Error(String(answer.status));
        const next = await answer.json();
        tasks.push(...next);
        more = next.length >= pageSize;
      }
      this.#show(tasks);
      place('moreTasks').hidden = !more;
    } catch {
      place('tasksText').textContent = say('tasksFailed');
      place('tasksText').hidden = false;
    }
  }

  #show(tasks) {
    place('tasksText').hidden = tasks.length > 0;
    place('tasksText').textContent = say('tasksEmpty');
    const now = JSON.stringify(tasks);
    if (now === this.#shown) return;
    this.#shown = now;
    place('tasks').replaceChildren(...tasks.map(task => this.#item(task)));
  }

  #item(task) {
    const kind = `kind${task.kind[0].toUpperCase()}${task.kind.slice(1)}`;
    const state = `due${task.dueState[0].toUpperCase()}${task.dueState.slice(1)}`;
    const line = (name, text, className) => Object.assign(document.createElement(name), { textContent: text, className });
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'task' });
    button.dataset.task = `${task.caseId}/${task.taskId}`;
    button.append(
      line('b', `${hasWords(kind) ? say(kind) : task.kind} · ${task.applicant}`, ''),
      line('span', [task.village, task.members && say('members', task.members), task.caseId].filter(Boolean).join(' · '), 'line'),
      line('span', `${say('due', day(task.dueOn))} · ${hasWords(state) ? say(state) : task.dueState}`, `clock ${task.dueState}`));
    button.addEventListener('click', () => this.#open(task));
    const item = document.createElement('li');
    item.append(button);
    return item;
  }
}
