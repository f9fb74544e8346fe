// Azurite, made safe to kill.
//
// Azurite keeps its tables, queues and blob index in LokiJS, which writes the whole database to disk every five seconds:
// whatever came after the last write is gone when the process is killed. A case that a resident was told is accepted may not
// vanish with a power cut, so every change is also appended to a log beside the database, and the disk has it before the answer
// leaves; the log is replayed on start. The full write can then be rare, which keeps Azurite quick while the city grows.
//
// A table transaction is one line of that log, so that a kill leaves all of it or nothing. A line that finds no room on the disk is
// answered with an error, stays in hand and is written first when there is room: the log has no gaps and no half lines.
//
// With ONEVISIT_FORGETFUL in its environment it keeps nothing on the disk at all: for a city that is thrown away when it ends.
//
// It also ends when the program that started it ends, however that happened: the other end of standard input closes. Started by hand, with
// ONEVISIT_ALONE in its environment, it does not look at standard input and goes on until it is stopped.
'use strict';
const { AsyncLocalStorage } = require('node:async_hooks');
const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const Loki = require('lokijs');

const FULL_WRITE_EVERY_MS = 60_000;
const isForgetful = process.env.ONEVISIT_FORGETFUL === '1';
const logs = new WeakMap(); // Loki database -> its change log
const owner = new WeakMap(); // collection -> Loki database
const partitions = new WeakMap(); // collection of a table's rows, or of blobs -> Partitions

class ChangeLog {
  constructor(file) {
    this.folder = path.dirname(file);
    this.prefix = path.basename(file) + '.log-';
    this.generation = Math.max(0, ...this.generations());
    this.fd = undefined;
    this.length = 0; // of the file, up to its last whole line
    this.unwritten = '';
  }

  generations() {
    if (!fs.existsSync(this.folder)) return [];
    return fs.readdirSync(this.folder)
      .filter(name => name.startsWith(this.prefix))
      .map(name => Number(name.slice(this.prefix.length)))
      .filter(Number.isInteger)
      .sort((a, b) => a - b);
  }

  file(generation) { return path.join(this.folder, this.prefix + generation); }

  append(change) {
    this.unwritten += JSON.stringify(change) + '\n';
    const bytes = Buffer.from(this.unwritten);
    try {
      if (this.fd === undefined) {
        this.fd = fs.openSync(this.file(this.generation + 1), 'a');
        onDisk(this.folder);
        this.generation++;
        this.length = 0;
      }
      for (let written = 0; written < bytes.length;)
        written += fs.writeSync(this.fd, bytes, written, bytes.length - written, this.length + written);
      fs.fdatasyncSync(this.fd);
    } catch (error) {
      if (this.fd !== undefined) fs.ftruncateSync(this.fd, this.length);
      throw error;
    }
    this.length += bytes.length;
    this.unwritten = '';
  }

  /** Changes from here on go to a new file; returns the files that a full write now covers. */
  turn() {
    if (this.fd !== undefined) fs.closeSync(this.fd);
    this.fd = undefined;
    return this.generations().map(generation => this.file(generation));
  }

  *read() {
    for (const generation of this.generations()) {
      for (const line of fs.readFileSync(this.file(generation), 'utf8').split('\n')) {
        if (line === '') continue;
        let change;
        try { change = JSON.parse(line); } catch { break; } // the line being written when the process was killed: never answered
        yield* [change].flat();
      }
    }
  }
}

/** Returns when the disk has what was written to a file, or the names in a folder. */
function onDisk(where) {
  const fd = fs.openSync(where, 'r');
  try { fs.fsyncSync(fd); } finally { fs.closeSync(fd); }
}

const logOf = db => {
  if (!logs.has(db)) logs.set(db, new ChangeLog(db.filename));
  return logs.get(db);
};

function record(collection, change) {
  const db = owner.get(collection);
  if (isForgetful || db === undefined || db.replaying) return;
  const entry = { c: collection.name, ...change };
  const together = transaction.getStore();
  if (together === undefined) logOf(db).append(entry);
  // As it is now: a transaction that is taken back takes its documents apart again before its line is written.
  else together.set(db, [...together.get(db) ?? [], JSON.parse(JSON.stringify(entry))]);
}

