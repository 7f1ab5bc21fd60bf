// Monte Carlo over a plan: `npm run bench:uncertainty [-- --tasks N --samples N] [--json]` makes a plan of
// linked tasks (phases of ten, half as many links again as tasks, lags, dates, an eight-hour week with
// holidays), gives every task three estimates, and prints seconds of CPU, once with tasks on the firm's
// calendar, once with each on one of forty people's, and once so with people's limits. The floor, measured in the same run: the dates
// of all samples copied from one array to another. `--json` ends with one line of figures.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'rolldown';
import { cacheFolder, root } from './paths.mjs';

const words = process.argv.slice(2);
const numberOf = (name, fallback) =>
  words.includes(name) ? Number(words[words.indexOf(name) + 1]) : fallback;
const [count, samples] = [numberOf('--tasks', 10_000), numberOf('--samples', 1_000)];
if (!(count > 0 && samples > 0)) {
  console.error('usage: npm run bench:uncertainty [-- --tasks N --samples N] [--json]');
  process.exit(2);
}

const output = join(cacheFolder, 'bench-uncertainty');
const entry = (path) => join(root, 'core/src', `${path}.ts`);
await build({
  input: {
    simulate: entry('schedule/uncertainty/simulate'),
    finishes: entry('schedule/uncertainty/finishes'),
    schedule: entry('schedule/schedule'),
    hours: entry('schedule/day-hours'),
    minute: entry('schedule/minute'),
    random: entry('random'),
  },
  platform: 'node',
  output: { dir: output, entryFileNames: '[name].mjs', cleanDir: true },
});
const load = (name) => import(pathToFileURL(join(output, `${name}.mjs`)).href);
const { simulate } = await load('simulate');
const { finishAt } = await load('finishes');
const { schedule } = await load('schedule');
const { standardCalendar } = await load('hours');
const { instantOf, minuteOf } = await load('minute');
const { seededRandom } = await load('random');

/** A third shorter at best, twice as long at worst. */
const estimates = { kind: 'betaPert', optimistic: 0.7, likely: 1, pessimistic: 2 };
const copy = measured(copyDates);
const figures = { tasks: count, samples, floorCpuSeconds: round(copy.cpuSeconds, 3) };
for (const [name, people, isLevelled] of [
  ['calendar', 0, false],
  ['people', 40, false],
  ['limits', 40, true],
]) {
  const project = planOf(people);
  const planned = schedule(project);
  const spreads = new Map(project.tasks.map(({ id }) => [id, estimates]));
  const targets = [{ id: 'project', isEnd: true }];
  const { result, cpuSeconds } = measured(() =>
    simulate({
      project,
      spreads,
      targets,
      samples,
      seed: 1,
      ...(isLevelled ? limitsOf(project) : {}),
    }),
  );
  const { finishes } = result.targets[0];
  figures[name] = {
    cpuSeconds: round(cpuSeconds, 2),
    nanosecondsPerTask: Math.round((cpuSeconds * 1e9) / (count * samples)),
    timesFloor: round(cpuSeconds / copy.cpuSeconds, 1),
  };
  console.log(
    `${name}: ${samples} samples of ${count} tasks in ${figures[name].cpuSeconds} s of CPU, ` +
      `${figures[name].nanosecondsPerTask} ns a task and sample, ${figures[name].timesFloor} times the floor`,
  );
  const [p50, p80, p95] = [0.5, 0.8, 0.95].map((share) => instantOf(finishAt(finishes, share)));
  console.log(`  plan ${instantOf(planned.finish)}, P50 ${p50}, P80 ${p80}, P95 ${p95}`);
}
console.log(`floor: the dates of all samples copied in ${figures.floorCpuSeconds} s of CPU`);
if (words.includes('--json')) console.log(JSON.stringify(figures));

/** Start and finish of each task from array to array, once for each sample. */
function copyDates() {
  const from = Float64Array.from({ length: 2 * count }, (_, i) => i);
  const to = new Float64Array(2 * count);
  for (let sample = 0; sample < samples; sample += 1)
    for (let i = 0; i < from.length; i += 1) to[i] = from[i] + sample;
  return to[count];
}

function measured(work) {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { result, cpuSeconds: (user + system) / 1e6 };
}

function planOf(people) {
  const start = minuteOf('2026-03-02T08:00');
  const standard = { ...standardCalendar('standard'), exceptions: holidays(start) };
  const { tasks, links, leaves } = workOf(start);
  const ids = Array.from({ length: people }, (_, i) => `person-${i}`);
  const calendars = ids.map((id, i) => personCalendar(id, start + 1440 * 30 * (i % 12)));
  return {
    start,
    calendars: [standard, ...calendars],
    defaultCalendarId: 'standard',
    tasks,
    links,
    resources: ids.map((id) => ({ id, kind: 'work', calendarId: id })),
    assignments:
      people === 0
        ? []
        : leaves.map((taskId, i) => ({ taskId, resourceId: ids[(i * 7) % people], units: 1 })),
  };
}

/** Everybody works on one thing at a time. */
function limitsOf({ assignments }) {
  return {
    limits: new Map(
      assignments.map(({ taskId, resourceId }) => [
        taskId,
        [{ worker: resourceId, share: 10_000 }],
      ]),
    ),
  };
}

/** Phases of ten tasks; each task follows one or two of the last sixty. */
function workOf(start) {
  const random = seededRandom(4);
  const upTo = (most) => Math.floor(random() * most);
  const tasks = [];
  const links = [];
  const leaves = [];
  while (tasks.length < count) {
    const place = tasks.length % 11;
    const id = `t${tasks.length}`;
    if (place === 0) {
      tasks.push({ id, duration: { minutes: 0, unit: 'working' } });
      continue;
    }
    const constraint = { type: 'startNoEarlierThan', date: start + 1440 * upTo(400) };
    const duration = { minutes: 60 * (1 + upTo(80)), unit: 'working' };
    const own = { id, parentId: `t${tasks.length - place}`, duration };
    tasks.push(upTo(20) === 0 ? { ...own, constraint } : own);
    links.push(...linksTo(id, leaves, upTo));
    leaves.push(id);
  }
  return { tasks, links, leaves };
}

function linksTo(successorId, leaves, upTo) {
  if (leaves.length === 0) return [];
  return Array.from({ length: 1 + upTo(2) }, () => ({
    predecessorId: leaves[Math.max(0, leaves.length - 1 - upTo(60))],
    successorId,
    type: upTo(10) === 0 ? 'startToStart' : 'finishToStart',
    lag: { minutes: upTo(8) === 0 ? 480 : 0, unit: 'working' },
  }));
}

function holidays(start) {
  const first = Math.floor(start / 1440);
  return Array.from({ length: 60 }, (_, i) => ({
    from: first + i * 61,
    to: first + i * 61,
    hours: [],
  }));
}

/** Four days a week and three weeks of leave. */
function personCalendar(id, leave) {
  const day = Math.floor(leave / 1440);
  return {
    id,
    baseId: 'standard',
    week: [null, null, null, null, [], null, null],
    exceptions: [{ from: day, to: day + 20, hours: [] }],
  };
}

function round(value, digits) {
  return Number(value.toFixed(digits));
}
