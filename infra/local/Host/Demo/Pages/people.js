// Being anybody of the directory: looked up by name, place or post.
import { element, language, word, wordOr } from './words.js';

let asked = 0;

function row(person) {
  const button = Object.assign(document.createElement('button'), { type: 'button' });
  button.dataset.staff = person.staffId;
  button.append(person.name, Object.assign(document.createElement('span'), {
    textContent: `${wordOr(`role-${person.role}`, person.role)} · ${language === 'en' ? person.officeName.en : person.officeName.zh}`,
  }));
  button.addEventListener('click', () => become(person));
  const item = document.createElement('li');
  item.append(button);
  return item;
}

async function find() {
  const [sought, mine] = [element('sought').value.trim(), ++asked];
  if (!sought) return show([], '');
  try {
    const { people, more } = await (await fetch(`/demo/people?q=${encodeURIComponent(sought)}`)).json();
    if (mine === asked) show(people, people.length === 0 ? word('people-none') : more > 0 ? word('people-more', { shown: people.length, more }) : word('people-found', { shown: people.length }));
  } catch {
    show([], word('offline'));
  }
}

function show(people, words) {
  element('found').textContent = words;
  element('found-people').replaceChildren(...people.map(row));
}

async function become(person) {
  const answer = await fetch('/demo/sign-in', {
    method: 'POST', headers: { 'Content-Type': 'application/json', 'X-OneVisit-Page': '1' }, body: JSON.stringify({ staffId: person.staffId }),
  }).catch(() => null);
  if (answer?.ok) location.assign(`/staff?lang=${language}`);
  else element('found').textContent = word('offline');
}

element('search').addEventListener('submit', event => {
  event.preventDefault();
  find();
});
// In the other language the same people are called otherwise.
element('language').addEventListener('click', () => setTimeout(find));
