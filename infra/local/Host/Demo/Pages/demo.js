import { element, language, speak, word, wordOr } from './words.js';

let clock;

// Days stand before their months in every English text of ours.
const dates = () => language === 'en' ? 'en-GB' : language;

function showClock() {
  if (!clock || !element('now')) return;
  const format = new Intl.DateTimeFormat(dates(), { timeZone: 'Asia/Shanghai', dateStyle: 'full', timeStyle: 'short' });
  element('now').textContent = format.format(new Date(clock.now));
  element('next').textContent = clock.nextDeadline ? word('next-deadline', { when: format.format(new Date(clock.nextDeadline)) }) : word('no-deadline');
  element('work').replaceChildren(...clock.work.map(row));
  element('no-work').hidden = clock.work.length > 0;
}

function row(task) {
  const day = new Intl.DateTimeFormat(dates(), { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' });
  const cells = [`${task.caseId} · ${wordOr(`kind${task.kind[0].toUpperCase()}${task.kind.slice(1)}`, task.kind)}`, `${wordOr(`role-${task.role}`, task.role)} · ${language === 'en' ? task.place.en : task.place.zh}`, `${day.format(new Date(task.dueOn))} ${wordOr(`due-${task.dueState}`, '')}`];
  const line = document.createElement('tr');
  line.append(...cells.map(text => Object.assign(document.createElement('td'), { textContent: text })));
  return line;
}

async function look() {
  if (!element('now')) return;
  clock = await (await fetch('/demo/clock/state')).json();
  showClock();
}

async function move(button) {
  const buttons = document.querySelectorAll('[data-to]');
  buttons.forEach(other => { other.disabled = true; });
  element('status').textContent = word('moving');
  try {
    const answer = await fetch('/demo/clock', { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-OneVisit-Page': '1' }, body: JSON.stringify({ to: button.dataset.to }) });
    clock = await answer.json();
    showClock();
    element('status').textContent = word(clock.moved ? 'moved' : 'not-moved');
  } catch {
    element('status').textContent = word('offline');
  } finally {
    buttons.forEach(other => { other.disabled = false; });
    button.focus();
  }
}

document.querySelectorAll('[data-to]').forEach(button => button.addEventListener('click', () => move(button)));
await speak('/demo', showClock);
await look();
if (element('now')) setInterval(look, 5000);
