// A chat with the bot through Web Chat: opens a session, keeps it alive, says how it stands.
import { ours, place } from './page.js';
import { language, say } from './words.js';
import { look, cardLook } from './look.js';

const dark = matchMedia('(prefers-color-scheme: dark)');
const wait = seconds => new Promise(go => setTimeout(go, seconds * 1000));

// The bot is told whenever the page opens in another language than last time, and goes on in that one.
const spoken = 'onevisit-chat-language';
const otherLanguage = () => (localStorage.getItem(spoken) ?? language) !== language;

const connection = { online: 2, expired: 3, failed: 4, ended: 5 };

export class Chat {
  #session;
  #hint;
  #line;
  #store;
  #open = false;
  #outbox;
  #left;
  #anew;
  #online = false;
  #sent = new Map();
  #connected = false;
  #later = [];
  #tries = 0;
  #keeper;

  /**
   * @param hint name of the words in the empty line to write in
   * @param outbox where words wait while there is no network
   * @param left what is done when somebody said in the chat that they leave; told 'lost' where something sent was not taken
   * @param anew whether the chat is opened anew as soon as nobody is heard in its conversation any more
   */
  constructor(session, hint, outbox, left = () => {}, anew = false) {
    this.#outbox = outbox;
    this.#left = left;
    this.#anew = anew;
    this.#session = session;
    this.#hint = hint;
    this.#network();
    dark.addEventListener('change', () => this.show());
    place('again').addEventListener('click', () => this.start());
  }

