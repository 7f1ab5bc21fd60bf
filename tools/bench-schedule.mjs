// What dates cost: a full pass and a single edit on 10,000 linked tasks, beside a copy of the same
// columns as the physical floor, and how the full pass grows to a million. CPU time of this process.
// `npm run bench:schedule [-- --json]`
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'rolldown';
import { cacheFolder, root } from './paths.mjs';

const output = join(cacheFolder, 'bench-schedule');
const names = ['calculate', 'network', 'reschedule', 'result', 'day-hours', 'minute'];
await build({
  input: Object.fromEntries(
    names.map((name) => [name, join(root, 'core/src/schedule', `${name}.ts`)]),
  ),
  platform: 'node',
  output: { dir: output, entryFileNames: '[name].mjs', cleanDir: true },
});
const load = (name) => import(pathToFileURL(join(output, `${name}.mjs`)).href);
const { calculate } = await load('calculate');
const { compile } = await load('network');
const { reschedule } = await load('reschedule');
const { resultOf, scheduledTaskAt } = await load('result');
const { standardCalendar } = await load('day-hours');
const { minuteOf } = await load('minute');

const figures = { tasks10k: figuresOf(10_000), growth: {} };
for (const count of [1_000, 10_000, 100_000, 1_000_000]) {
  const network = compile(plan(count));
  const runs = Math.max(3, Math.min(200, Math.round(300_000 / count)));
  const ms = median(runs, () => calculate(network));
  figures.growth[count] = { ms, microsecondsPerTask: round((1000 * ms) / count) };
}
print();

function figuresOf(count) {
  const project = plan(count);
  const network = compile(project);
  const calculated = calculate(network);
  const places = Array.from({ length: 61 }, (_, i) => Math.floor(((i + 0.5) * count) / 61));
  const edits = places
    .map((place) => project.tasks[place])
    .map((task) => ({
      ...task,
      duration: { minutes: task.duration.minutes + 240, unit: 'working' },
    }));
  let next = 0;
  let changed = 0;
  const edit = () => {
    const after = reschedule(calculated, { tasks: [edits[next % edits.length]] });
    next += 1;
    changed += after.changed.length;
    for (const place of after.changed.slice(0, 100)) scheduledTaskAt(after.calculated, place);
  };
  const copyMs = median(400, () => copies(calculated.dates));
  const compileMs = median(15, () => compile(project));
  const fullMs = median(40, () => calculate(network));
  const resultMs = median(20, () => resultOf(calculated));
  const editMs = median(244, edit);
  return {
    links: project.links.length,
    compileMs,
    fullMs,
    resultMs,
    editMs,
    changedByEdit: Math.round(changed / next),
    copyMs,
    fullToCopy: round(fullMs / copyMs),
    editToCopy: round(editMs / copyMs),
  };
}

/** The columns that a pass writes, copied: what no calculation can go below. */
function copies(dates) {
  return Object.values(dates).map((column) =>
    typeof column === 'number' ? column : column.slice(),
  );
}

/** Phases of twenty tasks that follow each other in four chains, each with a holiday calendar. */
function plan(count) {
  const tasks = [];
  const links = [];
  const day = Math.floor(minuteOf('2026-01-05T08:00') / 1440);
  for (let i = 0; i < count; i += 1) {
    const phase = Math.floor(i / 21);
    const minutes = 240 * (1 + ((i * 7919) % 12));
    if (i % 21 === 0) tasks.push({ id: `t${i}`, duration: { minutes: 0, unit: 'working' } });
    else {
      tasks.push({
        id: `t${i}`,
        parentId: `t${phase * 21}`,
        duration: { minutes, unit: 'working' },
      });
      const before = i - (i % 4) - 1;
      const type = i % 17 === 0 ? 'startToStart' : 'finishToStart';
      if (before % 21 !== 0 && before > 0 && i - before < 21)
        links.push({ predecessorId: `t${before}`, successorId: `t${i}`, type });
      // Phases run beside each other in 50 streams, so that plans of any size last years, not ages.
      if (i % 21 === 1 && phase >= 50)
        links.push({
          predecessorId: `t${(phase - 50) * 21}`,
          successorId: `t${i}`,
          type: 'finishToStart',
        });
    }
  }
  const exceptions = Array.from({ length: 40 }, (_, i) => ({
    from: day + i * 45,
    to: day + i * 45 + 1,
    hours: [],
  }));
  return {
    start: minuteOf('2026-01-05T08:00'),
    calendars: [{ ...standardCalendar('standard'), exceptions }],
    defaultCalendarId: 'standard',
    tasks,
    links,
  };
}

function median(runs, work) {
  for (let i = 0; i < Math.min(runs, 5); i += 1) work();
  const times = Array.from({ length: runs }, () => {
    const before = process.cpuUsage();
    const start = performance.now();
    work();
    const { user, system } = process.cpuUsage(before);
    // CPU time has steps of a millisecond on some machines: short work is measured by the clock.
    const elapsed = performance.now() - start;
    return elapsed < 5 ? elapsed : Math.min(elapsed, (user + system) / 1000);
  }).sort((a, b) => a - b);
  return round(times[Math.floor(runs / 2)]);
}

function round(value) {
  return Number(value.toPrecision(3));
}

function print() {
  const { tasks10k, growth } = figures;
  console.log(`10,000 tasks, ${tasks10k.links} links`);
  console.log(`  made ready        ${tasks10k.compileMs} ms`);
  console.log(
    `  full pass         ${tasks10k.fullMs} ms (${tasks10k.fullToCopy} × a copy of its columns)`,
  );
  console.log(`  result as objects ${tasks10k.resultMs} ms`);
  console.log(
    `  one edit          ${tasks10k.editMs} ms (${tasks10k.editToCopy} × the copy), ${tasks10k.changedByEdit} tasks changed on average`,
  );
  console.log(`  copy of columns   ${tasks10k.copyMs} ms`);
  for (const [count, { ms, microsecondsPerTask }] of Object.entries(growth))
    console.log(
      `${Number(count).toLocaleString('en')} tasks: ${ms} ms, ${microsecondsPerTask} µs a task`,
    );
  if (process.argv.includes('--json')) console.log(JSON.stringify(figures));
}