const transaction = new AsyncLocalStorage(); // Loki database -> what one table transaction has changed so far
let underWay = 0; // table transactions
const savesWaiting = [];

const batch = require('azurite/dist/src/table/batch/TableBatchOrchestrator.js').default.prototype;
const { submitRequestsToHandlers } = batch;
batch.submitRequestsToHandlers = async function () {
  underWay++;
  const changes = new Map();
  try {
    await transaction.run(changes, () => submitRequestsToHandlers.call(this));
    for (const [db, entries] of changes) logOf(db).append(entries);
  } finally {
    if (--underWay === 0) savesWaiting.splice(0).forEach(save => save());
  }
};

function adopt(db, collection) {
  if (owner.has(collection)) return;
  owner.set(collection, db);
  collection.on('delete', () => {}); // LokiJS tells of a batch delete only when somebody listens
  if (keysOf(collection) !== undefined) collection.binaryIndices = {}; // kept in their order below
}

/** Puts the logged changes on top of the last full write. Each states a whole document, so applying one twice is harmless. */
function replay(db) {
  db.replaying = true;
  const touched = new Map(); // collection name -> documents by id
  const documents = name => {
    if (!touched.has(name)) {
      const collection = db.getCollection(name) ?? db.addCollection(name);
      touched.set(name, new Map(collection.data.map(document => [document.$loki, document])));
    }
    return touched.get(name);
  };
  for (const change of logOf(db).read()) {
    if (change.add) db.addCollection(change.c, change.add);
    else if (change.drop) { db.removeCollection(change.c); touched.delete(change.c); }
    else if (change.clear) documents(change.c).clear();
    else if (change.put) documents(change.c).set(change.put.$loki, change.put);
    else if (change.cut) documents(change.c).delete(change.cut);
  }
  for (const [name, byId] of touched) {
    const collection = db.getCollection(name);
    if (collection === null) continue;
    partitions.delete(collection);
    collection.data = [...byId.values()].sort((a, b) => a.$loki - b.$loki);
    collection.maxId = Math.max(collection.maxId ?? 0, ...collection.data.map(document => document.$loki));
    collection.idIndex = collection.data.map(document => document.$loki);
    collection.ensureAllIndexes(true);
    collection.uniqueNames.forEach(field => collection.ensureUniqueIndex(field));
    collection.dirty = true;
  }
  db.replaying = false;
  db.collections.forEach(collection => adopt(db, collection));
}

const { addCollection, removeCollection, loadDatabaseInternal, saveDatabaseInternal, autosaveEnable } = Loki.prototype;

Loki.prototype.addCollection = function (name, options) {
  const known = this.getCollection(name) !== null;
  const collection = addCollection.call(this, name, options);
  adopt(this, collection);
  if (!known) record(collection, { add: options ?? {} });
  return collection;
};

Loki.prototype.removeCollection = function (name) {
  const collection = this.getCollection(name);
  if (collection !== null) record(collection, { drop: true });
  return removeCollection.call(this, name);
};

Loki.prototype.loadDatabaseInternal = function (options, done) {
  loadDatabaseInternal.call(this, options, error => {
    if (!error) replay(this);
    done?.(error);
  });
};

Loki.prototype.saveDatabaseInternal = function (done) {
  if (isForgetful) {
    done?.();
    return;
  }
  // Half a transaction is never written.
  if (underWay > 0) {
    savesWaiting.push(() => this.saveDatabaseInternal(done));
    return;
  }
  const covered = logOf(this).turn();
  saveDatabaseInternal.call(this, error => {
    if (!error) covered.forEach(file => fs.rmSync(file, { force: true }));
    if (done) done(error);
    // The log has it all; the next full write is in a minute.
    else if (error) console.error(`Azurite could not write ${path.basename(this.filename)}: ${error.code ?? error.message}`);
  });
};

/** The new full write is on the disk before it takes the place of the old one, and has taken it before the log it covers goes. */
Loki.LokiFsAdapter.prototype.saveDatabase = function (file, text, done) {
  const beside = file + '~';
  fs.writeFile(beside, text, error => {
    try {
      if (error) throw error;
      onDisk(beside);
      fs.renameSync(beside, file);
      onDisk(path.dirname(file));
    } catch (trouble) {
      done(trouble);
      return;
    }
    done();
  });
};

