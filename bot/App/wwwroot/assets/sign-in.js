// Choosing who one is, where the installation offers that.
import { ours, place } from './page.js';
import { say, hasWords, language } from './words.js';

const text = place('signInText');
const people = place('people');

export async function signIn(section, done) {
  section.hidden = false;
  try {
    const options = await (await fetch('/staff/sign-in-options')).json();
    if (options.redirectUrl) offerRedirect(options.redirectUrl);
    else if (options.listUrl && options.postUrl) await offerPeople(options, done);
    else text.textContent = say('signInNone');
  } catch {
    text.textContent = say('signInFailed');
  }
}

function offerRedirect(url) {
  text.textContent = '';
  const link = Object.assign(document.createElement('a'), { href: url, className: 'action', textContent: say('signInElsewhere') });
  text.append(link);
}

const roleOf = ({ role = '' }) => hasWords(`role-${role}`) ? say(`role-${role}`) : role;

const officeOf = ({ office, officeName }) => (typeof officeName === 'object' ? officeName?.[language === 'en' ? 'en' : 'zh'] : officeName) ?? office;

async function offerPeople({ listUrl, postUrl, moreUrl }, done) {
  const list = await (await fetch(listUrl, { headers: { 'Accept-Language': language } })).json();
  text.textContent = say('signInLine');
  people.replaceChildren(...list.map(person => {
    const button = Object.assign(document.createElement('button'), { type: 'button' });
    button.dataset.staff = person.staffId;
    button.append(Object.assign(document.createElement('b'), { textContent: person.name }),
      Object.assign(document.createElement('span'), { textContent: [roleOf(person), officeOf(person)].filter(Boolean).join(' · ') }));
    button.addEventListener('click', () => choose(postUrl, person.staffId, done));
    const item = document.createElement('li');
    item.append(button);
    return item;
  }));
  if (moreUrl) {
    const item = document.createElement('li');
    item.append(Object.assign(document.createElement('a'), { href: moreUrl, textContent: say('signInMore') }));
    people.append(item);
  }
  people.querySelector('button')?.focus();
}

async function choose(postUrl, staffId, done) {
  const answer = await fetch(postUrl, {
    method: 'POST', headers: { 'Content-Type': 'application/json', ...ours }, body: JSON.stringify({ staffId }),
  }).catch(() => null);
  if (answer?.ok) done();
  else text.textContent = say('signInFailed');
}
