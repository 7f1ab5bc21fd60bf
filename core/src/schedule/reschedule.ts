import { backwardAt } from './backward.ts';
import { type Calculated, calculate, endOf, hasLateTasks } from './calculate.ts';
import { at } from './column.ts';
import { setTaskValues } from './columns.ts';
import type { Dates, Pass } from './dates.ts';
import { forwardAt } from './forward.ts';
import type { ScheduleAssignment, ScheduleLink, ScheduleTask } from './model.ts';
import { compile, type Network } from './network.ts';
import { placementOf } from './placement.ts';
import { freeOf, totalOf } from './slack.ts';
import type { TaskValues } from './values.ts';

/** What changes in a plan. */
export type ScheduleEdits = {
  /** Tasks in their new form, by id. One that is new, or stands elsewhere in the outline, costs a full pass. */
  readonly tasks?: readonly ScheduleTask[];
  /** All links or assignments anew, when one of them changes: a full pass. */
  readonly links?: readonly ScheduleLink[];
  readonly assignments?: readonly ScheduleAssignment[];
};

/** The plan after edits. What was given stays as it was, so that undo is going back to it. */
export type Rescheduled = {
  readonly calculated: Calculated;
  /** Places of tasks whose dates or slack may differ from before. */
  readonly changed: readonly number[];
};

/**
 * Dates after edits: only what can change is calculated again, in the network's order, until nothing
 * moves any more. Equal to a full pass. Plans with tasks as late as possible take the full pass, since
 * their dates go back and forth.
 */
export function reschedule(calculated: Calculated, edits: ScheduleEdits): Rescheduled {
  const tasks = edits.tasks ?? [];
  const isSmall =
    !edits.links && !edits.assignments && tasks.every((task) => isInPlace(calculated, task));
  if (!isSmall || hasLateTasks(calculated.network)) return anew(calculated, edits);
  const network = editedNetwork(calculated.network, tasks);
  if (hasLateTasks(network)) return anew(calculated, edits);
  const dates = copyOf(calculated.dates);
  const places = tasks.map(({ id }) => network.places.get(id) ?? 0);
  const moved = new Set<number>(places);
  const pass = { network, dates, isSecond: false };
  spreadForward(pass, places, moved);
  spreadBackward(pass, places, moved, calculated.dates.end);
  const standing = { start: dates.earlyStart, finish: dates.earlyFinish };
  const next = { network, dates, standing, slack: copyOfSlack(calculated) };
  renewSlack(next, moved);
  return { calculated: next, changed: [...moved] };
}

function anew({ network }: Calculated, edits: ScheduleEdits): Rescheduled {
  const edited = new Map((edits.tasks ?? []).map((task) => [task.id, task]));
  const tasks = network.project.tasks.map((task) => edited.get(task.id) ?? task);
  const added = (edits.tasks ?? []).filter(({ id }) => !network.places.has(id));
  const calculated = calculate(
    compile({
      ...network.project,
      tasks: [...tasks, ...added],
      links: edits.links ?? network.project.links,
      assignments: edits.assignments ?? network.project.assignments ?? [],
    }),
  );
  return { calculated, changed: calculated.network.project.tasks.map((_, place) => place) };
}

function isInPlace({ network }: Calculated, task: ScheduleTask): boolean {
  const place = network.places.get(task.id);
  return place !== undefined && network.project.tasks[place]?.parentId === task.parentId;
}

function editedNetwork(network: Network, edited: readonly ScheduleTask[]): Network {
  const tasks = [...network.project.tasks];
  const clocks = [...network.clocks];
  const values = copyOfValues(network.values);
  const { isMirrored, places } = network;
  for (const task of edited) {
    const place = places.get(task.id) ?? 0;
    tasks[place] = task;
    clocks[place] = network.clockOf(task);
    const placement = placementOf(task, network.setting);
    setTaskValues(values, { place, task, isMirrored, placement });
  }
  return { ...network, project: { ...network.project, tasks }, clocks, values };
}

/** Marks on nodes by their place in the order; the next is found by a scan of bytes, which is fast. */
type Marks = { readonly bytes: Uint8Array; readonly mark: (node: number) => void };

function marksOf(network: Network): Marks {
  const bytes = new Uint8Array(network.order.length);
  const mark = (node: number) => {
    bytes[at(network.position, node)] = 1;
  };
  return { bytes, mark };
}

function spreadForward(pass: Pass, edited: readonly number[], moved: Set<number>): void {
  const { network } = pass;
  const marks = marksOf(network);
  for (const place of edited) {
    marks.mark(place);
    markAfter(network, place, marks);
  }
  const { bytes } = marks;
  for (let next = bytes.indexOf(1); next >= 0; next = bytes.indexOf(1, next + 1)) {
    bytes[next] = 0;
    const node = at(network.order, next);
    const task = node >= network.count ? node - network.count : node;
    const before = earlyOf(pass.dates, task);
    forwardAt(pass, node);
    if (isEqual(before, earlyOf(pass.dates, task))) continue;
    moved.add(task);
    if (node === task) markBelow(network, task, marks);
    markAfter(network, task, marks);
  }
}

/** Successors and the end of the summary above, whose dates go by a task's. */
function markAfter(network: Network, task: number, { mark }: Marks): void {
  const { outgoing, links, parent, count, isSummary } = network;
  if (at(isSummary, task) === 1) mark(count + task);
  for (let i = at(outgoing.starts, task); i < at(outgoing.starts, task + 1); i += 1)
    mark(at(links.to, at(outgoing.items, i)));
  const above = at(parent, task);
  if (above >= 0) mark(count + above);
}