Loki.prototype.autosaveEnable = function (options, callback) {
  this.autosaveInterval = FULL_WRITE_EVERY_MS;
  return autosaveEnable.call(this, options, callback);
};

const { emit } = Object.getPrototypeOf(Loki.Collection.prototype);
Loki.Collection.prototype.emit = function (event, ...rest) {
  if (event === 'insert') [rest[0]].flat().forEach(document => { record(this, { put: document }); partitions.get(this)?.put(document); });
  else if (event === 'update') { record(this, { put: rest[0] }); partitions.get(this)?.put(rest[0]); }
  else if (event === 'delete') { record(this, { cut: rest[0].$loki }); partitions.get(this)?.cut(rest[0]); }
  return emit.call(this, event, ...rest);
};

const { clear } = Loki.Collection.prototype;
Loki.Collection.prototype.clear = function (options) {
  record(this, { clear: true });
  partitions.delete(this);
  return clear.call(this, options);
};

// Azurite looks at every row of a table to answer a query, at every row of a partition to find one of them, and at every blob of the account to find
// one of those; and each change of one moves the positions of all in its indices. What we ask for lies in one partition, or in one container under one
// name or prefix: that is kept here in its order instead, so that a request costs what it finds, as in the cloud. What a row or a blob must be like to be
// found is still Azurite's own judgement.

/** By what rows of tables and blobs are found: partition and key, texts that are compared as Azurite compares them. */
const ofRows = { partition: row => row.PartitionKey, key: row => row.RowKey };
const ofBlobs = { partition: blob => containerOf(blob.accountName, blob.containerName), key: blob => `${blob.name}\n${blob.snapshot}` };
const containerOf = (account, container) => `${account}/${container}`;

/** undefined where Azurite finds by itself. */
function keysOf(collection) {
  if (collection.name === '$BLOBS_COLLECTION$') return ofBlobs;
  return 'PartitionKey' in collection.binaryIndices && 'RowKey' in collection.binaryIndices ? ofRows : undefined;
}

/** Documents by partition, each in the order of their keys. */
class Partitions {
  constructor(documents, keys) {
    this.keys = keys;
    this.rows = new Map(); // partition -> documents by key
    for (const document of documents) {
      const partition = keys.partition(document);
      if (!this.rows.has(partition)) this.rows.set(partition, []);
      this.rows.get(partition).push(document);
    }
    for (const rows of this.rows.values()) rows.sort((a, b) => keys.key(a) < keys.key(b) ? -1 : keys.key(a) > keys.key(b) ? 1 : 0);
  }

  of(partition) { return this.rows.get(partition) ?? []; }

  find(partition, key) {
    const rows = this.of(partition);
    const at = this.firstFrom(rows, key);
    return at < rows.length && this.keys.key(rows[at]) === key ? rows[at] : null;
  }

  /** Those whose key begins with this. */
  beginning(partition, prefix) {
    const rows = this.of(partition);
    const first = this.firstFrom(rows, prefix);
    let end = first;
    while (end < rows.length && this.keys.key(rows[end]).startsWith(prefix)) end++;
    return rows.slice(first, end);
  }

