import { type LoanTerms, reserveLoans } from '@evenkeel/contract/ring-fences';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { groupedBy } from '@evenkeel/core/grouping';
import type { ProjectId } from '@evenkeel/core/id';
import type { Money } from '@evenkeel/core/money';
import { useSession } from '../../../lib/session.ts';
import { DateField } from '../../../ui/form/date-field.tsx';
import type { FieldProps } from '../../../ui/form/field-props.ts';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { EffortField, MoneyField } from '../../../ui/form/number-fields.tsx';
import { TextAreaField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { formatMonth, readerToday } from '../../../ui/format/date.ts';
import { formatHours } from '../../../ui/format/effort.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { type Short, useReserveWrite } from '../api.ts';
import styles from './ring-fence.module.css';

type Values = {
  minutes: number | null;
  money: Money | null;
  reason: string;
  payBackOn: CalendarDate | null;
};

type BorrowPanelProps = {
  readonly shortfalls: readonly Short[];
  /** The client project that needs the hours, where it is one. */
  readonly projectId: ProjectId | null;
  /** Whether the hours can be changed: where nothing was refused and only one month is lent. */
  readonly isAmountOpen?: boolean;
  /** Hours, or money of one month; the amount of money is always open. */
  readonly measure?: 'minutes' | 'money';
  /** The hours are lent: do again what was refused. */
  readonly onLent: () => void | Promise<void>;
  readonly onClose: () => void;
};

/** Lends hours of the reserve to client work. Mount it while it is open, for who may manage. */
export function BorrowPanel(props: BorrowPanelProps) {
  const { shortfalls, projectId, measure = 'minutes', onLent, onClose } = props;
  const isMoney = measure === 'money';
  const isAmountOpen = props.isAmountOpen ?? isMoney;
  const { currency } = useSession().workspace;
  const { mutateAsync } = useReserveWrite(reserveLoans.lend);
  const whole = shortfalls.reduce((sum, one) => sum + one.shortMinutes, 0);
  const form = useRecordForm<Values>({
    initialValues: { minutes: whole || null, money: null, reason: '', payBackOn: null },
    validate: {
      minutes: (minutes) => (isMoney || minutes ? null : 'Write how many hours, such as 8 h.'),
      money: (given) => (!isMoney || given?.minor ? null : 'Write how much.'),
      ...termRules,
    },
    onSubmit: async ({ minutes, money: amount, ...given }) => {
      const opened = isMoney ? amount?.minor : minutes;
      const lent = isAmountOpen
        ? shortfalls.map((one) => ({ ...one, shortMinutes: opened ?? 0 }))
        : shortfalls;
      const loans = [...groupedBy(lent, (one) => one.ringFence.id)].map(
        ([ringFenceId, months]) => ({
          ringFenceId,
          months: months.map(({ month, shortMinutes }) => ({ month, amount: shortMinutes })),
        }),
      );
      await mutateAsync({ body: { ...termsOf(given), measure, projectId, loans } });
      notifyDone({
        message: `${isMoney ? 'Money lent; it shows' : 'Hours lent; they show'} as owed until paid back`,
      });
      await onLent();
    },
  });
  return (
    <FormModal
      opened
      title="Borrow from the reserve"
      form={form}
      submitLabel="Lend"
      onClose={onClose}
    >
      {isAmountOpen ? null : <ShortList shortfalls={shortfalls} />}
      {isMoney ? (
        <MoneyField
          label={`Money of ${formatMonth(shortfalls[0]?.month ?? ('' as never))}`}
          description="Taken off what is held back for initiatives in this month, to be spent on client work"
          required
          currency={currency}
          {...form.field('money')}
        />
      ) : null}
      {isAmountOpen && !isMoney ? (
        <EffortField
          label={`Hours of ${formatMonth(shortfalls[0]?.month ?? ('' as never))}`}
          required
          autoFocus
          {...form.field('minutes')}
        />
      ) : null}
      <TermFields reason={form.field('reason')} payBackOn={form.field('payBackOn')} />
    </FormModal>
  );
}

/** What is short, by ring-fence and month. */
export function ShortList({ shortfalls }: { readonly shortfalls: readonly Short[] }) {
  return (
    <ul className={styles['short']}>
      {shortfalls.map(({ ringFence, month, shortMinutes }) => (
        <li key={`${ringFence.id} ${month}`}>
          {formatHours(shortMinutes)} of {formatMonth(month)} are held back by “{ringFence.name}”
        </li>
      ))}
    </ul>
  );
}

type TermValues = { reason: string; payBackOn: CalendarDate | null };

type TermFieldsProps = {
  readonly reason: Omit<FieldProps<string>, 'label'>;
  readonly payBackOn: Omit<FieldProps<CalendarDate | null>, 'label'>;
};

/** Why, and until when: the same wherever hours are lent. */
export function TermFields({ reason, payBackOn }: TermFieldsProps) {
  return (
    <>
      <TextAreaField
        label="Reason"
        description="Stands beside the debt until it is paid back"
        required
        {...reason}
      />
      <DateField
        label="Paid back by"
        description="From the day after, the loan is overdue"
        required
        earliest={readerToday()}
        {...payBackOn}
      />
    </>
  );
}

/** What has to be said to lend. */
export const termRules = {
  reason: (reason: string) => (reason.trim() === '' ? 'Say why, for who looks at the debt.' : null),
  payBackOn: (day: CalendarDate | null) => (day === null ? 'Name the day of the pay-back.' : null),
};

/** The terms as they are sent; the form has checked that they are there. */
export function termsOf({ reason, payBackOn }: TermValues): LoanTerms {
  return { reason, payBackOn: payBackOn ?? readerToday() };
}
