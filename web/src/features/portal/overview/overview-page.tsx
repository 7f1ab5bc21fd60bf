import { portalWords } from '@evenkeel/core/words/portal';
import { usePortal, usePortalWords } from '../portal-context.ts';
import { PortalProjectPage } from '../portal-project.tsx';

/** Where the project stands, for the client. */
export function PortalOverviewPage() {
  const { firm } = usePortal();
  const words = usePortalWords(portalWords);
  return (
    <PortalProjectPage section="">
      {({ projectManager }) =>
        projectManager === null ? null : (
          <dl>
            <dt>{words('projectManager', { firm: firm.name })}</dt>
            <dd>{projectManager}</dd>
          </dl>
        )
      }
    </PortalProjectPage>
  );
}
