// How the tests talk with a program in Node: one JSON object a line. A command has an id, which its answer repeats; whatever else happens is told as it comes.
const readline = require('readline');

const tell = said => process.stdout.write(JSON.stringify(said) + '\n');

/** Carries out commands by name until the tests close the line. */
exports.obey = commands => {
  const lines = readline.createInterface({ input: process.stdin });
  lines.on('close', () => process.exit());
  lines.on('line', async line => {
    const { id, name, argument } = JSON.parse(line);
    try {
      tell({ id, result: (await commands[name](argument)) ?? null });
    } catch (error) {
      // status: what an XMLHttpRequest met; statusCode and details: what the connector's client met.
      tell({ id, error: { message: String(error.message ?? error), status: error.status ?? error.statusCode ?? 0, body: error.xhr?.response ?? error.details ?? null } });
    }
  });
  tell({ ready: true });
};

exports.tell = tell;
