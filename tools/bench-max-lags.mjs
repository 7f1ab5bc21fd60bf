// Scheduling with minimum and maximum lags: `npm run bench:max-lags -- DIR [--steps N] [--json]` reads
// ProGen/max files (`.SCH`, `.sch`) with `optimum.csv` beside them (file,makespan or `unsat`), solves
// each, checks each schedule by other means, and compares. `--json` ends with one line of figures.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'rolldown';
import { cacheFolder, root } from './paths.mjs';

const words = process.argv.slice(2);
const folder = words.find((word, at) => !word.startsWith('--') && words[at - 1] !== '--steps');
const maximumSteps = words.includes('--steps') ? Number(words[words.indexOf('--steps') + 1]) : 2e5;
if (folder === undefined || !(maximumSteps > 0)) {
  console.error('usage: npm run bench:max-lags -- DIR [--steps N] [--json]');
  process.exit(2);
}
const output = join(cacheFolder, 'bench-max-lags');
const entry = (name) => join(root, 'core/src/schedule/levelling/max-lags', `${name}.ts`);
await build({
  input: { solve: entry('solve'), read: entry('read-sch'), problem: entry('problem') },
  platform: 'node',
  output: { dir: output, entryFileNames: '[name].mjs', cleanDir: true },
});
const load = (name) => import(pathToFileURL(join(output, `${name}.mjs`)).href);
const { solveMaxLags } = await load('solve');
const { readSch } = await load('read');
const { maxLagViolations } = await load('problem');

const known = knownOf(join(folder, 'optimum.csv'));
const files = readdirSync(folder)
  .filter((name) => /\.sch$/i.test(name))
  .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
const figures = {
  cases: files.length,
  optimal: 0,
  infeasible: 0,
  notProved: 0,
  known: 0,
  same: 0,
  invalid: 0,
};
const before = process.cpuUsage();
for (const name of files) solveFile(name);
const { user, system } = process.cpuUsage(before);
figures.cpuSeconds = Number(((user + system) / 1e6).toFixed(2));

console.log(
  `${figures.cases} cases, ${figures.cpuSeconds} s of CPU, at most ${maximumSteps} steps each`,
);
console.log(
  `proved best: ${figures.optimal}, proved impossible: ${figures.infeasible}, not proved: ${figures.notProved}`,
);
console.log(
  `as known: ${figures.same} of ${figures.known}; schedules that break a rule: ${figures.invalid}`,
);
if (words.includes('--json')) console.log(JSON.stringify(figures));

function solveFile(name) {
  const problem = readSch(readFileSync(join(folder, name), 'utf8'));
  const answer = solveMaxLags(problem, { maximumSteps });
  const outcome = { optimal: 'optimal', infeasible: 'infeasible' }[answer.outcome] ?? 'notProved';
  figures[outcome] += 1;
  if (answer.starts && maxLagViolations(problem, answer.starts).length > 0) figures.invalid += 1;
  const wanted = known.get(name);
  if (wanted === undefined) return;
  figures.known += 1;
  const found = answer.outcome === 'infeasible' ? 'unsat' : String(answer.makespan);
  if (found === wanted) figures.same += 1;
  else console.log(`${name}: known ${wanted}, found ${found} (${answer.outcome})`);
}

function knownOf(path) {
  if (!existsSync(path)) return new Map();
  const rows = readFileSync(path, 'utf8').trim().split(/\r?\n/).slice(1);
  return new Map(rows.map((row) => row.split(',').map((cell) => cell.trim())));
}
