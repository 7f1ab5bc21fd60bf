import type { PortalPlannedStep } from '@evenkeel/contract/portal/overviews';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { portalPageWords } from '@evenkeel/core/words/portal-pages';
import { usePortalWords } from '../portal-context.ts';
import { PortalPart } from '../portal-part.tsx';
import { usePortalFormats } from '../use-formats.ts';
import { StepList } from './step-list.tsx';
import { Timeline } from './timeline.tsx';

type PlannedStepsProps = {
  readonly rows: readonly PortalPlannedStep[];
  readonly today: CalendarDate;
};

/** The plan as a client reads it: on a timeline, then milestones and steps in words. */
export function PlannedSteps({ rows, today }: PlannedStepsProps) {
  const words = usePortalWords(portalPageWords);
  const noteOf = useStepNotes(rows);
  const milestones = rows.filter(({ isMilestone }) => isMilestone);
  const tasks = rows.filter(({ isMilestone }) => !isMilestone);
  return (
    <>
      <Timeline steps={rows} today={today} />
      {milestones.length > 0 ? (
        <PortalPart title={words('milestones')}>
          <StepList steps={milestones} noteOf={noteOf} />
        </PortalPart>
      ) : null}
      {tasks.length > 0 ? (
        <PortalPart title={words('tasks')}>
          <StepList steps={tasks} noteOf={noteOf} />
        </PortalPart>
      ) : null}
    </>
  );
}

/** What a step still waits for, and which days were told before; nothing once it is done. */
function useStepNotes(rows: readonly PortalPlannedStep[]) {
  const words = usePortalWords(portalPageWords);
  const { day: write } = usePortalFormats();
  const open = new Map(rows.flatMap(({ id, name, isDone }) => (isDone ? [] : [[id, name]])));
  return ({ isDone, waitsFor, earlierDays }: PortalPlannedStep): string => {
    if (isDone) return '';
    const names = waitsFor.flatMap((id) => open.get(id) ?? []).join(', ');
    const days = earlierDays.map((day) => write(day)).join(', ');
    return [
      ...(names === '' ? [] : [words('waitsFor', { names })]),
      ...(days === '' ? [] : [words('earlierDays', { days })]),
    ].join(' · ');
  };
}
