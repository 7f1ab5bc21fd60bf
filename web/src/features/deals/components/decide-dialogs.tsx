import type { DealRow } from '@evenkeel/contract/deals';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { readerToday } from '../../../ui/format/date.ts';

type WonDialogProps = {
  readonly deal: DealRow;
  readonly onClose: () => void;
  readonly onDecide: (decision: { contractSignedOn: CalendarDate | null }) => void;
};

/** Asks for the day the contract was signed: won and signed, the hand-off is proposed (CR-06). */
export function WonDialog({ deal, onClose, onDecide }: WonDialogProps) {
  const form = useRecordForm<{ contractSignedOn: CalendarDate | null }>({
    initialValues: { contractSignedOn: deal.contractSignedOn ?? readerToday() },
    onSubmit: async (values) => onDecide(values),
  });
  return (
    <FormModal
      opened
      title={`${deal.name} is won`}
      submitLabel="Mark as won"
      form={form}
      onClose={onClose}
    >
      <DateField
        label="Contract signed on"
        description="Won and signed, the hand-off to delivery is proposed. Leave it empty if the signature is still to come."
        {...form.field('contractSignedOn')}
      />
    </FormModal>
  );
}

type LostDialogProps = {
  readonly deal: DealRow;
  readonly onClose: () => void;
  readonly onDecide: (decision: { lostReason: string }) => void;
};

/** Asks why a deal was lost. */
export function LostDialog({ deal, onClose, onDecide }: LostDialogProps) {
  const form = useRecordForm<{ lostReason: string }>({
    initialValues: { lostReason: '' },
    onSubmit: async (values) => onDecide(values),
  });
  return (
    <FormModal
      opened
      title={`${deal.name} is lost`}
      submitLabel="Mark as lost"
      form={form}
      onClose={onClose}
    >
      <TextField
        label="Why"
        autoFocus
        placeholder="Price, another firm, postponed …"
        description="What the firm can learn from it."
        {...form.field('lostReason')}
      />
    </FormModal>
  );
}
