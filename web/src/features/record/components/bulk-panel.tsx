import type { CustomFieldKind } from '@evenkeel/core/custom-field';
import { FieldBulkPanel } from '../../custom-fields/components/field-bulk-panel.tsx';
import { TagBulkPanel } from '../../tags/components/tag-bulk-panel.tsx';

type BulkPanelProps = {
  readonly kind: CustomFieldKind;
  readonly rows: readonly { readonly id: string }[];
  readonly onDone: () => void;
};

/** What can be done with several records of any kind: tags and the firm's own fields. */
export function BulkPanel(props: BulkPanelProps) {
  return (
    <>
      <FieldBulkPanel {...props} />
      <TagBulkPanel {...props} />
    </>
  );
}
