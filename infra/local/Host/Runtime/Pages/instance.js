import { element, speak, word } from '/demo/words.js';
import { act, duration, moment, node, read, say, state, sure } from './page.js';
import { gantt, length, title } from './gantt.js';

const id = new URLSearchParams(location.search).get('id') ?? '';
const address = `/runtime/instances/${encodeURIComponent(id)}`;
const orders = { Running: ['suspend', 'terminate'], Pending: ['suspend', 'terminate'], Suspended: ['resume', 'terminate'], Failed: ['rewind', 'purge'] };
let shown = null;

async function draw() {
  element('name').textContent = id || word('instance');
  document.title = `${id} · ${word('title')}`;
  shown = await read(address);
  if (shown === undefined) return;
  element('instance').hidden = !shown;
  if (!shown) return say(word('no-instance'));
  drawFacts(shown.instance);
  drawOrders(shown.instance.status);
  drawCourse();
  drawData();
}

function drawFacts(instance) {
  const facts = [
    ['state', state(instance.status)], ['orchestrator', instance.name], ['created', moment(instance.created)], ['last-updated', moment(instance.updated)],
    ['age', duration(new Date(shown.finished ? instance.updated : shown.now) - new Date(instance.created))], ['failure', shown.failure],
  ];
  element('facts').replaceChildren(...facts.filter(([, fact]) => fact).flatMap(([name, fact]) => [node('dt', { textContent: word(name) }), node('dd', {}, fact)]));
}

function drawOrders(status) {
  element('orders').replaceChildren(...(orders[status] ?? ['purge']).map(order => {
    const danger = order === 'terminate' || order === 'purge';
    return node('button', {
      type: 'button', className: danger ? 'danger' : 'plain', textContent: word(order),
      onclick: async () => {
        if (danger && !await sure(word(`sure-${order}`), word(order))) return;
        await act(`${address}/${order}`, `${order}-done`);
        const said = element('status').textContent;
        await draw();
        say(said);
      },
    });
  }));
}

function drawCourse() {
  const { bars, more, now } = shown;
  drawPicture();
  element('left').hidden = !more;
  element('left').textContent = word('more-steps', { count: more });
  element('steps').replaceChildren(...bars.map(bar => node('tr', {},
    node('td', {}, ...folding(title(bar)), bar.detail ? node('details', {}, node('summary', { textContent: word(bar.state === 'failed' ? 'why' : 'what') }), node('pre', { textContent: bar.detail })) : null),
    node('td', { textContent: moment(bar.from, 'step') }),
    node('td', { textContent: [length(bar, now), bar.to === null && bar.due && word('due', { when: moment(bar.due, 'day') })].filter(Boolean).join(' ') || '–' }),
    node('td', {}, state(bar.state, 'state')))));
  element('no-steps').hidden = bars.length > 0;
}

// A name of code may break where a word of it begins.
const folding = name => name.split(/(?<=[a-z])(?=[A-Z])/).flatMap((part, number) => number ? [node('wbr'), part] : [part]);

function drawPicture() {
  if (shown?.bars.length) element('gantt').replaceChildren(gantt(shown.bars, shown.now, element('gantt').clientWidth));
  else element('gantt').replaceChildren();
}

function drawData() {
  const parts = [['input', shown.input], ['custom-status', shown.customStatus], ['output', shown.output]].filter(([, text]) => text !== null);
  element('data').replaceChildren(...parts.length
    ? parts.flatMap(([name, text]) => [node('h3', { textContent: word(name) }), node('pre', { textContent: text })])
    : [node('p', { className: 'quiet', textContent: word('no-data') })]);
}

element('refresh').addEventListener('click', async () => { say(''); await draw(); if (shown) say(word('refreshed')); });
addEventListener('resize', drawPicture);
await speak('/runtime/files', draw);