  /** Opens the chat; when that fails says so and goes on trying. */
  async start() {
    if (!window.WebChat) return this.#state('clientMissing', false);
    this.#state('opening', false);
    try {
      await this.#connect(await this.#post());
      this.#tries = 0;
    } catch (trouble) {
      this.#state(trouble.wait ? 'tooManyShort' : 'openFailed', true);
      this.#tries += 1;
      await wait(Math.max(Math.min(3 * this.#tries, 30), trouble.wait ?? 0));
      if (!this.#open) await this.start();
    }
  }

  /** Draws Web Chat again, for example with other colours. */
  show() {
    if (!this.#line) return;
    const nonce = document.body.dataset.nonce;
    window.WebChat.renderWebChat({
      directLine: this.#line, store: this.#store, locale: language, nonce, styleOptions: look(), adaptiveCardsHostConfig: cardLook(),
      overrideLocalizedStrings: { TEXT_INPUT_PLACEHOLDER: say(this.#hint) }, sendTypingIndicator: false,
    }, place('chat'));
  }

  /** Tells the bot something that is not a message. */
  tell(name, value) {
    this.#whenConnected(() => this.#store.dispatch({ type: 'WEB_CHAT/SEND_EVENT', payload: { name, value } }));
  }

  /** Presses a button of the conversation's. */
  press(title, value) {
    this.#whenConnected(() => this.#store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE_BACK', payload: { displayText: title, text: title, value: { pick: value } } }));
  }

  focus() {
    place('chat').querySelector('[data-id="webchat-sendbox-input"]')?.focus();
  }

  async #post() {
    const answer = await fetch(this.#session, { method: 'POST', headers: ours, credentials: 'same-origin' });
    // Signed out meanwhile: the page asks again who one is.
    if (answer.status === 401) location.reload();
    if (!answer.ok) throw Object.assign(new Error(String(answer.status)), { wait: Number(answer.headers.get('Retry-After')) || 0 });
    return answer.json();
  }

  // Who presses before the line is open has pressed all the same.
  #whenConnected(act) {
    if (this.#connected) act();
    else this.#later.push(act);
  }

  async #connect(opened) {
    this.#connected = false;
    const domain = new URL(opened.domain, location.href).href;
    this.#line = window.WebChat.createDirectLine({
      token: opened.token, domain, ...(opened.returning && { conversationId: opened.conversationId, watermark: '0' }),
      conversationStartProperties: { locale: language },
    });
    this.#store = window.WebChat.createStore({}, ({ dispatch }) => next => action => {
      if (action.type === 'DIRECT_LINE/CONNECT_FULFILLED') {
        const name = !opened.returning ? 'webchat/join' : otherLanguage() ? 'onevisit/language' : null;
        if (name) dispatch({ type: 'WEB_CHAT/SEND_EVENT', payload: { name, value: { language } } });
        localStorage.setItem(spoken, language);
        this.#connected = true;
        setTimeout(() => this.#later.splice(0).forEach(act => act()));
      }
      if (action.type === 'DIRECT_LINE/INCOMING_ACTIVITY' && action.payload?.activity?.name === 'onevisit/left') this.#left(action.payload.activity.value);
      if (this.#waits(action)) return action;
      if (action.type === 'DIRECT_LINE/POST_ACTIVITY_FULFILLED') this.#sent.get(action.payload?.activity?.channelData?.outboxId)?.(true);
      return next(action);
    });
    this.#watch(this.#line);
    this.#keep(opened);
    this.#open = true;
    place('state').hidden = true;
    place('chat').hidden = false;
    this.show();
  }

  // Web Chat renews its own token; the bot keeps one too, with which the next page comes back into this conversation, and has to hear that this page is still open. Where another page
  // has begun a newer conversation meanwhile, this one goes over to it: what comes is told there.
  #keep({ conversationId, expiresIn }) {
    clearInterval(this.#keeper);
    this.#keeper = setInterval(async () => {
      const answer = await fetch(`${this.#session}/keep`, { method: 'POST', headers: ours, credentials: 'same-origin' }).catch(() => null);
      // Signed out meanwhile: the page asks again who one is.
      if (answer?.status === 401) return location.reload();
      const now = answer?.ok ? (await answer.json()).conversationId : null;
      if (now ? now !== conversationId : answer?.ok && this.#anew) await this.#again();
    }, expiresIn * 1000 / 2);
  }

  // A token that ran out while the device slept, or a line that was given up: open it again. While a token lives the conversation is the same, with all that was said; after that it is a
  // new one, in which the bot says where they were.
  #watch(line) {
    line.connectionStatus$.subscribe(async status => {
      if (line !== this.#line) return;
      this.#online = status === connection.online;
      if (this.#online) {
        this.#strip(null);
        this.#outbox.handle('words', waiting => this.#send(waiting));
      }
      if (status !== connection.expired && status !== connection.failed) return;
      this.#strip('offline');
      await wait(3);
      if (line === this.#line) await this.#again();
    });
  }

  // Words said while there is no network wait, instead of failing; files cannot be kept like that.
  #waits({ type, payload, meta }) {
    if (type !== 'DIRECT_LINE/POST_ACTIVITY' || (navigator.onLine && this.#online)) return false;
    const { activity } = payload;
    if (activity.type !== 'message' || activity.attachments?.length > 0 || activity.channelData?.outboxId) return false;
    this.#outbox.keep('words', { activity: JSON.parse(JSON.stringify(activity)), method: meta?.method ?? 'keyboard' });
    return true;
  }

  /** Goes out under its own id; without an echo within twenty seconds it waits on and goes again, and the bot answers it once. */
  #send({ id, activity, method }) {
    if (!this.#online || !navigator.onLine) return Promise.resolve(false);
    return new Promise(done => {
      const settle = gone => {
        this.#sent.delete(id);
        done(gone);
      };
      this.#sent.set(id, settle);
      setTimeout(() => settle(false), 20_000);
      this.#store.dispatch({ type: 'DIRECT_LINE/POST_ACTIVITY', meta: { method }, payload: { activity: { ...activity, channelData: { ...activity.channelData, outboxId: id } } } });
    });
  }

  async #again() {
    try {
      await this.#connect(await this.#post());
      this.#strip(null);
    } catch (trouble) {
      await wait(Math.max(5, trouble.wait ?? 0));
      await this.#again();
    }
  }

  #network() {
    addEventListener('offline', () => this.#strip('offline'));
    addEventListener('online', () => this.#strip('backOnline', 4));
  }

  #strip(key, seconds) {
    const strip = place('network');
    strip.textContent = key ? say(key) : '';
    strip.hidden = !key;
    if (seconds) setTimeout(() => strip.textContent === say(key) && this.#strip(null), seconds * 1000);
  }

  #state(key, canTry) {
    place('stateText').textContent = say(key);
    place('again').hidden = !canTry;
    place('state').hidden = false;
    place('chat').hidden = true;
  }
}
