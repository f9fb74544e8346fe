// A form as text: the parts of the paper in their order. Everything is text; nothing in it is read as markup.
import { say } from './words.js';

function element(name, ...children) {
  const made = document.createElement(name);
  made.append(...children.filter(child => child !== undefined));
  return made;
}

function explained(text) {
  const made = element('small', text);
  made.lang = 'en';
  return made;
}

/** Words with what explains them beneath; an empty place says so. */
function wording(name, { words, explained: more }) {
  if (words === '') {
    const blank = element('span', say('signBlank'));
    blank.className = 'quiet';
    blank.lang = document.documentElement.lang;
    return element(name, blank);
  }
  return element(name, words, more === undefined ? undefined : explained(more));
}

const kinds = {
  heading: ({ rows }) => rows.map(([words]) => wording('h3', words)),
  paragraph: ({ rows }) => rows.map(([words]) => wording('p', words)),
  note: ({ rows }) => rows.map(([words]) => Object.assign(wording('p', words), { className: 'quiet' })),
  points: ({ rows }) => [element('ol', ...rows.map(([words]) => wording('li', words)))],
  fields: ({ rows }) => [element('dl', ...rows.flatMap(([label, value]) => [wording('dt', label), wording('dd', value)]))],
  checks: ({ rows, ticked }) => [Object.assign(element('ul', ...rows.map(([words], index) => {
    const line = wording('li', words);
    const sign = element('span', ticked[index] ? '☑ ' : '☐ ');
    sign.setAttribute('role', 'img');
    sign.setAttribute('aria-label', say(ticked[index] ? 'signTicked' : 'signUnticked'));
    line.prepend(sign);
    return line;
  })), { className: 'checks' })],
  table: ({ rows: [head, ...rows] }) => [element('table',
    element('thead', element('tr', ...head.map(cell => cell.words === '' ? element('td') : Object.assign(wording('th', cell), { scope: 'col' })))),
    element('tbody', ...rows.map(row => element('tr', ...row.map(cell => wording('td', cell))))))],
};

export function show(form, into) {
  into.replaceChildren(wording('h2', form.title), ...form.parts.flatMap(part => kinds[part.kind](part)), ...form.foot.map(line => Object.assign(element('p', line), { className: 'quiet foot' })));
}