  /** Where the first row with this key or a later one stands. */
  firstFrom(rows, key) {
    let [low, high] = [0, rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.keys.key(rows[middle]) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  put(document) {
    const [partition, key] = [this.keys.partition(document), this.keys.key(document)];
    if (!this.rows.has(partition)) this.rows.set(partition, []);
    const rows = this.rows.get(partition);
    const at = this.firstFrom(rows, key);
    rows.splice(at, at < rows.length && this.keys.key(rows[at]) === key ? 1 : 0, document);
  }

  cut(document) {
    const [partition, key] = [this.keys.partition(document), this.keys.key(document)];
    const rows = this.of(partition);
    const at = this.firstFrom(rows, key);
    if (at >= rows.length || this.keys.key(rows[at]) !== key) return;
    rows.splice(at, 1);
    if (rows.length === 0) this.rows.delete(partition);
  }
}

const partitionsOf = (collection, keys) => {
  if (!partitions.has(collection)) partitions.set(collection, new Partitions(collection.data, keys));
  return partitions.get(collection);
};

const { findOne } = Loki.Collection.prototype;
Loki.Collection.prototype.findOne = function (query) {
  return typeof query?.PartitionKey === 'string' && typeof query.RowKey === 'string' && Object.keys(query).length === 2 && !this.cloneObjects
    ? partitionsOf(this, ofRows).find(query.PartitionKey, query.RowKey)
    : findOne.call(this, query);
};

// Looks through what may be meant only: blobs of one name, or of names that begin alike.
const resultset = Loki.Resultset.prototype;
const { find } = resultset;
resultset.find = function (query, firstOnly) {
  const prefix = this.filterInitialized || this.collection.name !== '$BLOBS_COLLECTION$' ? undefined : beginningOf(query);
  if (prefix !== undefined) {
    this.filteredrows = partitionsOf(this.collection, ofBlobs).beginning(containerOf(query.accountName, query.containerName), prefix).map(blob => this.collection.get(blob.$loki, true)[1]);
    this.filterInitialized = true;
  }
  return find.call(this, query, firstOnly);
};

/** How the names begin that a query is about; undefined where it does not say. */
function beginningOf(query) {
  if (typeof query?.accountName !== 'string' || typeof query.containerName !== 'string') return undefined;
  if (typeof query.name === 'string') return `${query.name}\n`;
  const pattern = query.name?.$regex;
  return typeof pattern === 'string' && pattern.startsWith('^') ? pattern.slice(1).replace(/\\(.)/g, '$1') : undefined;
}

const persistence = 'azurite/dist/src/table/persistence/';
const parse = require(persistence + 'QueryInterpreter/QueryParser.js').default;
const queries = require(persistence + 'LokiTableStoreQueryGenerator.js').default;

/** What a filter asks of partition and row keys beside everything else it asks; undefined where it may look into several partitions. */
function boundsOf(filter) {
  const bounds = { from: '', before: undefined };
  const look = node => {
    if (node.name === 'and') { look(node.left); look(node.right); return; }
    const value = node.right?.value;
    if (typeof value !== 'string') return;
    if (node.name === 'eq' && node.left.identifier === 'PartitionKey') bounds.partition = value;
    else if (node.name === 'ge' && node.left.identifier === 'RowKey' && value > bounds.from) bounds.from = value;
    else if (node.name === 'lt' && node.left.identifier === 'RowKey' && !(value > bounds.before)) bounds.before = value;
  };
  try { look(parse(filter)); } catch { return undefined; } // Azurite says what is wrong with it
  return bounds.partition === undefined ? undefined : bounds;
}

const tables = require(persistence + 'LokiTableMetadataStore.js').default.prototype;
const { queryTableEntities } = tables;
tables.queryTableEntities = async function (context, account, table, options, nextPartitionKey, nextRowKey) {
  const bounds = options.filter ? boundsOf(options.filter) : undefined;
  const nextPartition = this.decodeContinuationHeader(nextPartitionKey);
  if (bounds === undefined || (nextPartition !== undefined && nextPartition !== bounds.partition))
    return queryTableEntities.call(this, context, account, table, options, nextPartitionKey, nextRowKey);
  const known = partitionsOf(this.getEntityCollection(account, table, context), ofRows);
  const rows = known.of(bounds.partition);
  const isWanted = queries.generateQueryForPersistenceLayer(options, context);
  const most = this.getMaxResultsOption(options);
  const next = this.decodeContinuationHeader(nextRowKey) ?? '';
  const found = [];
  for (let at = known.firstFrom(rows, next > bounds.from ? next : bounds.from); at < rows.length && found.length <= most; at++) {
    if (bounds.before !== undefined && rows[at].RowKey >= bounds.before) break;
    if (isWanted(rows[at])) found.push(rows[at]);
  }
  const { nextPartitionKeyResponse, nextRowKeyResponse } = this.adjustQueryResultforTop(found, most);
  return [found, nextPartitionKeyResponse, nextRowKeyResponse];
};

// A close waits for connections that were opened ahead and never used; a client's pool may hold some for minutes.
const { close } = http.Server.prototype;
http.Server.prototype.close = function (done) {
  setTimeout(() => this.closeAllConnections(), 500).unref();
  return close.call(this, done);
};

if (process.env.ONEVISIT_ALONE !== '1') {
  process.stdin.resume();
  process.stdin.once('end', () => process.emit('SIGTERM'));
  process.stdin.once('error', () => process.emit('SIGTERM'));
}

require('azurite/dist/src/azurite.js');
