// A page with DirectLineJS, in Node: jsdom lends it XMLHttpRequest, WebSocket and FormData with the browser's rules of origin.
const { JSDOM, VirtualConsole } = require('jsdom');
const { obey, tell } = require('./lines.cjs');

// What the browser forbids is told by it on its console only.
const virtualConsole = new VirtualConsole().on('jsdomError', ({ message }) => tell({ forbidden: message }));
const { window } = new JSDOM('', { url: process.env.ORIGIN, virtualConsole });
globalThis.window = window;
for (const name of ['XMLHttpRequest', 'WebSocket', 'FormData', 'Blob']) globalThis[name] = window[name];

const { DirectLine } = require('botframework-directlinejs');
const { AsyncAction } = require('rxjs/scheduler/AsyncAction');
const { AsyncScheduler } = require('rxjs/scheduler/AsyncScheduler');

// DirectLineJS waits by the clock of its scheduler (3 to 15 s before it reconnects, 15 min before it refreshes its token): here a thousand times faster.
class HurriedAction extends AsyncAction {
  schedule(state, delay = 0) {
    return super.schedule(state, delay / 1000);
  }
}

let line;

obey({
  open: options => {
    line = new DirectLine({ ...options, scheduler: new AsyncScheduler(HurriedAction) });
    if (options.userId) line.setUserId(options.userId);
    line.connectionStatus$.subscribe(status => tell({ status }));
    line.activity$.subscribe(activity => tell({ activity }), error => tell({ broken: String(error.message ?? error) }), () => tell({ completed: true }));
  },
  post: activity => new Promise((done, failed) => line.postActivity(activity).subscribe(done, failed)),
  reconnect: conversation => line.reconnect(conversation),
  state: () => ({ token: line.token, conversationId: line.conversationId, watermark: line.watermark }),
});
