import type { OutputOf } from '@evenkeel/contract/endpoint';
import { mix } from '@evenkeel/contract/mix';
import { type Money, money } from '@evenkeel/core/money';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { MoneyField, PercentField } from '../../../ui/form/number-fields.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { useMixWrite } from '../api.ts';

type Values = {
  hours: number | null;
  hoursTolerance: number | null;
  money: number | null;
  moneyTolerance: number | null;
  people: number | null;
  peopleTolerance: number | null;
  cashFloor: Money | null;
};

type TargetsFormProps = {
  readonly view: OutputOf<typeof mix.view>;
  readonly onClose: () => void;
};

/** What the mix is to be by each measure, how far it may be off, and the cash floor. */
export function TargetsForm({ view, onClose }: TargetsFormProps) {
  const { mutateAsync } = useMixWrite(mix.setTargets);
  const { targets, currency } = view;
  const form = useRecordForm<Values>({
    initialValues: {
      hours: targets.hours.shareBasisPoints,
      hoursTolerance: targets.hours.toleranceBasisPoints,
      money: targets.money?.shareBasisPoints ?? null,
      moneyTolerance: targets.money?.toleranceBasisPoints ?? 500,
      people: targets.people?.shareBasisPoints ?? null,
      peopleTolerance: targets.people?.toleranceBasisPoints ?? 1000,
      cashFloor: targets.cashFloorMinor === null ? null : money(targets.cashFloorMinor, currency),
    },
    validate: {
      hours: (share) => (share === null ? 'By hours there is always an aim.' : null),
    },
    onSubmit: async (values) => {
      const share = (target: number | null, tolerance: number | null) =>
        target === null ? null : { shareBasisPoints: target, toleranceBasisPoints: tolerance ?? 0 };
      await mutateAsync({
        version: view.version,
        body: {
          hours: {
            shareBasisPoints: values.hours ?? 0,
            toleranceBasisPoints: values.hoursTolerance ?? 0,
          },
          money: share(values.money, values.moneyTolerance),
          people: share(values.people, values.peopleTolerance),
          cashFloorMinor: values.cashFloor?.minor ?? null,
        },
      });
      notifyDone({ message: 'Targets changed' });
      onClose();
    },
  });
  return (
    <FormModal
      opened
      title="Targets of the mix"
      form={form}
      submitLabel="Set targets"
      onClose={onClose}
    >
      <FieldRow>
        <PercentField
          label="By hours"
          description="Initiative hours out of all"
          required
          autoFocus
          {...form.field('hours')}
        />
        <PercentField label="Hours may be off by" {...form.field('hoursTolerance')} />
      </FieldRow>
      <FieldRow>
        <PercentField label="By cost" description="At cost rates" {...form.field('money')} />
        <PercentField label="Cost may be off by" {...form.field('moneyTolerance')} />
      </FieldRow>
      <FieldRow>
        <PercentField
          label="By heads"
          description="People with work on an initiative"
          {...form.field('people')}
        />
        <PercentField label="Heads may be off by" {...form.field('peopleTolerance')} />
      </FieldRow>
      <MoneyField
        label="Cash floor"
        description="The least that client work has to bring in a month, at bill rates"
        currency={currency}
        {...form.field('cashFloor')}
      />
    </FormModal>
  );
}
