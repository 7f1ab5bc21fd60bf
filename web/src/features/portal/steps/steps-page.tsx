import type { ProjectId } from '@evenkeel/core/id';
import { portalPageWords } from '@evenkeel/core/words/portal-pages';
import { IconFlag } from '@tabler/icons-react';
import { StateBlock } from '../../../ui/states/state-block.tsx';
import { usePortalWords } from '../portal-context.ts';
import { PortalLoaded } from '../portal-loaded.tsx';
import { PortalProjectPage } from '../portal-project.tsx';
import { usePortalSteps } from './api.ts';
import { PlannedSteps } from './planned-steps.tsx';

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
