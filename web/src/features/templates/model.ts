import type { TemplateView } from '@evenkeel/contract/templates';
import { noSpread } from '@evenkeel/core/projects/estimate-spread';
import { plainTask } from '@evenkeel/core/projects/template';

export type Outline = TemplateView['outline'];
export type OutlinePhase = Outline['phases'][number];
export type OutlineTask = OutlinePhase['tasks'][number];

/** Where a task stands in an outline. */
export type TaskPlace = { readonly phase: number; readonly task: number };

/** A task with its phase and where it stood among all tasks, by which others wait for it. */
type Line = { readonly phase: number; readonly task: OutlineTask; readonly was: number | null };

const whole = 10_000;

/** First day and number of days of a share of a project, in weekdays counted from 1. */
export function daysOf(outline: Outline, shares: { startShare: number; endShare: number }) {
  const length = outline.durationWeekdays;
  const last = Math.max(1, Math.ceil((length * shares.endShare) / whole));
  const first = Math.min(Math.floor((length * shares.startShare) / whole) + 1, last);
  return { first, count: last - first + 1 };
}

/** The shares of days, rounded inwards so that the same days come back; cut to the project. */
export function sharesOf(outline: Outline, days: { first: number; count: number }) {
  const length = outline.durationWeekdays;
  const first = Math.min(Math.max(1, days.first), length);
  const last = Math.min(Math.max(first, first + days.count - 1), length);
  const startShare = Math.ceil(((first - 1) * whole) / length);
  return { startShare, endShare: Math.max(startShare, Math.floor((last * whole) / length)) };
}

/** An outline with one task changed; its phase stretches to hold it. */
export function changeTask(
  outline: Outline,
  place: TaskPlace,
  change: Partial<OutlineTask>,
): Outline {
  return withPhase(outline, place.phase, (phase) =>
    stretched({
      ...phase,
      tasks: phase.tasks.map((task, index) =>
        index === place.task ? { ...task, ...change } : task,
      ),
    }),
  );
}

/** A task that becomes a milestone is a point at its end and takes no hours. */
export function setMilestone(outline: Outline, place: TaskPlace, isMilestone: boolean): Outline {
  const task = outline.phases[place.phase]?.tasks[place.task];
  if (!task) return outline;
  const point = { startShare: task.endShare, weight: 0, estimateMinutes: null, ...noSpread };
  return changeTask(outline, place, { isMilestone, ...(isMilestone ? point : {}) });
}

/** An outline with a phase changed; its tasks are cut to it. */
export function changePhase(
  outline: Outline,
  index: number,
  change: Partial<Omit<OutlinePhase, 'tasks'>>,
): Outline {
  return withPhase(outline, index, (phase) => {
    const next = { ...phase, ...change };
    const cut = (share: number) => Math.min(Math.max(share, next.startShare), next.endShare);
    return {
      ...next,
      tasks: next.tasks.map((task) => ({
        ...task,
        startShare: cut(task.startShare),
        endShare: cut(task.endShare),
      })),
    };
  });
}

/** A new phase at the end, over the last quarter of the project. */
export function addPhase(outline: Outline): Outline {
  const startShare = outline.phases.length === 0 ? 0 : 7_500;
  const phase = { name: 'New phase', startShare, endShare: whole, tasks: [] };
  return { ...outline, phases: [...outline.phases, phase] };
}

/** An outline without a phase and its tasks. */
export function removePhase(outline: Outline, index: number): Outline {
  const phases = outline.phases.map((phase, at) =>
    at === index ? { ...phase, tasks: [] } : phase,
  );
  const emptied = relined(
    { ...outline, phases },
    linesOf(outline).filter((line) => line.phase !== index),
  );
  return { ...emptied, phases: emptied.phases.filter((_, at) => at !== index) };
}

/** An outline with a phase one place earlier or later. */
export function stepPhase(outline: Outline, index: number, step: -1 | 1): Outline {
  const other = index + step;
  if (other < 0 || other >= outline.phases.length) return outline;
  const order = outline.phases.map((_, at) => (at === index ? other : at === other ? index : at));
  const lines = linesOf(outline).map((line) => ({
    ...line,
    phase: order[line.phase] ?? line.phase,
  }));
  const phases = order.flatMap((at) => outline.phases[at] ?? []);
  return relined({ ...outline, phases }, lines);
}

/** A new task at the end of a phase, over all of it. */
export function addTask(outline: Outline, phaseIndex: number, name: string): Outline {
  const phase = outline.phases[phaseIndex];
  if (!phase) return outline;
  const { startShare, endShare } = phase;
  const task: OutlineTask = {
    ...plainTask,
    name,
    roleId: null,
    weight: 0,
    isMilestone: false,
    startShare,
    endShare,
  };
  return relined(outline, [...linesOf(outline), { phase: phaseIndex, task, was: null }]);
}

/** An outline without a task; its parts stay, one level up. */
export function removeTask(outline: Outline, place: TaskPlace): Outline {
  const parts = partsOf(outline, place);
  const lines = placedLines(outline)
    .filter((line) => line.phase !== place.phase || line.index !== place.task)
    .map((line) =>
      line.phase === place.phase && parts.includes(line.index)
        ? { ...line, task: { ...line.task, level: line.task.level - 1 } }
        : line,
    );
  return relined(outline, lines);
}

