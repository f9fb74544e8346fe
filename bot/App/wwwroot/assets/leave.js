// Leaving on a device that others use, too: the conversation ends, and this browser keeps nothing of it.
import { ours, place } from './page.js';
import { say } from './words.js';

const mark = 'left';

/** Somebody has just left: the page says so, and begins anew only when that is wanted. */
export function leftJustNow() {
  const here = new URL(location.href);
  if (!here.searchParams.has(mark)) return false;
  here.searchParams.delete(mark);
  place('stateText').textContent = say('left');
  place('leave').hidden = true;
  place('again').textContent = say('leftAgain');
  place('again').hidden = false;
  place('again').addEventListener('click', () => location.replace(here));
  return true;
}

export async function leave(outbox) {
  await outbox.clear().catch(() => {});
  localStorage.clear();
  sessionStorage.clear();
  const ended = await fetch('/session/end', { method: 'POST', headers: ours, credentials: 'same-origin' }).then(answer => answer.ok, () => false);
  if (!ended) {
    place('network').textContent = say('leaveFailed');
    place('network').hidden = false;
    return;
  }
  const there = new URL(location.href);
  there.searchParams.set(mark, '1');
  // Not to be come back to.
  location.replace(there);
}
