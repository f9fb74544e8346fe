// A bot on JavaScript's botbuilder: its CloudAdapter checks the channel's tokens by the channel's published keys.
const http = require('http');
const { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication, ConversationState, MemoryStorage, TurnContext } = require('botbuilder');
const { obey } = require('./lines.cjs');
const { LocalCredentialFactory } = require('./credentials.cjs');

const conversation = new ConversationState(new MemoryStorage());
const turns = conversation.createProperty('turns');
let adapter, appId, card, reference;

class Bot extends ActivityHandler {
  constructor() {
    super();
    this.onMembersAdded((turn, next) => this.greet(turn).then(next));
    this.onMessage((turn, next) => this.answer(turn).then(next));
  }

  async run(turn) {
    await super.run(turn);
    await conversation.saveChanges(turn);
  }

  async onInvokeActivity(turn) {
    return turn.activity.name === 'fine' ? { status: 200, body: { done: true } } : { status: 412 };
  }

  async greet(turn) {
    for (const { id } of turn.activity.membersAdded) if (id !== turn.activity.recipient.id) await turn.sendActivity(`welcome ${id}`);
  }

  async answer(turn) {
    const { activity } = turn;
    reference = TurnContext.getConversationReference(activity);
    const count = await turns.get(turn, 0) + 1;
    await turns.set(turn, count);
    switch (activity.text) {
      case 'card': card = (await turn.sendActivity('card: open')).id; break;
      case 'update': await turn.updateActivity({ type: 'message', id: card, text: 'card: done' }); break;
      case 'delete': await turn.deleteActivity(card); break;
      case 'typing': await turn.sendActivities([{ type: 'typing' }, { type: 'message', text: 'thought' }]); break;
      case 'fail': throw new Error('told to');
      default: await turn.sendActivity(`echo ${count}: ${activity.text}`);
    }
  }
}

const bot = new Bot();

// What express lends a response, for as much as the adapter uses.
function dressed(response) {
  response.status = code => { response.statusCode = code; return response; };
  response.send = body => {
    if (typeof body === 'object') response.setHeader('Content-Type', 'application/json');
    response.write(typeof body === 'object' ? JSON.stringify(body) : String(body));
    return response;
  };
  response.header = (name, value) => response.setHeader(name, value);
  return response;
}

async function receive(request, response) {
  let text = '';
  for await (const part of request) text += part;
  request.body = JSON.parse(text || '{}');
  await adapter.process(request, dressed(response), turn => bot.run(turn));
}

obey({
  open: settings => {
    appId = settings.MicrosoftAppId;
    adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(settings, new LocalCredentialFactory(appId, settings.MicrosoftAppPassword, '')));
    const server = http.createServer(receive);
    return new Promise(listening => server.listen(0, '127.0.0.1', () => listening({ port: server.address().port })));
  },
  notify: text => adapter.continueConversationAsync(appId, reference, turn => turn.sendActivity(text)),
});