/** An outline with a task, and what is part of it, one sibling earlier or later, or in the next phase. */
export function stepTask(outline: Outline, place: TaskPlace, step: -1 | 1): Outline {
  const phase = outline.phases[place.phase];
  const task = phase?.tasks[place.task];
  if (!phase || !task) return outline;
  const size = partsOf(outline, place).length + 1;
  const block = (at: number) => partsOf(outline, { ...place, task: at }).length + 1;
  const near = step === 1 ? place.task + size : siblingBefore(phase, place.task);
  const hasNear = near !== null && (phase.tasks[near]?.level ?? -1) === task.level;
  if (hasNear) {
    const to = step === 1 ? place.task + block(near) : near;
    return reordered(outline, place, { phase: place.phase, task: to });
  }
  const target = outline.phases[place.phase + step];
  if (!target || task.level > 0) return outline;
  const to = { phase: place.phase + step, task: step === 1 ? 0 : target.tasks.length };
  return reordered(outline, place, to);
}

/** An outline with a task part of the one above it, or one level up; with what is part of it. */
export function levelTask(outline: Outline, place: TaskPlace, by: -1 | 1): Outline {
  const phase = outline.phases[place.phase];
  const task = phase?.tasks[place.task];
  if (!phase || !task || task.level + by < 0) return outline;
  const above = siblingBefore(phase, place.task);
  if (by === 1 && (above === null || phase.tasks[above]?.isMilestone)) return outline;
  const moved = new Set([place.task, ...partsOf(outline, place)]);
  return withPhase(outline, place.phase, (own) => ({
    ...own,
    tasks: own.tasks.map((other, index) =>
      moved.has(index) ? { ...other, level: other.level + by } : other,
    ),
  }));
}

/** Whether a task holds others: its hours then stand on those. */
export function hasParts(outline: Outline, place: TaskPlace): boolean {
  return partsOf(outline, place).length > 0;
}

/** Where a task stands among all of them: how others name it when they wait for it. */
export function indexOf(outline: Outline, place: TaskPlace): number {
  const before = outline.phases.slice(0, place.phase);
  return before.reduce((sum, phase) => sum + phase.tasks.length, place.task);
}

/** How much there is in an outline. */
export function countsOf(outline: Outline) {
  const tasks = outline.phases.flatMap((phase) => phase.tasks);
  const milestones = tasks.filter((task) => task.isMilestone).length;
  return { phases: outline.phases.length, tasks: tasks.length - milestones, milestones };
}

function siblingBefore(phase: OutlinePhase, index: number): number | null {
  const level = phase.tasks[index]?.level ?? 0;
  for (let at = index - 1; at >= 0; at -= 1) {
    const other = phase.tasks[at]?.level ?? 0;
    if (other < level) return null;
    if (other === level) return at;
  }
  return null;
}

/** The tasks after this one that stand deeper, up to the next that does not. */
function partsOf(outline: Outline, { phase, task }: TaskPlace): number[] {
  const tasks = outline.phases[phase]?.tasks ?? [];
  const level = tasks[task]?.level ?? 0;
  const end = tasks.findIndex((other, index) => index > task && other.level <= level);
  const last = end === -1 ? tasks.length : end;
  return Array.from({ length: Math.max(0, last - task - 1) }, (_, index) => task + 1 + index);
}

function reordered(outline: Outline, from: TaskPlace, to: TaskPlace): Outline {
  const lines = placedLines(outline);
  const block = new Set([from.task, ...partsOf(outline, from)]);
  const isMoved = (line: (typeof lines)[number]) =>
    line.phase === from.phase && block.has(line.index);
  const moved = lines.filter(isMoved).map((line) => ({ ...line, phase: to.phase }));
  const rest = lines.filter((line) => !isMoved(line));
  const before = rest.filter((line) => line.phase < to.phase).length;
  const at = before + to.task;
  return relined(outline, [...rest.slice(0, at), ...moved, ...rest.slice(at)]);
}

function linesOf(outline: Outline): Line[] {
  return placedLines(outline).map(({ phase, task, was }) => ({ phase, task, was }));
}

function placedLines(outline: Outline) {
  let was = 0;
  return outline.phases.flatMap((phase, phaseIndex) =>
    phase.tasks.map((task, index) => ({ phase: phaseIndex, task, was: was++, index })),
  );
}

/** The phases of an outline with these tasks, in this order; what waits for what follows along. */
function relined(outline: Outline, lines: readonly Line[]): Outline {
  const phases = outline.phases.map((_, index) => lines.filter((line) => line.phase === index));
  const order = new Map(phases.flat().map((line, index) => [line.was, index]));
  return {
    ...outline,
    phases: outline.phases.map((phase, index) =>
      stretched({
        ...phase,
        tasks: (phases[index] ?? []).map(({ task }) => ({
          ...task,
          after: task.after.flatMap((wait) => {
            const now = order.get(wait.index);
            return now === undefined ? [] : [{ ...wait, index: now }];
          }),
        })),
      }),
    ),
  };
}

function stretched(phase: OutlinePhase): OutlinePhase {
  const { tasks } = phase;
  return {
    ...phase,
    startShare: Math.min(phase.startShare, ...tasks.map((task) => task.startShare)),
    endShare: Math.max(phase.endShare, ...tasks.map((task) => task.endShare)),
  };
}

function withPhase(
  outline: Outline,
  index: number,
  change: (phase: OutlinePhase) => OutlinePhase,
): Outline {
  return {
    ...outline,
    phases: outline.phases.map((phase, at) => (at === index ? change(phase) : phase)),
  };
}
