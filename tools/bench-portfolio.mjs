// How good and how fast portfolio choices are (B01). `npm run bench:portfolio -- [DIR] [--json]`.
// DIR holds knapsacks of the OR-Library (`mknapcb1.txt`, …) with `mkcbres.txt` beside them: each is solved
// for `--seconds 1` of CPU and held against Chu & Beasley's value. Then made-up firms of 200 candidates ×
// 24 months × 12 roles, `--firms 3` of each scarcity, are solved to a proven 1 %, for at most
// `--firm-seconds 10`.
// `--brute 1000` compares so many small problems with trying every choice, `--seed N` other ones.
// Seconds are of CPU of this process; the wall clock is printed beside. `--json` ends with one line.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import loadHighs from 'highs';
import { build } from 'rolldown';
import { cacheFolder, root } from './paths.mjs';

const flags = readFlags(process.argv.slice(2));
const core = await loadCore();
const solver = core.highsSolver(await loadHighs());
const figures = {
  ...(flags.folder ? { mknap: knapsacks() } : {}),
  ...(flags.firms > 0 ? { firms: firms() } : {}),
  ...(flags.brute > 0 ? { brute: brute() } : {}),
};
if (flags.json) console.log(JSON.stringify(figures));

/** Each file of knapsacks of 100 items: how many reach the known value, and how far off the others are. */
function knapsacks() {
  const best = core.readBestValues(readFileSync(join(flags.folder, 'mkcbres.txt'), 'utf8'));
  const files = Object.entries({ mknapcb1: 5, mknapcb4: 10, mknapcb7: 30 }).filter(([file]) =>
    existsSync(join(flags.folder, `${file}.txt`)),
  );
  return Object.fromEntries(
    files.map(([file, constraints]) => {
      const problems = core.readMknap(readFileSync(join(flags.folder, `${file}.txt`), 'utf8'));
      const runs = problems.map((problem, at) => {
        const known = best.get(`${constraints}.100-${String(at).padStart(2, '0')}`);
        const run = solved(problem, { seconds: flags.seconds, steps: 1e9, seed: at + 1 });
        const below = (100 * (known - run.value)) / known;
        if (flags.verbose) console.log(`${file} ${at}  ${run.value}  known ${known}`);
        return { ...run, below, isReached: run.value >= known, isAbove: run.value > known };
      });
      const summary = {
        instances: runs.length,
        reachedPercent: share(runs, (run) => run.isReached),
        abovePercent: share(runs, (run) => run.isAbove),
        belowKnownPercent: mean(runs, (run) => run.below),
        provenPercent: share(runs, (run) => run.gap === 0),
        gapPercent: mean(runs, (run) => 100 * run.gap),
        foundAtCpuSeconds: mean(runs, (run) => run.foundAt),
        cpuSeconds: mean(runs, (run) => run.cpu),
        wallSeconds: mean(runs, (run) => run.wall),
      };
      console.log(
        `${file}  ${constraints} × 100: known value reached by ${summary.reachedPercent} % (above it ${summary.abovePercent} %), ${summary.belowKnownPercent} % below on average; found at ${summary.foundAtCpuSeconds} s, ${summary.cpuSeconds} s CPU, ${summary.wallSeconds} s wall; proven ${summary.provenPercent} %, gap ${summary.gapPercent} %`,
      );
      return [file, summary];
    }),
  );
}

/** Made-up firms, from strained to easy: the gap proven within the seconds. */
function firms() {
  const size = { candidates: 200, months: 24, roles: 12 };
  const byScarcity = [70, 85, 100].map((scarcePercent) => {
    const runs = Array.from({ length: flags.firms }, (_, at) => {
      const problem = core.randomFirm(at + 1, { ...size, scarcePercent });
      const run = solved(problem, { seconds: flags.firmSeconds, relativeGap: 0.01, seed: at + 1 });
      console.log(
        `scarce roles have room for ${scarcePercent} %, firm ${at + 1}: ${run.status}, gap ${(100 * run.gap).toFixed(2)} %, ${run.chosen} chosen, ${run.cpu.toFixed(2)} s CPU, ${run.wall.toFixed(2)} s wall`,
      );
      return run;
    });
    return {
      scarcePercent,
      firms: runs.length,
      provenToOnePercent: share(runs, (run) => run.gap <= 0.01),
      gapPercent: mean(runs, (run) => 100 * run.gap),
      worstGapPercent: round(Math.max(...runs.map((run) => 100 * run.gap))),
      cpuSeconds: mean(runs, (run) => run.cpu),
      wallSeconds: mean(runs, (run) => run.wall),
    };
  });
  return { ...size, byScarcity };
}

