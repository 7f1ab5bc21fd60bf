import type { OutputOf } from '@evenkeel/contract/endpoint';
import {
  type ReserveLoanView,
  reserveLoans,
  type ringFences,
} from '@evenkeel/contract/ring-fences';
import {
  type CalendarMonth,
  monthOf,
  monthStart,
  monthsBetween,
} from '@evenkeel/core/calendar-date';
import { type Money, money } from '@evenkeel/core/money';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { EffortField, MoneyField } from '../../../ui/form/number-fields.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { formatDate, formatMonth } from '../../../ui/format/date.ts';
import { formatHours } from '../../../ui/format/effort.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { useReserveWrite } from '../api.ts';
import { loanAmount } from '../words.ts';
import styles from './ring-fence.module.css';

type Values = {
  kind: 'pay-back' | 'return' | null;
  month: CalendarMonth | null;
  amount: number | null;
  money: Money | null;
};

type PayBackFormProps = {
  readonly loan: ReserveLoanView;
  readonly ledger: OutputOf<typeof ringFences.ledger>;
  readonly onClose: () => void;
};

const kinds = [
  { value: 'pay-back', label: 'Hold as much back in a later month' },
  { value: 'return', label: 'Hand back what was not used' },
] as const;

/** Pays a loan back: with hours of a later month, or by handing back what was not used. */
export function PayBackForm({ loan, ledger, onClose }: PayBackFormProps) {
  const { currency, today } = ledger;
  const { mutateAsync } = useReserveWrite(reserveLoans.payBack);
  const later = monthsBetween(today, monthStart(loan.lastPayBackMonth));
  const room = (month: CalendarMonth) =>
    ledger.months.find((one) => one.month === month && one.ringFenceId === loan.ringFence.id)?.free;
  const first = later.find((month) => (room(month) ?? 0) > 0) ?? monthOf(today);
  const form = useRecordForm<Values>({
    initialValues: {
      kind: 'pay-back',
      month: first,
      amount:
        loan.measure === 'minutes'
          ? Math.min(loan.outstanding, room(first) || loan.outstanding)
          : null,
      money: loan.measure === 'money' ? money(loan.outstanding, currency) : null,
    },
    validate: {
      month: (month) => (month === null ? 'Choose a month.' : null),
      amount: (amount) =>
        loan.measure === 'minutes' && !amount ? 'Write how many hours, such as 8 h.' : null,
    },
    onSubmit: async ({ kind, month, amount, money: given }) => {
      const body = {
        kind: kind ?? 'pay-back',
        month: month ?? first,
        amount: loan.measure === 'minutes' ? (amount ?? 0) : (given?.minor ?? 0),
      };
      const after = await mutateAsync({ params: { id: loan.id }, body });
      notifyDone({
        message:
          after.outstanding === 0
            ? 'The loan is paid back'
            : `${loanAmount(loan, after.outstanding, currency)} are still owed`,
      });
      onClose();
    },
  });
  const { kind } = form.form.values;
  const months =
    kind === 'return' ? loan.months.filter(({ lent }) => lent > 0).map((one) => one.month) : later;
  return (
    <FormModal opened title="Pay back a loan" form={form} submitLabel="Pay back" onClose={onClose}>
      <p className={styles['lead']}>
        {loanAmount(loan, loan.outstanding, currency)} of “{loan.ringFence.name}” are owed, to be
        back by {formatDate(loan.payBackOn)}. {loan.reason}
      </p>
      <ChoiceField
        label="How"
        required
        choices={kinds}
        description={
          kind === 'return'
            ? 'What was lent and client work does not use any more goes back as it is'
            : 'Initiatives get these hours on top of that month’s reserve; client work cannot take them'
        }
        {...form.field('kind')}
      />
      <FieldRow>
        <ChoiceField
          label="Month"
          required
          choices={months.map((month) => ({
            value: month,
            label: `${formatMonth(month)}${roomWords(kind, room(month))}`,
          }))}
          {...form.field('month')}
        />
        {loan.measure === 'minutes' ? (
          <EffortField label="Hours" required {...form.field('amount')} />
        ) : (
          <MoneyField label="Amount" required currency={currency} {...form.field('money')} />
        )}
      </FieldRow>
    </FormModal>
  );
}

function roomWords(kind: Values['kind'], free: number | undefined): string {
  return kind === 'return' || free === undefined ? '' : ` (${formatHours(free)} free)`;
}
