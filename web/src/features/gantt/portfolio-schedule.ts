import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { componentsOf } from '@evenkeel/core/projects/schedule-components';
import type { SchedulePlan } from '@evenkeel/core/projects/schedule-plan';
import type { GanttConsequences, GanttEdit } from '../../ui/gantt/gantt-task.ts';
import { type ChartLines, type LiveSchedule, liveSchedule } from './live-schedule.ts';

type Part = { readonly plan: SchedulePlan; readonly live: LiveSchedule };

/**
 * The plans of many projects kept ready for edits: those that hang together are scheduled together, so
 * that an edit computes only what it can reach. A link between two that did not hang together is
 * looked at in both.
 */
export function portfolioSchedule(
  plan: SchedulePlan,
  today: CalendarDate,
  shows: ChartLines['shows'],
): LiveSchedule {
  const lines = { above: 'project', shows } as const;
  const parts = componentsOf(plan).map(
    (part): Part => ({ plan: part, live: liveSchedule(part, today, lines) }),
  );
  const partOf = new Map<string, Part>(
    parts.flatMap((part) => [
      ...part.plan.tasks.map(({ id }) => [id, part] as const),
      ...part.plan.dependencies.map(({ id }) => [id, part] as const),
    ]),
  );
  const scheduleFor = (edit: GanttEdit): LiveSchedule | null => {
    if (edit.kind !== 'link') {
      return partOf.get(edit.kind === 'unlink' ? edit.linkId : edit.id)?.live ?? null;
    }
    const [from, to] = [partOf.get(edit.from), partOf.get(edit.to)];
    if (!from || !to) return null;
    return from === to ? from.live : liveSchedule(joined(from.plan, to.plan), today, lines);
  };
  return {
    insights: new Map(parts.flatMap(({ live }) => [...live.insights])),
    preview: (edit) => scheduleFor(edit)?.preview(edit) ?? gone,
    edits: (edit) => {
      const live = scheduleFor(edit);
      if (!live) throw new Error(gone.refusal);
      return live.edits(edit);
    },
  };
}

const gone = {
  moved: new Map(),
  refusal: 'The task is not here any more.',
} as const satisfies GanttConsequences;

function joined(one: SchedulePlan, other: SchedulePlan): SchedulePlan {
  return {
    ...one,
    projects: [...one.projects, ...other.projects],
    tasks: [...one.tasks, ...other.tasks],
    dependencies: [...one.dependencies, ...other.dependencies],
    assignments: [...one.assignments, ...other.assignments],
  };
}
