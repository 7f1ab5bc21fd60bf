import type { TaskView } from '@evenkeel/contract/tasks';
import type { PersonId } from '@evenkeel/core/id';
import {
  durationByWork,
  type Share,
  workAfterShares,
} from '@evenkeel/core/projects/schedule-effort';
import { formatEffort } from '../../ui/format/effort.ts';
import { formatPercent } from '../../ui/format/number.ts';
import { workingTime } from '../schedules/api.ts';

/** People with shares of their time as they are being written; null: no number yet. */
export type Shares = readonly {
  readonly id: PersonId;
  readonly name: string;
  readonly units: number | null;
}[];

type SharedTask = Pick<
  TaskView,
  'assignees' | 'taskType' | 'isEffortDriven' | 'estimateMinutes' | 'durationMinutes'
>;

/** Whether a share can be saved: from one per cent to all of somebody's time. */
export function isWhole(units: number | null): units is number {
  return units !== null && units >= 100 && units <= 10_000;
}

/** Shares as they are sent; those without a number count as all of the time until there is one. */
export function sharesBody(shares: Shares): Share<PersonId>[] {
  return shares.map(({ id, units }) => ({ personId: id, units: units ?? 10_000 }));
}

/** What becomes of work and length, a sentence each. */
export function outcomeWords(task: SharedTask, shares: Shares): string[] {
  const after = sharesBody(shares);
  const before = sharesBody(task.assignees);
  const work = workAfterShares(task, before, after);
  const words = [workWords(task.estimateMinutes, work)];
  if (task.taskType === 'fixed-duration' || work === null) {
    return [...words, ...fixedWords(task, after)].filter(Boolean);
  }
  const old = durationByWork(task, unitsOf(before));
  const next = durationByWork({ ...task, estimateMinutes: work }, unitsOf(after));
  if (old === null || next === null) return words.filter(Boolean);
  const length =
    old === next
      ? `It takes ${workingTime(next)}, as before.`
      : `It takes ${workingTime(next)} instead of ${workingTime(old)}.`;
  return [...words, length].filter(Boolean);
}

function workWords(before: number | null, after: number | null): string {
  if (before === null || after === null) return '';
  return before === after
    ? `The work stays ${formatEffort(after)}.`
    : `The work becomes ${formatEffort(after)} instead of ${formatEffort(before)}.`;
}

/** With a fixed duration shares move nothing: how much of their time the work would take is said. */
function fixedWords(task: SharedTask, after: readonly Share<PersonId>[]): string[] {
  const { estimateMinutes: work, durationMinutes: duration } = task;
  const words = ['Its duration is fixed: shares say how much of each day is taken.'];
  if (work === null || !duration || after.length === 0) return words;
  const each = Math.round((work * 10_000) / (duration * after.length));
  return [
    ...words,
    `${formatEffort(work)} in ${workingTime(duration)} take ${formatPercent(each)} of each person’s time.`,
  ];
}

function unitsOf(shares: readonly Share<PersonId>[]): number {
  return shares.reduce((sum, { units }) => sum + units, 0);
}
