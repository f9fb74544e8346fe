import { element, speak, word, wordOr } from '/demo/words.js';
import { act, duration, moment, node, read, say, state, sure } from './page.js';

const statuses = ['Running', 'Pending', 'Suspended', 'Completed', 'Failed', 'Terminated'];
const few = 5;
const wanted = { status: '' };
let shown = [];
let next = null;

async function draw() {
  const look = await read(`/runtime/state?still=${element('still').value}`);
  if (!look) return look === null && say(word('trouble'));
  element('now').textContent = word('now', { when: moment(look.now) });
  drawCounts(look.counts);
  element('backlog').textContent = word('backlog', look.backlog);
  drawStuck(look.stuck);
  drawNotices(look.notices);
  drawStatuses();
  await find();
}

function drawCounts(counts) {
  element('counts').replaceChildren(...statuses.map(status => {
    const button = node('button', { type: 'button', className: counts[status] ? status : '', onclick: () => { wanted.status = wanted.status === status ? '' : status; pressed(); find(); } },
      node('b', { textContent: (counts[status] ?? 0).toLocaleString() }), node('span', { textContent: word(`status-${status}`) }));
    button.dataset.status = status;
    return node('li', {}, button);
  }));
  pressed();
}

function pressed() {
  for (const button of element('counts').querySelectorAll('button')) button.setAttribute('aria-pressed', String(button.dataset.status === wanted.status));
  element('filter-status').value = wanted.status;
}

function drawStatuses() {
  element('filter-status').replaceChildren(new Option(word('any-status'), ''), ...statuses.map(status => new Option(word(`status-${status}`), status)));
  element('filter-status').value = wanted.status;
}

// A bad night leaves many; the first few say which, the others are a press away.
function drawStuck(instances) {
  const rows = instances.map(stuck);
  fill('stuck', rows.slice(0, few), 'no-stuck');
  element('all-stuck').hidden = rows.length <= few;
  element('all-stuck').textContent = word('all-stuck', { count: rows.length });
  element('all-stuck').onclick = () => {
    fill('stuck', rows, 'no-stuck');
    element('all-stuck').hidden = true;
    rows[few].querySelector('a').focus();
  };
}

function drawNotices(notices) {
  element('notices').textContent = !notices ? word('no-store')
    : word(notices.oldestSeconds === null ? 'waiting' : 'waiting-since', { count: notices.waiting, age: duration((notices.oldestSeconds ?? 0) * 1000) });
  fill('aside', notices?.aside.map(putAside) ?? [], notices ? 'no-aside' : 'no-store');
  const hidden = (notices?.putAside ?? 0) - (notices?.aside.length ?? 0);
  if (hidden > 0) element('aside').append(node('li', { className: 'none', textContent: word('aside-more', { count: hidden }) }));
}

function putAside(notice) {
  const about = notice.noticeId ? [wordOr(`kind-${notice.kind}`, notice.kind), notice.caseId].join(' · ') : word('unreadable');
  const step = (order, danger) => node('button', {
    type: 'button', className: danger ? 'danger' : 'plain', textContent: word(order),
    onclick: async () => {
      if (danger && !await sure(word('sure-drop'), word('drop'))) return;
      await act(`/runtime/notices/${encodeURIComponent(notice.messageId)}/${order}`, `${order}-done`);
      await draw();
    },
  });
  return node('li', { className: 'acts' },
    node('span', { className: 'main', textContent: about }),
    node('span', { className: 'about', textContent: [notice.noticeId, word('tries', { count: notice.tries }), notice.since && word('aside-since', { when: moment(notice.since) })].filter(Boolean).join(' · ') }),
    node('span', { className: 'tail' }, notice.noticeId ? step('retry', false) : null, step('drop', true)));
}

const link = id => node('a', { href: `/runtime/instance?id=${encodeURIComponent(id)}`, textContent: id });

function stuck(instance) {
  const why = instance.activity ? word('failing', { activity: instance.activity, count: instance.failures }) : word('unmoved');
  return row(instance, `${why} · ${word('updated', { when: moment(instance.updated) })}`);
}

function row(instance, about) {
  return node('li', {}, node('span', { className: 'main' }, link(instance.id)), node('span', { className: 'about', textContent: `${instance.name} · ${about}` }),
    node('span', { className: 'tail' }, state(instance.status)));
}

const line = instance => row(instance, word('created-updated', { created: moment(instance.created, 'day'), updated: moment(instance.updated, 'day') }));

async function find(after) {
  const query = new URLSearchParams(Object.entries({ status: wanted.status, prefix: element('filter-prefix').value, olderThan: element('filter-age').value, after }).filter(([, value]) => value));
  const page = await read(`/runtime/instances?${query}`);
  if (!page) return;
  shown = after ? [...shown, ...page.items] : page.items;
  next = page.next;
  fill('instances', shown.map(line), 'no-instances');
  element('found').textContent = shown.length ? word(next ? 'shown-more' : 'shown-all', { count: shown.length }) : '';
  element('more').hidden = !next;
}

function fill(id, rows, none) {
  element(id).replaceChildren(...rows.length ? rows : [node('li', { className: 'none', textContent: word(none) })]);
}

element('refresh').addEventListener('click', async () => { say(''); await draw(); say(word('refreshed')); });
element('still').addEventListener('change', draw);
element('more').addEventListener('click', () => find(next));
element('filters').addEventListener('submit', event => {
  event.preventDefault();
  wanted.status = element('filter-status').value;
  pressed();
  find();
});
await speak('/runtime/files', draw);
