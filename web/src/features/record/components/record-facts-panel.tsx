import type { SubjectRef } from '@evenkeel/contract/subjects';
import { CustomFieldsPanel } from '../../custom-fields/components/custom-fields-panel.tsx';
import { TagsPanel } from '../../tags/components/tags-panel.tsx';

type RecordFactsPanelProps = {
  readonly subject: SubjectRef;
  /** Whether something can be changed: the record does not lie in the trash. */
  readonly isOpen: boolean;
};

/** The facts that every kind of record has beside its own: the firm's own fields and tags. */
export function RecordFactsPanel(props: RecordFactsPanelProps) {
  return (
    <>
      <CustomFieldsPanel {...props} />
      <TagsPanel {...props} />
    </>
  );
}