function markBelow(network: Network, task: number, { mark }: Marks): void {
  const { children } = network;
  for (let i = at(children.starts, task); i < at(children.starts, task + 1); i += 1)
    mark(at(children.items, i));
}

function spreadBackward(
  pass: Pass,
  edited: readonly number[],
  moved: Set<number>,
  endBefore: number,
): void {
  const { network, dates } = pass;
  const marks = marksOf(network);
  for (const place of edited) {
    markBefore(network, place, marks);
    marks.mark(place);
    if (at(network.isSummary, place) === 1) marks.mark(network.count + place);
  }
  // Late dates of work begun go by its early ones.
  for (const place of moved) marks.mark(place);
  dates.end = endOf(network, dates);
  if (dates.end !== endBefore || network.options.multipleCriticalPaths)
    markLimited(pass, endBefore, marks, moved);
  const { bytes } = marks;
  for (let next = bytes.lastIndexOf(1); next >= 0; next = lastMark(bytes, next)) {
    bytes[next] = 0;
    const node = at(network.order, next);
    const task = node >= network.count ? node - network.count : node;
    const before = lateOf(dates, task);
    backwardAt(pass, node);
    if (isEqual(before, lateOf(dates, task))) continue;
    moved.add(task);
    if (node !== task) markEndsBelow(network, task, marks);
    markBefore(network, task, marks);
  }
}

function lastMark(bytes: Uint8Array, before: number): number {
  return before === 0 ? -1 : bytes.lastIndexOf(1, before - 1);
}

/** Predecessors and the summary above, whose late dates go by a task's. */
function markBefore(network: Network, task: number, { mark }: Marks): void {
  const { incoming, links, parent, count, isSummary } = network;
  for (let i = at(incoming.starts, task); i < at(incoming.starts, task + 1); i += 1) {
    const source = at(links.from, at(incoming.items, i));
    mark(at(isSummary, source) === 1 ? count + source : source);
  }
  const above = at(parent, task);
  if (above >= 0) mark(above);
}

function markEndsBelow(network: Network, task: number, { mark }: Marks): void {
  const { children, count, isSummary } = network;
  for (let i = at(children.starts, task); i < at(children.starts, task + 1); i += 1) {
    const child = at(children.items, i);
    mark(at(isSummary, child) === 1 ? count + child : child);
  }
}

/** Tasks whose late finish goes by the end of the whole, which has moved. */
function markLimited(
  { network, dates }: Pass,
  endBefore: number,
  { mark }: Marks,
  moved: ReadonlySet<number>,
): void {
  const isOwn = network.options.multipleCriticalPaths;
  for (let task = 0; task < network.count; task += 1) {
    if (at(network.isSummary, task) === 1) continue;
    const asked = at(dates.askedFinish, task);
    const isLimited = Math.min(asked, endBefore) !== Math.min(asked, dates.end);
    if (isLimited || (isOwn && moved.has(task))) mark(task);
  }
}

/** Slack of the tasks moved, and free slack of those they wait for. */
function renewSlack(calculated: Calculated, moved: ReadonlySet<number>): void {
  const { network, dates, standing, slack } = calculated;
  const { incoming, links } = network;
  const affected = new Set(moved);
  for (const task of moved) {
    slack.total[task] = totalOf(network, dates, task);
    for (let i = at(incoming.starts, task); i < at(incoming.starts, task + 1); i += 1)
      affected.add(at(links.from, at(incoming.items, i)));
  }
  for (const task of affected)
    slack.free[task] = freeOf(network, standing, task, at(slack.total, task));
}

function earlyOf(dates: Dates, task: number): readonly number[] {
  return [
    at(dates.earlyStart, task),
    at(dates.earlyFinish, task),
    at(dates.startBound, task),
    at(dates.finishBound, task),
    at(dates.driver, task),
  ];
}

function lateOf(dates: Dates, task: number): readonly number[] {
  return [
    at(dates.lateStart, task),
    at(dates.lateFinish, task),
    at(dates.lateBound, task),
    at(dates.lateStartBound, task),
    at(dates.restStart, task),
    at(dates.passedLate, task),
  ];
}

function isEqual(before: readonly number[], after: readonly number[]): boolean {
  return before.every((value, i) => Object.is(value, after[i]));
}

function copyOf(dates: Dates): Dates {
  return {
    earlyStart: dates.earlyStart.slice(),
    earlyFinish: dates.earlyFinish.slice(),
    lateStart: dates.lateStart.slice(),
    lateFinish: dates.lateFinish.slice(),
    startBound: dates.startBound.slice(),
    finishBound: dates.finishBound.slice(),
    lateBound: dates.lateBound.slice(),
    lateStartBound: dates.lateStartBound.slice(),
    passedLate: dates.passedLate.slice(),
    askedFinish: dates.askedFinish.slice(),
    restStart: dates.restStart.slice(),
    driver: dates.driver.slice(),
    end: dates.end,
  };
}

function copyOfSlack({ slack }: Calculated): Calculated['slack'] {
  return { total: slack.total.slice(), free: slack.free.slice() };
}

function copyOfValues(values: TaskValues): TaskValues {
  return {
    duration: values.duration.slice(),
    isElapsed: values.isElapsed.slice(),
    constraint: values.constraint.slice(),
    constraintDate: values.constraintDate.slice(),
    winner: values.winner.slice(),
    deadline: values.deadline.slice(),
    delay: values.delay.slice(),
    placement: [...values.placement],
    isActive: values.isActive.slice(),
    state: values.state.slice(),
  };
}
