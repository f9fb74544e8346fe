'use strict';
(async () => {
  const languages = { 'zh-CN': 'en', en: 'zh-CN' };
  const asked = new URLSearchParams(location.search).get('lang');
  let language = languages[asked] ? asked : localStorage.getItem('onevisit-language') ?? 'zh-CN';
  if (!languages[language]) language = 'zh-CN';
  const element = id => document.getElementById(id);
  let words = {};
  let clock;

  async function speak() {
    words = await (await fetch(`/demo/words.${language}.json`)).json();
    document.documentElement.lang = language;
    for (const node of document.querySelectorAll('[data-word]')) node.textContent = words[node.dataset.word] ?? node.dataset.word;
    showClock();
  }

  function showClock() {
    if (!clock || !element('now')) return;
    const format = new Intl.DateTimeFormat(language, { timeZone: 'Asia/Shanghai', dateStyle: 'full', timeStyle: 'short' });
    element('now').textContent = format.format(new Date(clock.now));
    element('next').textContent = clock.nextDeadline ? words['next-deadline'].replace('{when}', format.format(new Date(clock.nextDeadline))) : words['no-deadline'];
    element('work').replaceChildren(...clock.work.map(row));
    element('no-work').hidden = clock.work.length > 0;
  }

  function row(task) {
    const cells = [`${task.caseId} · ${words[`stage-${task.kind}`] ?? task.kind}`, `${words[`role-${task.role}`] ?? task.role} · ${task.place}`, `${task.dueOn} ${words[`due-${task.dueState}`] ?? ''}`];
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
    element('status').textContent = words.moving;
    try {
      const answer = await fetch('/demo/clock', { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-OneVisit-Page': '1' }, body: JSON.stringify({ to: button.dataset.to }) });
      clock = await answer.json();
      showClock();
      element('status').textContent = clock.moved ? words.moved : words['not-moved'];
    } catch {
      element('status').textContent = words.offline;
    } finally {
      buttons.forEach(other => { other.disabled = false; });
      button.focus();
    }
  }

  element('language').addEventListener('click', () => {
    language = languages[language];
    localStorage.setItem('onevisit-language', language);
    speak();
  });
  document.querySelectorAll('[data-to]').forEach(button => button.addEventListener('click', () => move(button)));
  await speak();
  await look();
  if (element('now')) setInterval(look, 5000);
})();
