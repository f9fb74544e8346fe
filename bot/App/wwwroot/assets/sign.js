// Reads a form aloud to the eye, takes the signature, hands it in.
import { ours, place } from './page.js';
import { dates, language, say } from './words.js';
import { textSize } from './text-size.js';
import { Pad } from './pad.js';
import { show } from './form-text.js';

const address = location.pathname.replace(/\/sign$/, '');
const pad = new Pad(place('pad'));
const when = instant => new Intl.DateTimeFormat(dates, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(new Date(instant));
let form;

const tell = text => { place('status').textContent = text; };

/** What the server says of a refusal, or our own words where it says nothing. */
async function reasonOf(answer) {
  if (answer.status === 410) return say('formExpiredText');
  try {
    const problem = await answer.json();
    return Object.values(problem.errors ?? {}).flat()[0] ?? problem.detail ?? say('signFailed');
  } catch {
    return say('signFailed');
  }
}

function offer(id, path) {
  place(id).href = `${address}${path}`;
  place(id).hidden = false;
}

async function read() {
  place('again').hidden = true;
  tell(say('signLoading'));
  try {
    const answer = await fetch(`${address}/text?lang=${language}`, { headers: ours });
    if (!answer.ok) return gone(answer.status === 410 ? say('formExpiredText') : say('signGone'), answer.status >= 500);
    form = await answer.json();
  } catch {
    return gone(say('offline'), true);
  }
  show(form, place('form'));
  place('for').hidden = form.signsFor === undefined;
  if (form.signsFor !== undefined) place('for').textContent = say('signFor', form.signsFor, form.signer);
  offer('print', '');
  const signed = form.signedAt !== undefined;
  place('instead').hidden = form.mayType === false;
  for (const id of ['lead', 'signing']) place(id).hidden = signed;
  tell(signed ? say('signDoneBefore', when(form.signedAt)) : '');
}

function gone(words, again) {
  tell(words);
  place('again').hidden = !again;
}

/** @returns what is handed in, or nothing when there is no signature yet */
function signature() {
  if (!pad.isEmpty) return { contentHash: form.contentHash, picture: pad.picture() };
  const typed = place('typed').value.trim();
  return typed !== '' && place('confirm').checked ? { contentHash: form.contentHash, typedName: typed } : undefined;
}

async function send(event) {
  event.preventDefault();
  const given = signature();
  if (given === undefined) return tell(say('signEmpty'));
  place('send').disabled = true;
  tell(say('signSending'));
  try {
    const answer = await fetch(`${address}/signature?lang=${language}`, { method: 'POST', headers: { ...ours, 'Content-Type': 'application/json' }, body: JSON.stringify(given) });
    if (answer.status === 409) await changed(answer);
    else if (!answer.ok) tell(await reasonOf(answer));
    else done(await answer.json());
  } catch {
    tell(say('signFailed'));
  } finally {
    place('send').disabled = false;
  }
}

/** Somebody changed what the form says since it was read: it is shown anew, with the reason. */
async function changed(answer) {
  const reason = await reasonOf(answer);
  pad.clear();
  await read();
  tell(reason);
}

function done(paper) {
  for (const id of ['lead', 'signing', 'print']) place(id).hidden = true;
  offer('copy', `/signed/${encodeURIComponent(paper.documentId)}`);
  tell(say('signDone'));
  place('status').tabIndex = -1;
  place('status').focus();
}

textSize();
place('pad').addEventListener('pointerdown', () => tell(''));
place('clear').addEventListener('click', () => pad.clear());
place('again').addEventListener('click', read);
place('signing').addEventListener('submit', send);
await read();
