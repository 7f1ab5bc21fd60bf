import type { BalanceView } from '@evenkeel/contract/balance';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { PercentField } from '../../../ui/form/number-fields.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { useSetTarget } from '../api.ts';

type TargetFormProps = {
  readonly target: BalanceView['target'];
  readonly onClose: () => void;
};

type TargetValues = { shareBasisPoints: number | null; toleranceBasisPoints: number | null };

/** Sets the strategic share aimed at. Mounted only while it is open. */
export function TargetForm({ target, onClose }: TargetFormProps) {
  const { mutateAsync } = useSetTarget();
  const form = useRecordForm<TargetValues>({
    initialValues: {
      shareBasisPoints: target.shareBasisPoints,
      toleranceBasisPoints: target.toleranceBasisPoints,
    },
    validate: { shareBasisPoints: percentFault, toleranceBasisPoints: percentFault },
    onSubmit: async ({ shareBasisPoints, toleranceBasisPoints }) => {
      await mutateAsync({
        version: target.version,
        body: {
          shareBasisPoints: shareBasisPoints ?? 0,
          toleranceBasisPoints: toleranceBasisPoints ?? 0,
        },
      });
      notifyDone({ message: 'Target changed' });
      onClose();
    },
  });
  return (
    <FormModal
      opened
      title="Target of the strategic share"
      form={form}
      submitLabel="Set target"
      size={420}
      onClose={onClose}
    >
      <PercentField
        label="Strategic share"
        description="Initiative hours out of all initiative and client hours"
        required
        autoFocus
        {...form.field('shareBasisPoints')}
      />
      <PercentField
        label="Tolerance"
        description="How far it may be off either way before Balance warns"
        required
        {...form.field('toleranceBasisPoints')}
      />
    </FormModal>
  );
}

function percentFault(value: number | null): string | null {
  return value === null || value < 0 || value > 10_000 ? 'Write a percentage from 0 to 100.' : null;
}
