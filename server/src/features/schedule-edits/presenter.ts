import type { MovesView, PreviewedMove } from '@evenkeel/contract/schedule-edits';
import { type CalendarDate, later } from '@evenkeel/core/calendar-date';
import type { ProjectId, TaskId } from '@evenkeel/core/id';
import type { ScheduledPlan } from '@evenkeel/core/projects/schedule-dates';
import {
  namedMove,
  reasonOf,
  type StandingDays,
  type TaskMove,
} from '@evenkeel/core/projects/schedule-moves';
import { namedProblem } from '@evenkeel/core/projects/schedule-problems';
import type { Moved } from './service.ts';

export function presentMoves(moved: Moved): MovesView {
  const plans = new Map(
    moved.plans.flatMap((plan) => plan.index.plan.tasks.map((task) => [task.id, plan] as const)),
  );
  const moves = moved.moves.flatMap((move) => presentMove(move, moved, plans));
  return {
    moves: moves.toSorted((a, b) => placeOf(a).localeCompare(placeOf(b))),
    finishes: moved.projectIds.flatMap((id) => presentFinish(id, moved, plans)),
    problems: moved.problems.map(({ problem, plan }) => namedProblem(problem, plan)),
  };
}

/** The edited ones first, then by where they end. */
function placeOf({ reason, after, task }: PreviewedMove): string {
  return `${reason === 'edited' ? 0 : 1} ${after?.dueOn ?? after?.startOn ?? ''} ${task.id}`;
}

function presentMove(
  move: TaskMove,
  { names, edited }: Moved,
  plans: ReadonlyMap<TaskId, ScheduledPlan>,
): PreviewedMove[] {
  const task = names.get(move.taskId);
  if (!task) return [];
  const plan = plans.get(move.taskId);
  const { reason, because } = reasonOf(move.taskId, edited, plan);
  const name = because === null ? undefined : plan?.index.tasks.get(because)?.name;
  return [
    {
      ...namedMove(move, task),
      reason,
      because: because === null ? null : { id: because, name: name ?? '' },
    },
  ];
}

function presentFinish(
  id: ProjectId,
  moved: Moved,
  plans: ReadonlyMap<TaskId, ScheduledPlan>,
): MovesView['finishes'] {
  const own = [...moved.names.values()].find((task) => task.projectId === id);
  if (!own) return [];
  const projectOf = (taskId: TaskId) => plans.get(taskId)?.index.tasks.get(taskId)?.projectId;
  const endOf = (days: ReadonlyMap<TaskId, StandingDays>) =>
    [...days].reduce<CalendarDate | null>((last, [taskId, { dueOn, isThere }]) => {
      if (!isThere || dueOn === null || projectOf(taskId) !== id) return last;
      return last === null ? dueOn : later(last, dueOn);
    }, null);
  const [before, after] = [endOf(moved.before), endOf(moved.after)];
  const project = { id, name: own.projectName, kind: own.projectKind };
  return before === after ? [] : [{ project, before, after }];
}
