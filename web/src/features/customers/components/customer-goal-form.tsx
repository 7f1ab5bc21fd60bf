import { customerGoals } from '@evenkeel/contract/customers';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import {
  type CustomerGoalState,
  customerGoalStateLabels,
  customerGoalStates,
} from '@evenkeel/core/customers/customer-aims';
import type { AccountId, CustomerGoalId, ProductId } from '@evenkeel/core/id';
import { type GoalDriver, goalDrivers } from '@evenkeel/core/strategy/goal';
import { Button } from '@mantine/core';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { NumberField } from '../../../ui/form/number-fields.tsx';
import { TextAreaField, TextField } from '../../../ui/form/text-field.tsx';
import { type RecordForm, useRecordForm } from '../../../ui/form/use-record-form.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { ContactPicker, type PickedContact } from '../../contacts/components/contacts-picker.tsx';
import { ProductsPicker } from '../../products/components/products-picker.tsx';
import { restoreCustomerGoal, useCustomerWrite } from '../api.ts';
import { type AimsGoal, driverLabels } from '../model.ts';

type Values = {
  name: string;
  driver: GoalDriver | null;
  measure: string;
  unit: string;
  baseline: number | null;
  target: number | null;
  actual: number | null;
  deadline: CalendarDate | null;
  servesId: CustomerGoalId | null;
  servesWhy: string;
  statedByContactId: PickedContact | null;
  statedOn: CalendarDate | null;
  statedWhere: string;
  state: CustomerGoalState;
  productIds: readonly { readonly id: ProductId; readonly name: string }[];
  notes: string;
};

type CustomerGoalModalProps = {
  readonly account: { readonly id: AccountId; readonly name: string };
  /** Null for a new one. */
  readonly goal: AimsGoal | null;
  readonly others: readonly AimsGoal[];
  readonly mayWrite: boolean;
  readonly onClose: () => void;
};

/** Writes down a goal of a customer, or changes it. Mount it while it is open. */
export function CustomerGoalModal(props: CustomerGoalModalProps) {
  const { account, goal, others, mayWrite, onClose } = props;
  const create = useCustomerWrite(customerGoals.create);
  const update = useCustomerWrite(customerGoals.update);
  const form = useRecordForm<Values>({
    initialValues: valuesOf(goal),
    validate: {
      name: (name) => (name.trim() === '' ? 'Say what they want.' : null),
      driver: (driver) => (driver === null ? 'Say what drives it.' : null),
    },
    onSubmit: async (values) => {
      const body = bodyOf(values);
      if (goal) await update.mutateAsync({ params: { id: goal.id }, version: goal.version, body });
      else await create.mutateAsync({ body: { ...body, accountId: account.id } });
      onClose();
    },
  });
  return (
    <FormModal
      opened
      title={goal ? `Goal of ${account.name}` : `A goal of ${account.name}`}
      submitLabel={goal ? 'Save' : 'Add the goal'}
      size={640}
      form={form}
      onClose={onClose}
      footer={goal && mayWrite ? <TrashButton goal={goal} onDone={onClose} /> : undefined}
    >
      <GoalFields
        form={form}
        accountId={account.id}
        others={others.filter(({ id }) => id !== goal?.id)}
      />
    </FormModal>
  );
}

function GoalFields(props: {
  readonly form: RecordForm<Values>;
  readonly accountId: AccountId;
  readonly others: readonly AimsGoal[];
}) {
  const { form, accountId, others } = props;
  return (
    <>
      <TextField label="They want" required autoFocus {...form.field('name')} />
      <FieldRow>
        <ChoiceField label="Driver" required choices={drivers} {...form.field('driver')} />
        <ChoiceField
          label="State"
          required
          choices={states}
          {...form.field('state')}
          onChange={(state) => form.form.setFieldValue('state', state ?? 'open')}
        />
        <DateField label="By" {...form.field('deadline')} />
      </FieldRow>
      <FieldRow>
        <TextField label="Measured by" {...form.field('measure')} />
        <TextField label="Unit" {...form.field('unit')} />
      </FieldRow>
      <FieldRow>
        <NumberField label="Baseline" {...form.field('baseline')} />
        <NumberField label="Target" {...form.field('target')} />
        <NumberField label="Now" {...form.field('actual')} />
      </FieldRow>
      {others.length > 0 ? (
        <FieldRow>
          <ChoiceField
            label="Serves their goal"
            choices={others.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.field('servesId')}
          />
          <TextField label="Why it does" {...form.field('servesWhy')} />
        </FieldRow>
      ) : null}
      <FieldRow>
        <ContactPicker
          label="Stated by"
          accountId={accountId}
          {...form.field('statedByContactId')}
        />
        <DateField label="Stated on" {...form.field('statedOn')} />
        <TextField
          label="Where"
          placeholder="Workshop, board paper …"
          {...form.field('statedWhere')}
        />
      </FieldRow>
      <ProductsPicker
        label="What of ours helps"
        placeholder="Add a product"
        {...form.field('productIds')}
      />
      <TextAreaField label="Notes" minRows={2} {...form.field('notes')} />
    </>
  );
}

function TrashButton({ goal, onDone }: { readonly goal: AimsGoal; readonly onDone: () => void }) {
  const remove = useCustomerWrite(customerGoals.remove);
  const putAway = async () => {
    await remove.mutateAsync({ params: { id: goal.id } });
    onDone();
    notifyDone({
      message: `${goal.name} moved to the trash`,
      undo: async () => void (await restoreCustomerGoal(goal.id)),
    });
  };
  return (
    <Button variant="subtle" color="gray" onClick={() => void putAway()}>
      Move to the trash
    </Button>
  );
}

const drivers = goalDrivers.map((value) => ({ value, label: driverLabels[value] }));
const states = customerGoalStates.map((value) => ({
  value,
  label: customerGoalStateLabels[value],
}));

const blank: Values = {
  name: '',
  driver: null,
  measure: '',
  unit: '',
  baseline: null,
  target: null,
  actual: null,
  deadline: null,
  servesId: null,
  servesWhy: '',
  statedByContactId: null,
  statedOn: null,
  statedWhere: '',
  state: 'open',
  productIds: [],
  notes: '',
};

function valuesOf(goal: AimsGoal | null): Values {
  if (!goal) return blank;
  const { name, driver, measure, unit, baseline, target, actual, deadline, state, notes } = goal;
  return {
    ...{ name, driver, measure, unit, baseline, target, actual, deadline, state, notes },
    servesId: goal.serves?.id ?? null,
    servesWhy: goal.servesWhy,
    statedByContactId: goal.statedBy,
    statedOn: goal.statedOn,
    statedWhere: goal.statedWhere,
    productIds: goal.products,
  };
}

function bodyOf({ statedByContactId, productIds, driver, ...values }: Values) {
  return {
    ...values,
    // The form has checked that there is one.
    driver: driver ?? 'growth',
    statedByContactId: statedByContactId?.id ?? null,
    productIds: productIds.map(({ id }) => id),
  };
}
