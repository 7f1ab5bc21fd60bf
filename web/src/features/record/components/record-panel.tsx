import type { SubjectRef } from '@evenkeel/contract/subjects';
import { CommentsPanel } from '../../comments/components/comments-panel.tsx';

type RecordPanelProps = {
  readonly subject: SubjectRef;
  /** Whether something can be added: the record does not lie in the trash. */
  readonly isOpen: boolean;
};

/** What every record's page ends with: what was said about it and what hangs on it. */
export function RecordPanel({ subject, isOpen }: RecordPanelProps) {
  return <CommentsPanel subject={subject} isOpen={isOpen} />;
}
