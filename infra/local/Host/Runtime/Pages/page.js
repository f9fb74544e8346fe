// What both pages share: the server, dates, questions.
import { element, language, word } from '/demo/words.js';

/** A node with properties and children; text stays text. */
export function node(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
}

export const say = text => { element('status').textContent = text; };

/** JSON from the server; null when it has none; undefined, and a word to the reader, when it does not answer. */
export async function read(address) {
  try {
    const answer = await fetch(address);
    return answer.ok ? await answer.json() : null;
  } catch {
    say(word('offline'));
    return undefined;
  }
}

/** Does something; says how it went. */
export async function act(address, done) {
  say(word('working'));
  try {
    const answer = await fetch(address, { method: 'POST', headers: { 'X-OneVisit-Page': '1' } });
    say(answer.ok ? word(done) : word(answer.status === 404 || answer.status === 410 ? 'gone' : answer.status === 409 ? 'not-now' : 'trouble'));
  } catch {
    say(word('offline'));
  }
}

/** Asks before what cannot be taken back. */
export function sure(question, yes) {
  return new Promise(answer => {
    const close = result => { dialog.close(); dialog.remove(); answer(result); };
    const dialog = node('dialog', {}, node('p', { id: 'question', textContent: question }), node('div', { className: 'actions' },
      node('button', { type: 'button', className: 'danger', textContent: yes, onclick: () => close(true) }),
      node('button', { type: 'button', className: 'plain', textContent: word('no'), onclick: () => close(false) })));
    dialog.setAttribute('aria-labelledby', 'question');
    dialog.addEventListener('cancel', event => { event.preventDefault(); close(false); });
    document.body.append(dialog);
    dialog.showModal();
    dialog.querySelector('.plain').focus();
  });
}

export const state = (code, of = 'status') => node('span', { className: `state ${code}`, textContent: word(`${of}-${code}`) });

const formats = {};
function format(style) {
  const english = language === 'en';
  return formats[language + style] ??= new Intl.DateTimeFormat(english ? 'en-GB' : language, {
    timeZone: 'Asia/Shanghai', hourCycle: 'h23', minute: '2-digit', hour: '2-digit',
    ...style !== 'hour' && { month: english ? 'short' : '2-digit', day: '2-digit' }, ...style === 'full' && { year: 'numeric' }, ...style !== 'day' && { second: '2-digit' },
  });
}

export const moment = (when, style = 'full') => format(style).format(new Date(when));

const units = [[86400000, 'day'], [3600000, 'hour'], [60000, 'minute'], [1000, 'second'], [1, 'millisecond']];
export function duration(milliseconds) {
  const [size, unit] = units.find(([size]) => milliseconds >= size) ?? units.at(-1);
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: unit === 'millisecond' ? 0 : 1 })
    .format(milliseconds / size);
}
