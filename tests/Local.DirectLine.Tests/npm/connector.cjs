// A bot's line to the channel: ConnectorClient of botframework-connector, with a token got by its AppCredentials.
const { ConnectorClient } = require('botframework-connector');
const { obey } = require('./lines.cjs');
const { LocalCredentials } = require('./credentials.cjs');

let client;

obey({
  open: ({ serviceUrl, appId, password, login, scope }) => {
    client = new ConnectorClient(new LocalCredentials(appId, password, login, scope), { baseUri: serviceUrl });
  },
  call: async ({ on, name, given }) => {
    const answer = await client[on][name](...given.map(bytesWithin));
    const { _response: { parsedBody, readableStreamBody } } = answer;
    return readableStreamBody ? (await whole(readableStreamBody)).toString('base64') : parsedBody;
  },
});

// The client takes bytes as bytes and puts them into base64 itself.
const bytesWithin = given => given?.originalBase64 ? { ...given, originalBase64: Buffer.from(given.originalBase64, 'base64') } : given;

async function whole(stream) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}
