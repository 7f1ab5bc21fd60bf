// Many projects on one pool of resources: `npm run bench:multi-project -- DIR [--seconds 2] [--seeds 1,2,3]
// [--json]` reads MPLIB files (`.txt`) with `best_known.csv` beside them, levels each for so many seconds
// of CPU, checks each plan, and compares its makespan with the best known (`best_ub`) and with the best
// that the library itself lists (`bks_ugent`). `--json` ends with one line holding the figures.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'rolldown';
import { cacheFolder, root } from './paths.mjs';

const { folder, seconds, seeds, isJson } = readFlags(process.argv.slice(2));
const output = join(cacheFolder, 'bench-multi-project');
const entry = (name) => join(root, 'core/src/schedule/levelling', `${name}.ts`);
await build({
  input: { solve: entry('solve'), check: entry('check'), read: entry('multi-project/read-mplib') },
  platform: 'node',
  output: { dir: output, entryFileNames: '[name].mjs', cleanDir: true },
});
const load = (name) => import(pathToFileURL(join(output, `${name}.mjs`)).href);
const { solve } = await load('solve');
const { check } = await load('check');
const { readMplib } = await load('read');

const known = readKnown(join(folder, 'best_known.csv'));
const rows = [...known].flatMap(([name, best]) => {
  const file = readdirSync(folder).find((entry) => entry === `${name}.txt`);
  if (file === undefined) return [];
  const problem = readMplib(readFileSync(join(folder, file), 'utf8'));
  return seeds.map((seed) => ({ name, ...solveOne(problem, seed), ...best }));
});
if (rows.length === 0) {
  console.error(`No .txt files with a row in best_known.csv in ${folder}`);
  process.exit(1);
}
for (const { name, makespan, bound, best, library, schedules } of rows) {
  console.log(
    `${name.padEnd(20)} ${makespan}  best ${best}  library ${library}  bound ${bound}  ${schedules} schedules`,
  );
}
const mean = (of) => Number((rows.reduce((sum, row) => sum + of(row), 0) / rows.length).toFixed(3));
const figures = {
  instances: rows.length / seeds.length,
  seeds: seeds.length,
  secondsOfCpu: seconds,
  aboveBest: mean((row) => 100 * (row.makespan / row.best - 1)),
  aboveLibrary: mean((row) => 100 * (row.makespan / row.library - 1)),
  aboveBound: mean((row) => 100 * (row.makespan / row.bound - 1)),
  reached: mean((row) => (row.makespan <= row.best ? 100 : 0)),
};
console.log(
  `mean: ${figures.aboveBest} % above best known, ${figures.aboveLibrary} % above the library's best, ${figures.aboveBound} % above the lower bound; best known reached in ${figures.reached} %`,
);
if (isJson) console.log(JSON.stringify(figures));

function solveOne(problem, seed) {
  const start = cpuSeconds();
  const result = solve(problem, { seed, shouldStop: () => cpuSeconds() - start >= seconds });
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  const { solution } = result;
  if (check(problem, solution).length > 0) throw new Error('the plan breaks a rule');
  return {
    makespan: solution.cost.makespan,
    bound: solution.makespanBound,
    schedules: Math.round(solution.schedules),
  };
}

function cpuSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function readKnown(path) {
  const [head, ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  const columns = head.split(',');
  const at = (cells, name) => cells[columns.indexOf(name)];
  return new Map(
    lines.map((line) => {
      const cells = line.split(',');
      const best = Number(at(cells, 'best_ub'));
      return [at(cells, 'instance'), { best, library: Number(at(cells, 'bks_ugent') ?? best) }];
    }),
  );
}

function readFlags(words) {
  const value = (name, other) => {
    const at = words.indexOf(name);
    return at < 0 ? other : words[at + 1];
  };
  const named = ['--seconds', '--seeds'];
  const found = words.find((word, at) => !word.startsWith('--') && !named.includes(words[at - 1]));
  if (found === undefined) {
    console.error(
      'usage: npm run bench:multi-project -- DIR [--seconds 2] [--seeds 1,2,3] [--json]',
    );
    process.exit(2);
  }
  return {
    folder: found,
    seconds: Number(value('--seconds', '2')),
    seeds: value('--seeds', '1,2,3').split(',').map(Number),
    isJson: words.includes('--json'),
  };
}
