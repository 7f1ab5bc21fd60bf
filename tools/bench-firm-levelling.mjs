// What levelling a whole firm costs, by the minutes of each person and day: `npm run bench:levelling-firm --
// [--tasks 600] [--people 30] [--schedules 200] [--json]`. Prints CPU time of the first plan, of each schedule
// after it, of the checker, and of all that a press of "Level" does. The made-up firm has uneven weeks, part
// time from a day on, leave, shares of time, pairs and work without people; the same each time.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'rolldown';
import { cacheFolder, root } from './paths.mjs';

const { values } = parseArgs({
  options: {
    tasks: { type: 'string', default: '600' },
    people: { type: 'string', default: '30' },
    schedules: { type: 'string', default: '200' },
    json: { type: 'boolean', default: false },
  },
});
const [tasks, people, schedules] = [values.tasks, values.people, values.schedules].map(Number);
const core = await loadCore();
const { day, firm, person, personId, project, task, taskId, addDays, seededRandom } = core;
const random = seededRandom(7);
const whole = (low, high) => low + Math.floor(random() * (high - low + 1));
const monday = day('2026-11-30');
const roles = Array.from({ length: 6 }, (_, at) => `role ${at}`);
const work = madeUpFirm();

const { problem } = core.problemOf(work);
const first = timed(() => solved(1));
// Again, warm: else the compiler's work in the first would be taken off the schedules after it.
const one = timed(() => solved(1));
const all = timed(() => solved(schedules));
const checked = timed(() => core.check(problem, all.value));
if (checked.value.length > 0) throw new Error('the plan breaks a rule');
const pressed = timed(() => core.levelFirm(work, { seed: 1, maxSchedules: schedules }));
if (!pressed.value.ok) throw new Error(JSON.stringify(pressed.value));
const plan = createHash('sha1').update(JSON.stringify(all.value.activities)).digest('hex');
const figures = {
  tasks,
  people,
  schedules,
  firstPlanMs: first.ms,
  eachScheduleMs: (all.ms - one.ms) / (schedules - 1),
  checkMs: checked.ms,
  levelMs: pressed.ms,
  lateness: all.value.cost.lateness,
  makespan: all.value.cost.makespan,
  plan: plan.slice(0, 8),
};
for (const [name, value] of Object.entries(figures))
  console.log(`${name.padEnd(15)} ${typeof value === 'number' ? Number(value.toFixed(3)) : value}`);
if (values.json) console.log(JSON.stringify(figures));

function solved(maxSchedules) {
  const result = core.solve(problem, { seed: 1, maxSchedules });
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.solution;
}

/** CPU time, so that other programs do not count. */
function timed(run) {
  const before = process.cpuUsage();
  const value = run();
  const { user, system } = process.cpuUsage(before);
  return { value, ms: (user + system) / 1e3 };
}

function madeUpFirm() {
  const projects = Math.ceil(tasks / 30);
  return firm({
    people: Array.from({ length: people }, (_, at) => madeUpPerson(at)),
    roles: roles.map((id) => ({ id, name: id })),
    projects: Array.from({ length: projects }, (_, at) =>
      project(`P${at}`, {
        endOn: addDays(monday, whole(40, 250)),
        priority: whole(1, 5),
        kind: at % 4 === 0 ? 'initiative' : 'client',
      }),
    ),
    tasks: Array.from({ length: tasks }, (_, at) => madeUpTask(at, projects)),
    dependencies: Array.from({ length: tasks }, (_, at) => linksInto(at, projects)).flat(),
  });
}

function madeUpPerson(at) {
  const leave = Array.from({ length: 6 }, () => {
    const from = addDays(monday, whole(0, 700));
    return { from, to: addDays(from, whole(1, 14)) };
  });
  const weeks = { 1: [480, 480, 0, 480, 240, 0, 0], 2: [384, 384, 384, 384, 384, 0, 0] };
  const roleId = roles[at % roles.length];
  const half = { weekMinutes: [240, 240, 240, 240, 240, 0, 0], roleId };
  return person(`p${at}`, {
    roleId,
    leave,
    ...(weeks[at % 5] ? { weekMinutes: weeks[at % 5] } : {}),
    later: at % 5 === 3 ? [{ from: addDays(monday, whole(20, 200)), ...half }] : [],
  });
}

function madeUpTask(at, projects) {
  const role = whole(0, roles.length - 1);
  const ofRole = () =>
    role + roles.length * whole(0, Math.floor((people - 1 - role) / roles.length));
  const chance = random();
  const on = chance < 0.15 ? [] : chance < 0.85 ? [ofRole()] : [ofRole(), whole(0, people - 1)];
  const share = random() < 0.3 ? 5_000 : 10_000;
  const from = addDays(monday, whole(0, 150));
  return {
    ...task(`t${at}`, {
      of: `P${at % projects}`,
      roleId: roles[role],
      estimateMinutes: 120 * whole(1, 40),
      isMilestone: random() < 0.05,
      state: random() < 0.05 ? 'started' : 'open',
      ...(random() < 0.4 ? { startOn: from, dueOn: addDays(from, whole(1, 12)) } : {}),
      deadlineOn: random() < 0.1 ? addDays(monday, whole(20, 200)) : null,
    }),
    assignees: [...new Set(on)].map((who) => ({ personId: personId(`p${who}`), share })),
  };
}

/** Up to two links from tasks of the same project. */
function linksInto(at, projects) {
  return [0, 1].flatMap(() => {
    if (at < projects || random() < 0.4) return [];
    const before = at - projects * whole(1, Math.min(4, Math.floor(at / projects)));
    return [
      {
        predecessorId: taskId(`t${before}`),
        successorId: taskId(`t${at}`),
        type: random() < 0.9 ? 'finish-start' : 'start-start',
        lagMinutes: random() < 0.1 ? 480 : 0,
      },
    ];
  });
}

async function loadCore() {
  const output = join(cacheFolder, 'bench-firm-levelling');
  const entry = (name) => join(root, 'core/src', `${name}.ts`);
  const levelling = 'schedule/levelling';
  const names = {
    solve: `${levelling}/solve`,
    check: `${levelling}/check`,
    problem: `${levelling}/multi-project/problem-of`,
    level: `${levelling}/multi-project/level-firm`,
    firm: `${levelling}/multi-project/firm.fixture`,
    dates: 'calendar-date',
    random: 'random',
  };
  await build({
    input: Object.fromEntries(Object.entries(names).map(([name, path]) => [name, entry(path)])),
    platform: 'node',
    output: { dir: output, entryFileNames: '[name].mjs', cleanDir: true },
  });
  const modules = await Promise.all(
    Object.keys(names).map((name) => import(pathToFileURL(join(output, `${name}.mjs`)).href)),
  );
  return Object.assign({}, ...modules);
}
