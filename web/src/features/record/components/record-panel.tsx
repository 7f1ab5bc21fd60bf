import type { SubjectRef } from '@evenkeel/contract/subjects';
import { useIsOn } from '../../../lib/session.ts';
import { ActionsPanel } from '../../actions/components/actions-panel.tsx';
import { CommentsPanel } from '../../comments/components/comments-panel.tsx';
import { FilesPanel } from '../../files/components/files-panel.tsx';
import { LinksPanel } from '../../links/components/links-panel.tsx';

type RecordPanelProps = {
  readonly subject: SubjectRef;
  /** Whether something can be added: the record does not lie in the trash. */
  readonly isOpen: boolean;
};

/** What every record's page ends with: what hangs on it and what was said about it. */
export function RecordPanel(props: RecordPanelProps) {
  return (
    <>
      <LinksPanel {...props} />
      {useIsOn('actions') ? <ActionsPanel {...props} /> : null}
      <FilesPanel {...props} />
      <CommentsPanel {...props} />
    </>
  );
}
