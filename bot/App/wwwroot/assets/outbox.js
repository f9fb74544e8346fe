// What could not go out while there was no network: kept on this device, in order, until it has gone. Everything in it carries an id of its own,
// so that what arrived without our hearing of it is not taken twice.
import { place } from './page.js';
import { say } from './words.js';

const store = 'waiting';
const every = 15_000;

const opened = new Promise((done, failed) => {
  const request = indexedDB.open('onevisit-outbox', 1);
  request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: 'id' });
  request.onsuccess = () => done(request.result);
  request.onerror = () => failed(request.error);
});

const asked = request => new Promise((done, failed) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => failed(request.error);
});

const all = async mode => (await opened).transaction(store, mode).objectStore(store);

export class Outbox {
  #senders = {};
  #busy = false;
  #last = 0;
  #told;

  constructor() {
    addEventListener('online', () => this.flush());
    setInterval(() => navigator.onLine && this.flush(), every);
    this.#show();
  }

  /** @param send takes what waits; true: gone, false: later, text: refused for that reason */
  handle(kind, send) {
    this.#senders[kind] = send;
    this.flush();
  }

  /** Keeps something until it can go, under an id that it has for good. */
  async keep(kind, what) {
    this.#last = Math.max(Date.now(), this.#last + 1);
    const waiting = { ...what, kind, at: this.#last, id: crypto.randomUUID() };
    await asked((await all('readwrite')).put(waiting));
    await this.#show();
    if (navigator.onLine) await this.flush();
  }

  /** Sends what waits, one after the other; what cannot go now waits on. */
  async flush() {
    if (this.#busy) return;
    this.#busy = true;
    try {
      for (const waiting of await this.#list()) {
        const send = this.#senders[waiting.kind];
        if (!send) continue;
        const gone = await send(waiting).catch(() => false);
        if (gone === false) break;
        await asked((await all('readwrite')).delete(waiting.id));
        if (typeof gone === 'string') this.#told = gone;
        await this.#show(true);
      }
    } finally {
      this.#busy = false;
    }
  }

  /** On a device that several use, nobody leaves anything behind. */
  async clear() {
    await asked((await all('readwrite')).clear());
    await this.#show();
  }

  async #list() {
    return (await asked((await all('readonly')).getAll())).sort((one, other) => one.at - other.at);
  }

  async #show(sent = false) {
    const { length } = await this.#list();
    const strip = place('waiting');
    const words = length > 0 ? say('outboxWaiting', length) : this.#told ?? (sent ? say('outboxSent') : '');
    strip.textContent = words;
    strip.hidden = words === '';
    if (length > 0 || words === '') return;
    this.#told = undefined;
    setTimeout(() => { if (strip.textContent === words) strip.hidden = true; }, 6000);
  }
}
