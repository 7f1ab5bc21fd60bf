import type { PortalProject } from '@evenkeel/contract/portal/portal';
import { kickOffWords } from '@evenkeel/core/words/kick-off';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { usePortalWords } from '../portal-context.ts';
import { PortalPart } from '../portal-part.tsx';
import { usePortalKickOff } from './api.ts';
import { KickOffItems } from './kick-off-items.tsx';

const most = 4;

/** What is open of the kick-off, where the reader comes in; nothing once all of it is done. */
export function KickOffPart({ project }: { readonly project: PortalProject }) {
  const words = usePortalWords(kickOffWords);
  const { data } = usePortalKickOff(project.id);
  if (!data || data.doneCount === data.count) return null;
  const open = data.items.filter(({ isDone }) => !isDone);
  return (
    <PortalPart
      title={words('title')}
      note={words('progress', { done: data.doneCount, count: data.count })}
      action={<AppLink href={`/portal/projects/${project.id}/kick-off`}>{words('title')}</AppLink>}
    >
      <KickOffItems projectId={project.id} items={open.slice(0, most)} />
    </PortalPart>
  );
}