/** Small problems against trying every choice; any difference ends the run. */
function brute() {
  const largest = flags.large ? 18 : 7;
  const problems = core.smallProblems(flags.brute, flags.seed, largest);
  let infeasible = 0;
  for (const [at, problem] of problems.entries()) {
    const result = core.solvePortfolio(problem, { solver });
    const best = core.bruteForce(problem);
    if (best === null) infeasible += 1;
    const agrees = best === null ? result.status === 'infeasible' : result.value === best;
    if (!agrees) throw new Error(`seed ${flags.seed + at}: ${best} but ${JSON.stringify(result)}`);
  }
  console.log(
    `${problems.length} problems of up to ${largest} candidates agree with trying every choice (${infeasible} of them have none)`,
  );
  return { problems: problems.length, largest, infeasible };
}

function solved(problem, options) {
  const [cpuStart, wallStart] = [cpuSeconds(), performance.now()];
  let [value, foundAt] = [-Infinity, 0];
  const result = core.solvePortfolio(problem, {
    ...options,
    solver,
    now: () => 1000 * cpuSeconds(),
    onProgress: (progress) => {
      if (progress.value > value) [value, foundAt] = [progress.value, cpuSeconds() - cpuStart];
    },
  });
  if (!('chosen' in result)) throw new Error(JSON.stringify(result));
  if (core.check(problem, result.chosen).violations.length > 0) throw new Error('a rule is broken');
  const { status, gap, bound, chosen } = result;
  const cpu = cpuSeconds() - cpuStart;
  const wall = (performance.now() - wallStart) / 1000;
  return { status, value: result.value, gap, bound, chosen: chosen.length, foundAt, cpu, wall };
}

function cpuSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function share(runs, is) {
  return round((100 * runs.filter(is).length) / runs.length);
}

function mean(runs, of) {
  return round(runs.reduce((sum, run) => sum + of(run), 0) / runs.length);
}

function round(value) {
  return Number(value.toFixed(4));
}

async function loadCore() {
  const output = join(cacheFolder, 'bench-portfolio');
  const names = {
    solve: 'solve',
    check: 'check',
    highs: 'highs-solver',
    mknap: 'read-mknap',
    firm: 'random-firm.fixture',
    small: 'random-problem.fixture',
    brute: 'brute-force.fixture',
  };
  await build({
    input: Object.fromEntries(
      Object.entries(names).map(([name, file]) => [
        name,
        join(root, 'core/src/portfolio', `${file}.ts`),
      ]),
    ),
    platform: 'node',
    output: { dir: output, entryFileNames: '[name].mjs', cleanDir: true },
  });
  const modules = await Promise.all(
    Object.keys(names).map((name) => import(pathToFileURL(join(output, `${name}.mjs`)).href)),
  );
  return Object.assign({}, ...modules);
}

function readFlags(words) {
  const numberOf = (name, fallback) => {
    const at = words.indexOf(name);
    return at < 0 ? fallback : Number(words[at + 1]);
  };
  const isValue = (at) =>
    at > 0 && /^--(seconds|firms|firm-seconds|brute|seed)$/.test(words[at - 1]);
  return {
    folder: words.find((word, at) => !word.startsWith('--') && !isValue(at)),
    seconds: numberOf('--seconds', 1),
    firms: numberOf('--firms', words.includes('--brute') ? 0 : 3),
    firmSeconds: numberOf('--firm-seconds', 10),
    brute: numberOf('--brute', 0),
    seed: numberOf('--seed', 1),
    large: words.includes('--large'),
    json: words.includes('--json'),
    verbose: words.includes('--verbose'),
  };
}
