#!/usr/bin/env node
// Known weaknesses of what we take from others: asks the registries, compares with accepted-findings.json, says one line.
// A finding nobody accepted fails; so does an acceptance that has ended or is not needed any more. npm packages run on this machine only and are never deployed: theirs are told and fail nothing.
// Where a registry has no advisories that is said, and fails nothing.
// To test it: --nuget FILE, --npm FILE (answers as the tools give them), --accepted FILE, --today yyyy-MM-dd.
'use strict';
const { execFileSync } = require('node:child_process');
const { existsSync, readFileSync } = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..');
const told = name => { const at = process.argv.indexOf(`--${name}`); return at < 0 ? null : process.argv[at + 1]; };
const trial = told('nuget') || told('npm');
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

function ofNpm(report) {
  if (!report?.vulnerabilities) return null;
  return Object.values(report.vulnerabilities).flatMap(one => one.via.filter(via => typeof via === 'object').map(via => ({ id: idOf(via.url), package: via.name, severity: via.severity, local: true })));
}

async function found() {
  const read = name => told(name) ? JSON.parse(readFileSync(told(name), 'utf8')) : null;
  if (trial) return [['NuGet', ofNuGet(read('nuget'))], ['npm', ofNpm(read('npm'))]];
  const nuget = await hasAdvisories() ? ofNuGet(run('dotnet', ['list', 'OneVisit.slnx', 'package', '--vulnerable', '--include-transitive', '--format', 'json'], root)) : null;
  const npm = npmFolders.map(folder => ofNpm(run('npm', ['audit', '--json', '--package-lock-only'], path.join(root, folder))));
  return [['NuGet', nuget], ['npm', npm.includes(null) ? null : npm.flat()]];
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
  for (const [key, finding] of known) if (!accepts.has(key)) (finding.local ? noted : wrong).push(`${finding.severity ?? ''} ${key}`.trim());
  // Only who knows all findings knows that one is gone.
  if (answers.every(([, findings]) => findings)) for (const key of accepts) if (!known.has(key)) wrong.push(`accepted and not found any more: ${key}`);
  const said = answers.map(([name, findings]) => findings ? `${name} ${new Set(findings.map(finding => `${finding.id} ${finding.package}`)).size} known` : `${name} not asked, its registry here has no advisories`).join('; ');
  console.log(`Dependency audit: ${wrong.length ? 'FAILED' : 'fine'}; ${said}; ${accepted.length} accepted.${wrong.map(line => `\n  ${line}`).join('')}${noted.map(line => `\n  on this machine only: ${line}`).join('')}`);
  process.exitCode = wrong.length ? 1 : 0;
}

main();
