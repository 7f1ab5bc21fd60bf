import type { DealRow } from '@evenkeel/contract/deals';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { readerToday } from '../../../ui/format/date.ts';
import { type ReasonId, ReasonPicker } from './reason-picker.tsx';

type WonDialogProps = {
  readonly deal: DealRow;
  readonly onClose: () => void;
  readonly onDecide: (decision: {
    contractSignedOn: CalendarDate | null;
    reasonId: ReasonId | null;
  }) => void;
};

/** Asks for the day the contract was signed: won and signed, the hand-off is proposed (CR-06). */
export function WonDialog({ deal, onClose, onDecide }: WonDialogProps) {
  const form = useRecordForm<{
    contractSignedOn: CalendarDate | null;
    reasonId: ReasonId | null;
  }>({
    initialValues: { contractSignedOn: deal.contractSignedOn ?? readerToday(), reasonId: null },
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
      <ReasonPicker
        label="Why we won"
        description="What the firm can do again."
        outcome="won"
        {...form.field('reasonId')}
      />
    </FormModal>
  );
}

type LostDialogProps = {
  readonly deal: DealRow;
  readonly onClose: () => void;
  readonly onDecide: (decision: { reasonId: ReasonId | null; lostReason: string }) => void;
};

/** Asks why a deal was lost. */
export function LostDialog({ deal, onClose, onDecide }: LostDialogProps) {
  const form = useRecordForm<{ reasonId: ReasonId | null; lostReason: string }>({
    initialValues: { reasonId: null, lostReason: '' },
    validate: {
      reasonId: (reason) => (reason === null ? 'Pick the nearest, or add one below.' : null),
    },
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
      <ReasonPicker
        label="Why"
        description="What the firm can learn from it."
        outcome="lost"
        required
        {...form.field('reasonId')}
      />
      <TextField label="In their words" {...form.field('lostReason')} />
    </FormModal>
  );
}
