// How good levelling is on PSPLIB's instances against the best known values, at a number of schedules
// or of seconds of CPU. `npm run bench:levelling -- DIR --schedules 1000,5000 --seconds 1,10`.
// DIR holds .sm files, flat or by set in j30/, j60/, j120/, and best_known.csv. `--every N` takes each
// Nth instance, `--seeds 1,2,3` other seeds, `--part even|odd` one half of the parameter sets, `--sets j120` only these.
// A folder of `.SCH` or of MPLIB files goes to bench-max-lags and bench-multi-project.
// `--json` ends with one line: the figures of the last budget by set, and all of them in `budgets`.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'rolldown';
import { cacheFolder, root } from './paths.mjs';

const flags = readFlags(process.argv.slice(2));
// Folders of other kinds have benchmarks of their own, which read the same words.
const other = otherBenchmark(flags.folder);
if (other !== null) {
  await import(other);
  process.exit();
}
const { solve, check, readPsplib } = await loadCore();
const instances = findInstances(flags.folder);
const sets = [...new Set(instances.map((instance) => instance.set))];
if (instances.length === 0) {
  console.error(`No .sm files with a best known value in ${flags.folder}`);
  process.exit(1);
}

console.log(
  `${instances.length} instances, seeds ${flags.seeds.join(', ')}. Figures are means, in per cent.`,
);
console.log(
  'set    budget            above best   above bound   reached   proven   CPU s   schedules      work',
);
warmUp();
const budgets = flags.budgets.map((budget) => {
  const figures = {};
  for (const set of sets) {
    figures[set] = measure(
      instances.filter((instance) => instance.set === set),
      budget,
    );
    console.log(row(set, budget, figures[set]));
  }
  return { ...budget, ...figures };
});
if (flags.json) {
  const last = Object.fromEntries(sets.map((set) => [set, budgets.at(-1)[set]]));
  console.log(JSON.stringify({ ...last, budgets }));
}

/** One budget over the instances of one set and all seeds. */
function measure(chosen, budget) {
  const sums = {
    aboveBest: 0,
    aboveBound: 0,
    reached: 0,
    proven: 0,
    cpuSeconds: 0,
    schedules: 0,
    work: 0,
  };
  const runs = chosen.length * flags.seeds.length;
  for (const instance of chosen)
    for (const seed of flags.seeds) {
      const begin = cpuSeconds();
      const solution = solveOne(instance, budget, seed);
      sums.cpuSeconds += cpuSeconds() - begin;
      const { makespan } = solution.cost;
      mustBeSound(instance, solution);
      if (flags.verbose)
        console.error(instance.name, seed, makespan, instance.best, solution.makespanBound);
      sums.aboveBest += (100 * (makespan - instance.best)) / instance.best;
      sums.aboveBound += (100 * (makespan - instance.criticalPath)) / instance.criticalPath;
      sums.reached += makespan <= instance.best ? 100 : 0;
      sums.proven += solution.isOptimal ? 100 : 0;
      sums.schedules += solution.schedules;
      sums.work += solution.work;
    }
  const mean = (sum) => Number((sum / runs).toFixed(3));
  return {
    ...Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, mean(sum)])),
    instances: chosen.length,
  };
}

/** Neither a broken rule nor a wrong proof may pass. */
function mustBeSound({ name, problem, best }, solution) {
  if (check(problem, solution).length > 0) throw new Error(`unsound: ${name}`);
  if (solution.isOptimal && solution.cost.makespan > best)
    throw new Error(`${name}: ${solution.cost.makespan} is not the best, as was said`);
}

function solveOne(instance, budget, seed) {
  if (budget.schedules) return solved(instance, { seed, maxSchedules: budget.schedules });
  const end = cpuSeconds() + budget.seconds;
  const trial = 300;
  const begin = cpuSeconds();
  const first = solved(instance, { seed, maxSchedules: trial });
  const rate = first.schedules / Math.max(1e-4, cpuSeconds() - begin);
  if (first.isOptimal) return first;
  const expectedSchedules = Math.round(rate * budget.seconds);
  return solved(instance, { seed, expectedSchedules, shouldStop: () => cpuSeconds() >= end });
}

function solved(instance, options) {
  const result = solve(instance.problem, options);
  if (!result.ok) throw new Error(`${instance.name}: ${JSON.stringify(result.faults)}`);
  return result.solution;
}

/** So that the first instance does not pay for the compiler. */
function warmUp() {
  for (const instance of instances.slice(0, 3)) solved(instance, { seed: 1, maxSchedules: 3000 });
}

function cpuSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function row(set, budget, figures) {
  const name = budget.schedules ? `${budget.schedules} schedules` : `${budget.seconds} s`;
  const cells = [
    [figures.aboveBest.toFixed(2), 10],
    [figures.aboveBound.toFixed(2), 14],
    [figures.reached.toFixed(1), 10],
    [figures.proven.toFixed(1), 9],
    [figures.cpuSeconds.toFixed(3), 8],
    [figures.schedules.toFixed(0), 12],
    [figures.work.toFixed(0), 10],
  ];
  return `${set.padEnd(6)} ${name.padEnd(17)}${cells.map(([text, width]) => text.padStart(width)).join('')}`;
}

function findInstances(folder) {
  const known = new Map(
    readFileSync(join(folder, 'best_known.csv'), 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(','))
      .map(([set, name, best, , , criticalPath]) => [
        name.toLowerCase(),
        { set, best: Number(best), criticalPath: Number(criticalPath) },
      ]),
  );
  return readdirSync(folder, { recursive: true })
    .filter((file) => file.toLowerCase().endsWith('.sm'))
    .map((file) => ({ file, name: basename(file).slice(0, -3) }))
    .filter(({ name }) => known.has(name.toLowerCase()))
    .map(({ file, name }) => ({
      ...known.get(name.toLowerCase()),
      name,
      file,
      parameters: parametersOf(known.get(name.toLowerCase()).set, name),
    }))
    .filter(
      ({ parameters }) => flags.part === null || parameters % 2 === (flags.part === 'even' ? 0 : 1),
    )
    .sort(
      (a, b) =>
        a.set.length - b.set.length ||
        a.set.localeCompare(b.set) ||
        a.parameters - b.parameters ||
        a.name.localeCompare(b.name),
    )
    .filter(({ set }) => flags.sets === null || flags.sets.includes(set))
    .filter((_, index) => index % flags.every === 0)
    .map((instance) => ({
      ...instance,
      problem: readPsplib(readFileSync(join(folder, instance.file), 'utf8')),
    }));
}

/** The number of the parameter set: 16 of `j12016_1`. */
function parametersOf(set, name) {
  return Number(name.toLowerCase().slice(set.length).split('_')[0]);
}

async function loadCore() {
  const output = join(cacheFolder, 'bench-levelling');
  const entry = (name) => join(root, 'core/src/schedule/levelling', `${name}.ts`);
  const names = ['solve', 'check', 'psplib'];
  await build({
    input: Object.fromEntries(names.map((name) => [name, entry(name)])),
    platform: 'node',
    output: { dir: output, entryFileNames: '[name].mjs', cleanDir: true },
  });
  const modules = await Promise.all(
    names.map((name) => import(pathToFileURL(join(output, `${name}.mjs`)).href)),
  );
  return Object.assign({}, ...modules);
}

function readFlags(words) {
  const found = {
    folder: null,
    json: false,
    verbose: false,
    every: 1,
    seeds: [1, 2, 3],
    part: null,
    sets: null,
    budgets: [],
  };
  const list = (text) => text.split(',').map(Number);
  const take = {
    '--schedules': (text) => found.budgets.push(...list(text).map((schedules) => ({ schedules }))),
    '--seconds': (text) => found.budgets.push(...list(text).map((seconds) => ({ seconds }))),
    '--every': (text) => {
      found.every = Number(text);
    },
    '--seeds': (text) => {
      found.seeds = list(text);
    },
    '--sets': (text) => {
      found.sets = text.split(',');
    },
    '--part': (text) => {
      found.part = text;
    },
  };
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === '--json') found.json = true;
    else if (word === '--verbose') found.verbose = true;
    else if (take[word]) {
      at += 1;
      take[word](words[at]);
    } else found.folder = word;
  }
  if (found.folder === null) {
    console.error(
      'Which folder? npm run bench:levelling -- DIR --schedules 1000,5000,50000 [--seconds N]',
    );
    process.exit(1);
  }
  if (found.budgets.length === 0) found.budgets = [{ schedules: 1000 }, { schedules: 5000 }];
  return found;
}

/** ProGen/max files have maximum lags, MPLIB files many projects. */
function otherBenchmark(folder) {
  const names = readdirSync(folder);
  if (names.some((name) => /\.sch$/i.test(name))) return './bench-max-lags.mjs';
  return names.some((name) => /^MPLIB.*\.txt$/i.test(name)) ? './bench-multi-project.mjs' : null;
}
