import type { HandOffDraftView } from '@evenkeel/contract/hand-offs';
import { type CalendarDate, calendarDate } from '@evenkeel/core/calendar-date';
import type { HandOffState } from '@evenkeel/core/deals/hand-off';
import { sumOf } from '@evenkeel/core/grouping';
import type { Instant } from '@evenkeel/core/instant';
import type { ProgressShape } from '../../ui/marks/progress-glyph.tsx';

export const handOffStateLabels: Record<HandOffState, string> = {
  proposed: 'Waiting',
  accepted: 'Accepted',
  returned: 'Returned',
};

export const handOffStateShapes: Record<HandOffState, ProgressShape> = {
  proposed: 'half',
  accepted: 'done',
  returned: 'cancelled',
};

export type DraftTask = HandOffDraftView['tasks'][number];

/** A phase that would be made, with its tasks and their hours. */
export type DraftPhase = {
  readonly name: string;
  readonly startOn: HandOffDraftView['phases'][number]['startOn'];
  readonly endOn: HandOffDraftView['phases'][number]['endOn'];
  readonly tasks: readonly DraftTask[];
  readonly minutes: number;
};

/** The plan that would be made: phases with their tasks, then the tasks without a phase. */
export function draftPhases(draft: Pick<HandOffDraftView, 'phases' | 'tasks'>): DraftPhase[] {
  const loose = draft.tasks.filter((task) => task.phaseIndex === null);
  const group = (phase: Pick<DraftPhase, 'name' | 'startOn' | 'endOn'>, tasks: DraftTask[]) => ({
    ...phase,
    tasks,
    minutes: sumOf(tasks, (task) => task.estimateMinutes ?? 0),
  });
  return [
    ...draft.phases.map((phase, index) =>
      group(
        phase,
        draft.tasks.filter((task) => task.phaseIndex === index),
      ),
    ),
    ...(loose.length > 0
      ? [group({ name: 'Without a phase', startOn: null, endOn: null }, loose)]
      : []),
  ];
}

/** Where a field of the new project would come from, in words; empty for a field that is empty. */
export function originWords(draft: HandOffDraftView, field: string): string {
  const origin = draft.origins.find(
    (candidate) => candidate.subject === 'project' && candidate.field === field,
  );
  if (!origin) return '';
  if (origin.source === 'deal') return 'from the deal';
  return origin.source === 'person' ? 'chosen here' : origin.sourceField;
}

/** The day of a moment, in UTC: close enough for a list. */
export function dayOf(moment: Instant): CalendarDate {
  return calendarDate(moment.slice(0, 10));
}
