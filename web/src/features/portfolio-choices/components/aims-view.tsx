import type { PortfolioChoiceView } from '@evenkeel/contract/portfolio-choices';
import type { CalendarMonth } from '@evenkeel/core/calendar-date';
import { addMonths } from '@evenkeel/core/calendar-date';
import type { GoalId } from '@evenkeel/core/id';
import type { Money } from '@evenkeel/core/money';
import type { ReactNode } from 'react';
import { useSession } from '../../../lib/session.ts';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { FieldRow, FormFrame } from '../../../ui/form/form-frame.tsx';
import {
  EffortField,
  MoneyField,
  NumberField,
  PercentField,
} from '../../../ui/form/number-fields.tsx';
import { TextAreaField, TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { formatMonth, readerToday } from '../../../ui/format/date.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { useUpdateChoice } from '../api.ts';
import { AimsRead } from './aims-read.tsx';
import styles from './choice.module.css';
import { yardstickChoices } from './new-choice-modal.tsx';

type AimsViewProps = { readonly choice: PortfolioChoiceView; readonly mayManage: boolean };

/** What a choice aims at: to be read, and changed until it is decided. */
export function AimsView({ choice, mayManage }: AimsViewProps) {
  if (!mayManage || choice.state === 'decided') return <AimsRead choice={choice} />;
  return <AimsForm key={choice.version} choice={choice} />;
}

type Values = {
  name: string;
  note: string;
  firstMonth: CalendarMonth | null;
  monthCount: number | null;
  maximise: 'margin' | 'contribution' | null;
  leastContribution: number | null;
  leastMargin: Money | null;
  dealHours: 'full' | 'weighted' | null;
  usualMonths: number | null;
  dealDelayMonths: number | null;
  initiativeDelayMonths: number | null;
  reserveBasisPoints: number | null;
  leastInitiativeMinutes: number | null;
  leastInitiativeSpend: Money | null;
} & { [floor: `cash ${string}`]: Money | null } & { [goal: `goal ${string}`]: number | null };

const dealHourChoices = [
  { value: 'full', label: 'In full: everything fits even if all are won' },
  { value: 'weighted', label: 'Times their probability' },
] as const;

function AimsForm({ choice }: Pick<AimsViewProps, 'choice'>) {
  const { currency } = useSession().workspace;
  const { mutateAsync } = useUpdateChoice();
  const form = useRecordForm<Values>({
    initialValues: valuesOf(choice, currency),
    validate: { name: (name) => (name.trim() === '' ? 'Give it a name.' : null) },
    onSubmit: async (values) => {
      await mutateAsync({
        params: { id: choice.id },
        version: choice.version,
        body: changeOf(values, choice),
      });
      notifyDone({ message: 'Aims kept. Run again to see what follows.' });
    },
  });
  const { maximise } = form.form.getValues();
  const money = (path: Parameters<typeof form.field>[0], label: string) => (
    // The path names a field of money.
    <MoneyField
      key={path}
      label={label}
      currency={currency}
      {...(form.field(path) as MoneyBound)}
    />
  );
  return (
    <div className={styles['form']}>
      <FormFrame form={form} submitLabel="Keep">
        <TextField label="Name" required {...form.field('name')} />
        <TextAreaField label="Note" {...form.field('note')} />
        <FieldRow>
          <ChoiceField
            label="From"
            required
            choices={monthChoices(choice.firstMonth)}
            {...form.field('firstMonth')}
          />
          <NumberField
            label="Months"
            whole
            minimum={1}
            maximum={36}
            {...form.field('monthCount')}
          />
        </FieldRow>
        <ChoiceField
          label="What it makes as great as can be"
          required
          choices={yardstickChoices}
          {...form.field('maximise')}
        />
        {maximise === 'margin' ? (
          <NumberField
            label="At least so many points of contribution"
            whole
            minimum={0}
            {...form.field('leastContribution')}
          />
        ) : (
          money('leastMargin', 'At least so much margin')
        )}
        <Section title="Reserve for initiatives">
          <div className={styles['stack']}>
            <PercentField
              label="Kept free of client work"
              description="Of each role’s capacity, in each month"
              {...form.field('reserveBasisPoints')}
            />
            <FieldRow>
              <EffortField
                label="Initiative hours at least"
                {...form.field('leastInitiativeMinutes')}
              />
              {money('leastInitiativeSpend', 'Initiative money at least')}
            </FieldRow>
          </div>
        </Section>
        <Section
          title="Cash floor"
          note="What client work brings in at least in a month, committed projects included"
        >
          <div className={styles['grid']}>
            {monthsOf(choice).map((month) => money(`cash ${month}`, formatMonth(month)))}
          </div>
        </Section>
        <Section
          title="Weights of goals"
          note="Contribution = weight × strength of the link, summed up"
        >
          <div className={styles['grid']}>
            {choice.goals.map((goal) => (
              <NumberField
                key={goal.id}
                label={goal.name}
                whole
                minimum={0}
                maximum={100}
                {...form.field(`goal ${goal.id}`)}
              />
            ))}
          </div>
        </Section>
        <Section title="How candidates are read">
          <div className={styles['stack']}>
            <ChoiceField
              label="Hours of deals"
              required
              choices={dealHourChoices}
              {...form.field('dealHours')}
            />
            <div className={styles['grid']}>
              <NumberField
                label="Deals may start later by"
                unit="months"
                whole
                minimum={0}
                maximum={36}
                {...form.field('dealDelayMonths')}
              />
              <NumberField
                label="Initiatives may start later by"
                unit="months"
                whole
                minimum={0}
                maximum={36}
                {...form.field('initiativeDelayMonths')}
              />
              <NumberField
                label="Length of work without an end"
                unit="months"
                whole
                minimum={1}
                maximum={36}
                {...form.field('usualMonths')}
              />
            </div>
          </div>
        </Section>
      </FormFrame>
    </div>
  );
}

type MoneyBound = {
  readonly name: string;
  readonly value: Money | null;
  readonly onChange: (value: Money | null) => void;
  readonly onBlur: (() => void) | undefined;
  readonly onFocus: (() => void) | undefined;
  readonly error: ReactNode;
};

function monthsOf({ firstMonth, monthCount }: PortfolioChoiceView): CalendarMonth[] {
  return Array.from({ length: monthCount }, (_, index) => addMonths(firstMonth, index));
}

/** Months that a choice can begin in: from this one on, for two years, and the one it has. */
function monthChoices(current: CalendarMonth) {
  // A day's first seven letters are its month.
  const now = readerToday().slice(0, 7) as CalendarMonth;
  const months = Array.from({ length: 24 }, (_, index) => addMonths(now, index));
  const all = months.includes(current) ? months : [current, ...months];
  return all.map((month) => ({ value: month, label: formatMonth(month) }));
}

function valuesOf(choice: PortfolioChoiceView, currency: string): Values {
  const money = (minor: number | null) => (minor === null ? null : { minor, currency });
  const floorOf = new Map(choice.cashFloors.map(({ month, leastMinor }) => [month, leastMinor]));
  return {
    name: choice.name,
    note: choice.note,
    firstMonth: choice.firstMonth,
    monthCount: choice.monthCount,
    maximise: choice.maximise,
    leastContribution: choice.leastContribution,
    leastMargin: money(choice.leastMarginMinor),
    dealHours: choice.dealHours,
    usualMonths: choice.usualMonths,
    dealDelayMonths: choice.dealDelayMonths,
    initiativeDelayMonths: choice.initiativeDelayMonths,
    reserveBasisPoints: choice.reserveBasisPoints,
    leastInitiativeMinutes: choice.leastInitiativeMinutes,
    leastInitiativeSpend: money(choice.leastInitiativeSpendMinor),
    ...Object.fromEntries(
      monthsOf(choice).map((month) => [`cash ${month}`, money(floorOf.get(month) ?? null)]),
    ),
    ...Object.fromEntries(choice.goals.map((goal) => [`goal ${goal.id}`, goal.weight])),
  };
}

function changeOf(values: Values, choice: PortfolioChoiceView) {
  return {
    name: values.name,
    note: values.note,
    firstMonth: values.firstMonth ?? choice.firstMonth,
    monthCount: values.monthCount ?? choice.monthCount,
    maximise: values.maximise ?? choice.maximise,
    leastContribution: values.leastContribution,
    leastMarginMinor: values.leastMargin?.minor ?? null,
    dealHours: values.dealHours ?? choice.dealHours,
    usualMonths: values.usualMonths ?? choice.usualMonths,
    dealDelayMonths: values.dealDelayMonths ?? 0,
    initiativeDelayMonths: values.initiativeDelayMonths ?? 0,
    reserveBasisPoints: values.reserveBasisPoints ?? 0,
    leastInitiativeMinutes: values.leastInitiativeMinutes,
    leastInitiativeSpendMinor: values.leastInitiativeSpend?.minor ?? null,
    cashFloors: monthsOf(choice).flatMap((month) => {
      const floor = values[`cash ${month}`];
      return floor && floor.minor > 0 ? [{ month, leastMinor: floor.minor }] : [];
    }),
    goalWeights: choice.goals.map(({ id }) => ({
      goalId: id satisfies GoalId,
      weight: values[`goal ${id}`] ?? 0,
    })),
  };
}
