// An agent's clients: who, what is next, by when, and photos of their papers from the doorstep. Photos wait here while there is no network.
import { ours, place } from './page.js';
import { say, hasWords, day, language } from './words.js';

const every = 20_000;
const element = (name, text, className = '') => Object.assign(document.createElement(name), { textContent: text, className });

export class ClientList {
  #outbox;
  #open;
  #shown = '';

  /** @param open shows the task of a client */
  constructor(outbox, open) {
    this.#outbox = outbox;
    this.#open = open;
    outbox.handle('photo', waiting => this.#send(waiting));
  }

  start() {
    place('clientsBox').hidden = false;
    this.read();
    setInterval(() => document.hidden || this.read(), every);
    addEventListener('online', () => this.read());
  }

  async read() {
    try {
      const answer = await fetch('/staff/clients', { headers: { 'Accept-Language': language } });
      if (!answer.ok) throw new Error(String(answer.status));
      this.#show(await answer.json());
    } catch {
      // What is on the screen stays; photos can be taken all the same.
      if (this.#shown === '') place('clientsText').textContent = say('clientsFailed');
    }
  }

  #show(clients) {
    place('clientsText').hidden = clients.length > 0;
    place('clientsText').textContent = say('clientsEmpty');
    const now = JSON.stringify(clients);
    if (now === this.#shown) return;
    this.#shown = now;
    place('clients').replaceChildren(...clients.map(client => this.#item(client)));
  }

  #item(client) {
    const item = element('li', '', 'client');
    item.dataset.case = client.caseId;
    item.append(
      element('b', client.client),
      element('span', [client.village, client.service].join(' · '), 'line'),
      element('span', client.waitsForSignature ? say('clientUnsigned') : [...client.next.map(kind => this.#kind(kind)), say('due', day(client.dueOn))].join(' · '), `clock ${client.dueState}`));
    if (client.phone) {
      const call = element('a', client.contact ? `${say('clientCall')} ${client.contact.name} (${client.contact.relation})` : say('clientCall'), 'tool');
      call.href = `tel:${client.phone}`;
      item.append(call);
    }
    if (client.taskId) {
      const task = element('button', say('clientTask'), 'tool');
      task.type = 'button';
      task.addEventListener('click', () => this.#open(client));
      item.append(task);
    }
    if (client.missing.length > 0) item.append(this.#papers(client));
    return item;
  }

  #papers(client) {
    const papers = element('details', '');
    papers.append(element('summary', say('clientPapers', client.missing.length)));
    for (const paper of client.missing) {
      const label = element('label', say('clientPhoto', paper.name), 'photo');
      const input = Object.assign(document.createElement('input'), { type: 'file', accept: 'image/*,application/pdf' });
      input.setAttribute('capture', 'environment');
      input.dataset.material = paper.code;
      input.addEventListener('change', async () => {
        for (const file of input.files) await this.#outbox.keep('photo', { caseId: client.caseId, material: paper.code, name: file.name, blob: new Blob([await file.arrayBuffer()], { type: file.type }) });
        input.value = '';
      });
      label.append(input);
      papers.append(label);
    }
    return papers;
  }

  async #send({ caseId, material, name, blob }) {
    const answer = await fetch(`/staff/clients/${encodeURIComponent(caseId)}/papers/${encodeURIComponent(material)}`, {
      method: 'POST', headers: { ...ours, 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(name), 'Accept-Language': language }, body: blob,
    });
    if (answer.ok) {
      this.read();
      return true;
    }
    if (answer.status >= 500 || answer.status === 401 || answer.status === 429) return false;
    const problem = await answer.json().catch(() => ({}));
    return problem.detail ?? say('photoRefused');
  }

  #kind(kind) {
    const key = `kind${kind[0].toUpperCase()}${kind.slice(1)}`;
    return hasWords(key) ? say(key) : kind;
  }
}
