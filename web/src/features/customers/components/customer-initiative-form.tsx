import { type CustomerInitiativeView, customerInitiatives } from '@evenkeel/contract/customers';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { AccountId, CustomerGoalId } from '@evenkeel/core/id';
import { type Money, money } from '@evenkeel/core/money';
import { criterionLabels } from '@evenkeel/core/strategy/initiative-test';
import { Button, Checkbox } from '@mantine/core';
import { useSession } from '../../../lib/session.ts';
import { CheckField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { MoneyField } from '../../../ui/form/number-fields.tsx';
import { TextAreaField, TextField } from '../../../ui/form/text-field.tsx';
import { type RecordForm, useRecordForm } from '../../../ui/form/use-record-form.ts';
import { StageMark } from '../../../ui/marks/stage-mark.tsx';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { ContactPicker, type PickedContact } from '../../contacts/components/contacts-picker.tsx';
import { restoreCustomerInitiative, useCustomerWrite } from '../api.ts';
import type { AimsGoal } from '../model.ts';
import styles from './aims.module.css';

type Served = { readonly goalId: CustomerGoalId; readonly why: string };
type Values = {
  name: string;
  scope: string;
  organisation: string;
  leader: string;
  projectManager: string;
  budget: Money | null;
  startOn: CalendarDate | null;
  endOn: CalendarDate | null;
  statedByContactId: PickedContact | null;
  isDefinedTogether: boolean;
  goals: readonly Served[];
};

type CustomerInitiativeModalProps = {
  readonly account: { readonly id: AccountId; readonly name: string };
  /** Null for a new one. */
  readonly initiative: CustomerInitiativeView | null;
  readonly goals: readonly AimsGoal[];
  readonly mayWrite: boolean;
  readonly onClose: () => void;
};

/** Writes down an initiative of a customer, or changes it. Mount it while it is open. */
export function CustomerInitiativeModal(props: CustomerInitiativeModalProps) {
  const { account, initiative, goals, mayWrite, onClose } = props;
  const { workspace } = useSession();
  const create = useCustomerWrite(customerInitiatives.create);
  const update = useCustomerWrite(customerInitiatives.update);
  const form = useRecordForm<Values>({
    initialValues: valuesOf(initiative, workspace.currency),
    validate: { name: (name) => (name.trim() === '' ? 'Say what they run.' : null) },
    onSubmit: async (values) => {
      const body = bodyOf(values);
      if (initiative) {
        const params = { id: initiative.id };
        await update.mutateAsync({ params, version: initiative.version, body });
      } else await create.mutateAsync({ body: { ...body, accountId: account.id } });
      onClose();
    },
  });
  return (
    <FormModal
      opened
      title={initiative ? `Initiative of ${account.name}` : `An initiative of ${account.name}`}
      submitLabel={initiative ? 'Save' : 'Add the initiative'}
      size={640}
      form={form}
      onClose={onClose}
      footer={
        initiative && mayWrite ? (
          <TrashButton initiative={initiative} onDone={onClose} />
        ) : undefined
      }
    >
      {initiative ? <TestResult initiative={initiative} /> : null}
      <InitiativeFields form={form} accountId={account.id} currency={workspace.currency} />
      {goals.length > 0 ? <ServedGoals form={form} goals={goals} /> : null}
    </FormModal>
  );
}

/** The initiative-or-goal test on what they have said so far (B04). */
function TestResult({ initiative }: { readonly initiative: CustomerInitiativeView }) {
  return (
    <ul className={styles['test']} aria-label="Initiative-or-goal test">
      {initiative.test.criteria.map(({ criterion, isMet, missing }) => (
        <li key={criterion}>
          <StageMark label={criterionLabels[criterion]} shape={isMet ? 'done' : 'ring'} />
          {missing.length > 0 ? <span className={styles['meta']}> {missing.join(' ')}</span> : null}
        </li>
      ))}
    </ul>
  );
}

function InitiativeFields(props: {
  readonly form: RecordForm<Values>;
  readonly accountId: AccountId;
  readonly currency: string;
}) {
  const { form, accountId, currency } = props;
  return (
    <>
      <TextField label="They run" required autoFocus {...form.field('name')} />
      <TextAreaField
        label="Scope"
        minRows={2}
        placeholder="What belongs to it and what does not"
        {...form.field('scope')}
      />
      <FieldRow>
        <TextField label="Assigned to" placeholder="Their team" {...form.field('organisation')} />
        <TextField label="Leader" {...form.field('leader')} />
        <TextField label="Project manager" {...form.field('projectManager')} />
      </FieldRow>
      <FieldRow>
        <MoneyField label="Budget" currency={currency} {...form.field('budget')} />
        <DateField label="Starts" {...form.field('startOn')} />
        <DateField label="Ends" {...form.field('endOn')} />
      </FieldRow>
      <FieldRow>
        <ContactPicker
          label="Stated by"
          accountId={accountId}
          {...form.field('statedByContactId')}
        />
        <CheckField
          label="Worked out together"
          description="By them and us, to be carried into deal and project"
          {...form.field('isDefinedTogether')}
        />
      </FieldRow>
    </>
  );
}

function ServedGoals(props: {
  readonly form: RecordForm<Values>;
  readonly goals: readonly AimsGoal[];
}) {
  const { form, goals } = props;
  const { value, onChange } = form.field('goals');
  const whyOf = (id: CustomerGoalId) => value.find(({ goalId }) => goalId === id)?.why;
  return (
    <fieldset className={styles['linked']}>
      <legend>Serves their goals</legend>
      {goals.map(({ id, name }) => {
        const why = whyOf(id);
        return (
          <div key={id} className={styles['why']}>
            <Checkbox
              label={name}
              checked={why !== undefined}
              onChange={(event) =>
                onChange(
                  event.currentTarget.checked
                    ? [...value, { goalId: id, why: '' }]
                    : value.filter(({ goalId }) => goalId !== id),
                )
              }
            />
            {why === undefined ? null : (
              <TextField
                label={<span className={styles['meta']}>Why it serves {name}</span>}
                value={why}
                onChange={(next) =>
                  onChange(
                    value.map((line) => (line.goalId === id ? { ...line, why: next } : line)),
                  )
                }
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

function TrashButton(props: {
  readonly initiative: CustomerInitiativeView;
  readonly onDone: () => void;
}) {
  const { initiative, onDone } = props;
  const remove = useCustomerWrite(customerInitiatives.remove);
  const putAway = async () => {
    await remove.mutateAsync({ params: { id: initiative.id } });
    onDone();
    notifyDone({
      message: `${initiative.name} moved to the trash`,
      undo: async () => void (await restoreCustomerInitiative(initiative.id)),
    });
  };
  return (
    <Button variant="subtle" color="gray" onClick={() => void putAway()}>
      Move to the trash
    </Button>
  );
}

function valuesOf(initiative: CustomerInitiativeView | null, currency: string): Values {
  const budget = initiative?.budget ?? null;
  return {
    name: initiative?.name ?? '',
    scope: initiative?.scope ?? '',
    organisation: initiative?.organisation ?? '',
    leader: initiative?.leader ?? '',
    projectManager: initiative?.projectManager ?? '',
    budget: budget === null ? null : money(budget, currency),
    startOn: initiative?.startOn ?? null,
    endOn: initiative?.endOn ?? null,
    statedByContactId: initiative?.statedBy ?? null,
    isDefinedTogether: initiative?.isDefinedTogether ?? false,
    goals: initiative?.goals.map(({ id, why }) => ({ goalId: id, why })) ?? [],
  };
}

function bodyOf({ budget, statedByContactId, goals, ...values }: Values) {
  return {
    ...values,
    organisation: values.organisation.trim() || null,
    leader: values.leader.trim() || null,
    projectManager: values.projectManager.trim() || null,
    budget: budget?.minor ?? null,
    statedByContactId: statedByContactId?.id ?? null,
    goals: [...goals],
  };
}
