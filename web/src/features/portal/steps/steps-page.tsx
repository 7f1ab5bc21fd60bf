import type { PortalPlannedStep } from '@evenkeel/contract/portal/overviews';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { ProjectId } from '@evenkeel/core/id';
import { portalPageWords } from '@evenkeel/core/words/portal-pages';
import { IconFlag } from '@tabler/icons-react';
import { StateBlock } from '../../../ui/states/state-block.tsx';
import { usePortalWords } from '../portal-context.ts';
import { PortalLoaded } from '../portal-loaded.tsx';
import { PortalPart } from '../portal-part.tsx';
import { PortalProjectPage } from '../portal-project.tsx';
import { usePortalFormats } from '../use-formats.ts';
import { usePortalSteps } from './api.ts';
import { StepList } from './step-list.tsx';
import { Timeline } from './timeline.tsx';

/** All milestones with their days, and the steps between them: on a timeline, then in words. */
export function PortalStepsPage() {
  return (
    <PortalProjectPage section="milestones">
      {({ id }) => <Steps projectId={id} />}
    </PortalProjectPage>
  );
}

function Steps({ projectId }: { readonly projectId: ProjectId }) {
  const found = usePortalSteps(projectId);
  return (
    <PortalLoaded found={found}>
      {({ rows, today }) =>
        rows.length === 0 ? <NoSteps /> : <PlannedSteps rows={rows} today={today} />
      }
    </PortalLoaded>
  );
}

function NoSteps() {
  const words = usePortalWords(portalPageWords);
  return (
    <StateBlock icon={<IconFlag size={20} stroke={1.6} />} title={words('stepsEmpty')}>
      <p>{words('stepsEmptyHint')}</p>
    </StateBlock>
  );
}

type PlannedStepsProps = {
  readonly rows: readonly PortalPlannedStep[];
  readonly today: CalendarDate;
};

function PlannedSteps({ rows, today }: PlannedStepsProps) {
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
