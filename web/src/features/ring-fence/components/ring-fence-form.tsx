import { type RingFenceView, ringFences } from '@evenkeel/contract/ring-fences';
import type { RingFenceScope } from '@evenkeel/core/balance/ring-fence';
import {
  addMonths,
  type CalendarDate,
  type CalendarMonth,
  monthOf,
} from '@evenkeel/core/calendar-date';
import type { RoleId, TeamId } from '@evenkeel/core/id';
import { type Money, money } from '@evenkeel/core/money';
import { useState } from 'react';
import { useSession } from '../../../lib/session.ts';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { EffortField, MoneyField, PercentField } from '../../../ui/form/number-fields.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { readerToday } from '../../../ui/format/date.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { PersonPicker, type PickedPerson } from '../../people/components/person-picker.tsx';
import { RolePicker } from '../../people/components/role-picker.tsx';
import { TeamPicker } from '../../people/components/team-picker.tsx';
import { type Short, shortfallsOf, useReserveWrite } from '../api.ts';
import { monthsFrom, scopeWords, termOf } from '../words.ts';
import { ShortList, TermFields, termRules, termsOf } from './borrow-panel.tsx';
import styles from './ring-fence.module.css';
import { amountChoices, scopeChoices } from './ring-fence-picker.tsx';

type Values = {
  name: string;
  scope: RingFenceScope['kind'] | null;
  teamId: TeamId | null;
  roleId: RoleId | null;
  person: PickedPerson | null;
  by: 'share' | 'minutes' | null;
  basisPoints: number | null;
  minutes: number | null;
  money: Money | null;
  fromMonth: CalendarMonth | null;
  toMonth: CalendarMonth | null;
  reason: string;
  payBackOn: CalendarDate | null;
};

type RingFenceFormProps = { readonly fence: RingFenceView | null; readonly onClose: () => void };

/** A ring-fence, new or changed from a month on. Mount it while it is open. */
export function RingFenceForm({ fence, onClose }: RingFenceFormProps) {
  const { currency } = useSession().workspace;
  const create = useReserveWrite(ringFences.create);
  const update = useReserveWrite(ringFences.update);
  const [short, setShort] = useState<readonly Short[]>([]);
  const now = monthOf(readerToday());
  const form = useRecordForm<Values>({
    initialValues: valuesOf(fence, { now, currency }),
    validate: {
      name: (name) => (name.trim() === '' ? 'A ring-fence needs a name.' : null),
      basisPoints: (share, values) =>
        values.by === 'share' && (share === null || share > 10_000)
          ? 'Write a percentage from 0 to 100.'
          : null,
      minutes: (minutes, values) =>
        values.by === 'minutes' && minutes === null ? 'Write hours, such as 80 h.' : null,
      reason: (reason) => (short.length > 0 ? termRules.reason(reason) : null),
      payBackOn: (day) => (short.length > 0 ? termRules.payBackOn(day) : null),
    },
    onSubmit: async (values) => {
      const body = bodyOf(values, { now, isLent: short.length > 0 });
      try {
        if (fence === null) await create.mutateAsync({ body: { ...body, scope: scopeOf(values) } });
        else await update.mutateAsync({ params: { id: fence.id }, version: fence.version, body });
      } catch (thrown) {
        setShort(shortfallsOf(thrown, values.name));
        throw thrown;
      }
      notifyDone({ message: fence ? `${values.name} saved` : `${values.name} holds hours back` });
      onClose();
    },
  });
  const { scope, by } = form.form.values;
  return (
    <FormModal
      opened
      title={fence ? fence.name : 'New ring-fence'}
      form={form}
      submitLabel={short.length > 0 ? 'Lend and save' : fence ? 'Save' : 'Hold back'}
      size={560}
      onClose={onClose}
    >
      <TextField label="Name" required autoFocus {...form.field('name')} />
      {fence ? (
        <p className={styles['lead']}>Holds back hours of {scopeWords(fence.scope)}.</p>
      ) : (
        <FieldRow>
          <ChoiceField label="Hours of" required choices={scopeChoices} {...form.field('scope')} />
          {scope === 'team' ? <TeamPicker label="Team" required {...form.field('teamId')} /> : null}
          {scope === 'role' ? <RolePicker label="Role" required {...form.field('roleId')} /> : null}
          {scope === 'person' ? (
            <PersonPicker label="Person" required {...form.field('person')} />
          ) : null}
        </FieldRow>
      )}
      <FieldRow>
        <ChoiceField label="How much" required choices={amountChoices} {...form.field('by')} />
        {by === 'minutes' ? (
          <EffortField label="Hours a month" required {...form.field('minutes')} />
        ) : (
          <PercentField label="Share" required {...form.field('basisPoints')} />
        )}
        <MoneyField label="Money a month" currency={currency} {...form.field('money')} />
      </FieldRow>
      <FieldRow>
        <ChoiceField
          label={fence ? 'From (months before stay as they are)' : 'From'}
          required
          choices={monthsFrom(now, 24)}
          {...form.field('fromMonth')}
        />
        <ChoiceField
          label="Until"
          placeholder="It goes on"
          choices={monthsFrom(addMonths(now, -1), 37)}
          {...form.field('toMonth')}
        />
      </FieldRow>
      {short.length > 0 ? (
        <>
          <ShortList shortfalls={short} />
          <p className={styles['lead']}>
            Clients have these hours already. Lend them, and the ring-fence begins with a debt.
          </p>
          <TermFields reason={form.field('reason')} payBackOn={form.field('payBackOn')} />
        </>
      ) : null}
    </FormModal>
  );
}

function valuesOf(
  fence: RingFenceView | null,
  { now, currency }: { readonly now: CalendarMonth; readonly currency: string },
): Values {
  const term = fence ? termOf(fence, now) : undefined;
  const amount = term?.amount;
  return {
    name: fence?.name ?? '',
    scope: fence?.scope.kind ?? 'firm',
    teamId: null,
    roleId: null,
    person: null,
    by: amount?.by ?? 'share',
    basisPoints: amount?.by === 'share' ? amount.basisPoints : 2000,
    minutes: amount?.by === 'minutes' ? amount.minutesPerMonth : null,
    money: term?.moneyMinor ? money(term.moneyMinor, currency) : null,
    fromMonth: fence && fence.fromMonth > now ? fence.fromMonth : now,
    toMonth: fence?.toMonth ?? null,
    reason: '',
    payBackOn: null,
  };
}

function bodyOf(
  values: Values,
  { now, isLent }: { readonly now: CalendarMonth; readonly isLent: boolean },
) {
  const amount =
    values.by === 'minutes'
      ? ({ by: 'minutes', minutesPerMonth: values.minutes ?? 0 } as const)
      : ({ by: 'share', basisPoints: values.basisPoints ?? 0 } as const);
  return {
    name: values.name,
    toMonth: values.toMonth,
    term: { fromMonth: values.fromMonth ?? now, amount, moneyMinor: values.money?.minor ?? 0 },
    ...(isLent ? { loan: termsOf(values) } : {}),
  };
}

function scopeOf({ scope, teamId, roleId, person }: Values) {
  switch (scope) {
    case 'team':
      return { kind: scope, id: teamId };
    case 'role':
      return { kind: scope, id: roleId };
    case 'person':
      return { kind: scope, id: person?.id ?? null };
    default:
      return { kind: 'firm' as const, id: null };
  }
}
