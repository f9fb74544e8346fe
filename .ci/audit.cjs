#!/usr/bin/env node
// Known weaknesses of what we take from others: asks the registries, compares with accepted-findings.json, says one line.
// A finding nobody accepted fails; so does an acceptance that has ended or is not needed any more. npm packages with a lock file run on this machine only and are never deployed: theirs
// are told and fail nothing. Web Chat and ECharts run in every browser, with what is bundled in them: theirs are told, and fail with --strict, which who publishes asks for.
// Where a registry has no advisories that is said, and fails nothing.
// To test it: --nuget FILE, --npm FILE, --browser FILE (answers as the tools give them), --accepted FILE, --today yyyy-MM-dd.
'use strict';
const { execFileSync } = require('node:child_process');
const { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');

const root = path.join(__dirname, '..');
const told = name => { const at = process.argv.indexOf(`--${name}`); return at < 0 ? null : process.argv[at + 1]; };
const trial = told('nuget') || told('npm') || told('browser');
const strict = process.argv.includes('--strict');
const npmFolders = ['infra/local/npm', 'tests/Local.DirectLine.Tests/npm'].filter(folder => existsSync(path.join(root, folder, 'package-lock.json')));

/** What a tool wrote, also when it ended badly; null: nothing to be read. */
function run(command, args, folder) {
  let text;
  try {
    text = execFileSync(command, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'], timeout: 600_000 });
  } catch (ended) {
    text = ended.stdout ?? '';
  }
  try { return JSON.parse(text); } catch { return null; }
}

/** Whether a source of packages has a list of advisories: without one, no answer means nothing. */
async function hasAdvisories() {
  const sources = execFileSync('dotnet', ['nuget', 'list', 'source', '--format', 'short'], { cwd: root, encoding: 'utf8' }).split('\n').map(line => /^E\S* (https?:\S+)/.exec(line)?.[1]).filter(Boolean);
  for (const source of sources) {
    const index = await fetch(source, { signal: AbortSignal.timeout(15_000) }).then(answer => answer.json()).catch(() => null);
    if (index?.resources?.some(resource => String(resource['@type']).startsWith('VulnerabilityInfo'))) return true;
  }
  return false;
}

const idOf = address => String(address ?? '').split('/').filter(Boolean).pop();

function ofNuGet(report) {
  if (!report?.projects) return null;
  const packages = report.projects.flatMap(project => project.frameworks ?? []).flatMap(framework => [...(framework.topLevelPackages ?? []), ...(framework.transitivePackages ?? [])]);
  return packages.flatMap(one => (one.vulnerabilities ?? []).map(weakness => ({ id: idOf(weakness.advisoryurl), package: one.id, severity: weakness.severity })));
}

function ofNpm(report, where) {
  if (!report?.vulnerabilities) return null;
  return Object.values(report.vulnerabilities).flatMap(one => one.via.filter(via => typeof via === 'object').map(via => ({ id: idOf(via.url), package: via.name, severity: via.severity, where })));
}

/** What the pinned files for browsers were made of, as npm would install it today. */
function ofBrowsers() {
  const folder = path.join(root, 'infra/local/npm');
  const pins = readdirSync(folder).filter(file => file.endsWith('.json')).map(file => JSON.parse(readFileSync(path.join(folder, file), 'utf8'))).filter(pin => pin.integrity && pin.file);
  const trial = mkdtempSync(path.join(tmpdir(), 'onevisit-audit-'));
  try {
    writeFileSync(path.join(trial, 'package.json'), JSON.stringify({ private: true, dependencies: Object.fromEntries(pins.map(pin => [pin.name, pin.version])) }));
    execFileSync('npm', ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: trial, stdio: 'ignore', timeout: 180_000 });
    return ofNpm(run('npm', ['audit', '--json', '--package-lock-only'], trial), 'in browsers');
  } catch {
    return null;
  } finally {
    rmSync(trial, { recursive: true, force: true });
  }
}

async function found() {
  const read = name => told(name) ? JSON.parse(readFileSync(told(name), 'utf8')) : null;
  if (trial) return [['NuGet', ofNuGet(read('nuget'))], ['npm', ofNpm(read('npm'), 'on this machine only')], ['browsers', ofNpm(read('browser'), 'in browsers')]];
  const nuget = await hasAdvisories() ? ofNuGet(run('dotnet', ['list', 'OneVisit.slnx', 'package', '--vulnerable', '--include-transitive', '--format', 'json'], root)) : null;
  const npm = npmFolders.map(folder => ofNpm(run('npm', ['audit', '--json', '--package-lock-only'], path.join(root, folder)), 'on this machine only'));
  // Without advisories of the one folder there are none of the other: nothing is resolved for no answer.
  return [['NuGet', nuget], ['npm', npm.includes(null) ? null : npm.flat()], ['browsers', npm.includes(null) ? null : ofBrowsers()]];
}

async function main() {
  const today = told('today') ?? new Date().toISOString().slice(0, 10);
  const accepted = JSON.parse(readFileSync(told('accepted') ?? path.join(__dirname, 'accepted-findings.json'), 'utf8'));
  const [wrong, noted] = [[], []];
  for (const one of accepted) {
    if (!one.id || !one.package || !(one.reason?.length > 10) || !/^\d{4}-\d\d-\d\d$/.test(one.until ?? '')) wrong.push(`an acceptance without id, package, reason or until: ${JSON.stringify(one)}`);
    else if (one.until < today) wrong.push(`accepted until ${one.until} only: ${one.id} ${one.package}`);
  }
  const answers = await found();
  const known = new Map(answers.flatMap(([, findings]) => findings ?? []).map(finding => [`${finding.id} ${finding.package}`, finding]));
  const accepts = new Set(accepted.map(one => `${one.id} ${one.package}`));
  for (const [key, finding] of known) if (!accepts.has(key)) (finding.where && !(strict && finding.where === 'in browsers') ? noted : wrong).push(`${finding.where ? `${finding.where}: ` : ''}${finding.severity ?? ''} ${key}`.trim());
  // Only who knows all findings knows that one is gone.
  if (answers.every(([, findings]) => findings)) for (const key of accepts) if (!known.has(key)) wrong.push(`accepted and not found any more: ${key}`);
  const said = answers.map(([name, findings]) => findings ? `${name} ${new Set(findings.map(finding => `${finding.id} ${finding.package}`)).size} known` : `${name} not asked, its registry here has no advisories`).join('; ');
  // Of what nobody was asked nothing is fine.
  const verdict = wrong.length ? 'FAILED' : answers.every(([, findings]) => findings) ? 'fine' : answers.some(([, findings]) => findings) ? 'fine as far as it was asked' : 'not made';
  console.log(`Dependency audit: ${verdict}; ${said}; ${accepted.length} accepted.${[...wrong, ...noted].map(line => `\n  ${line}`).join('')}`);
  process.exitCode = wrong.length ? 1 : 0;
}

main();
