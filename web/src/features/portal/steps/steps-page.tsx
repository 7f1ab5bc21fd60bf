import type { ProjectId } from '@evenkeel/core/id';
import { portalPageWords } from '@evenkeel/core/words/portal-pages';
import { IconFlag } from '@tabler/icons-react';
import { StateBlock } from '../../../ui/states/state-block.tsx';
import { usePortalWords } from '../portal-context.ts';
import { PortalLoaded } from '../portal-loaded.tsx';
import { PortalPart } from '../portal-part.tsx';
import { PortalProjectPage } from '../portal-project.tsx';
import { usePortalSteps } from './api.ts';
import { StepList } from './step-list.tsx';

/** All milestones with their days, and the steps between them. */
export function PortalStepsPage() {
  return (
    <PortalProjectPage section="milestones">
      {({ id }) => <Steps projectId={id} />}
    </PortalProjectPage>
  );
}

function Steps({ projectId }: { readonly projectId: ProjectId }) {
  const found = usePortalSteps(projectId);
  const words = usePortalWords(portalPageWords);
  return (
    <PortalLoaded found={found}>
      {({ rows }) => {
        const milestones = rows.filter(({ isMilestone }) => isMilestone);
        const tasks = rows.filter(({ isMilestone }) => !isMilestone);
        if (rows.length === 0) {
          return (
            <StateBlock icon={<IconFlag size={20} stroke={1.6} />} title={words('stepsEmpty')}>
              <p>{words('stepsEmptyHint')}</p>
            </StateBlock>
          );
        }
        return (
          <>
            {milestones.length > 0 ? (
              <PortalPart title={words('milestones')}>
                <StepList steps={milestones} />
              </PortalPart>
            ) : null}
            {tasks.length > 0 ? (
              <PortalPart title={words('tasks')}>
                <StepList steps={tasks} />
              </PortalPart>
            ) : null}
          </>
        );
      }}
    </PortalLoaded>
  );
}
