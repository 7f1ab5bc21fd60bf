import type { ProjectId } from '@evenkeel/core/id';
import { kickOffPhases } from '@evenkeel/core/kick-off/kick-off';
import { kickOffWords } from '@evenkeel/core/words/kick-off';
import { usePortalWords } from '../portal-context.ts';
import { PortalLoaded } from '../portal-loaded.tsx';
import { PortalPart } from '../portal-part.tsx';
import { PortalProjectPage } from '../portal-project.tsx';
import { usePortalKickOff } from './api.ts';
import { KickOffItems } from './kick-off-items.tsx';

/** What happens before, at and after the kick-off meeting, on both sides (PM-19). */
export function PortalKickOffPage() {
  return (
    <PortalProjectPage section="kick-off">
      {({ id }) => <KickOff projectId={id} />}
    </PortalProjectPage>
  );
}

function KickOff({ projectId }: { readonly projectId: ProjectId }) {
  const words = usePortalWords(kickOffWords);
  const found = usePortalKickOff(projectId);
  return (
    <PortalLoaded found={found}>
      {({ items }) => (
        <>
          {kickOffPhases.map((phase) => {
            const own = items.filter((item) => item.phase === phase);
            return own.length === 0 ? null : (
              <PortalPart key={phase} title={words(phase)}>
                <KickOffItems projectId={projectId} items={own} />
              </PortalPart>
            );
          })}
        </>
      )}
    </PortalLoaded>
  );
}
