import type { InitiativeChange, InitiativeView } from '@evenkeel/contract/initiatives';
import { money } from '@evenkeel/core/money';
import { initiativeCategories } from '@evenkeel/core/projects/initiative-category';
import { recordNumber } from '../../../lib/record-number.ts';
import { useSession } from '../../../lib/session.ts';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { EffortField, MoneyField } from '../../../ui/form/number-fields.tsx';
import { PersonPicker } from '../../people/components/person-picker.tsx';
import { TeamPicker } from '../../people/components/team-picker.tsx';
import { categoryLabels, categoryMeanings } from '../model.ts';
import { InitiativePlace } from './initiative-place.tsx';
import styles from './initiatives.module.css';

type InitiativeFactsProps = {
  readonly initiative: InitiativeView;
  readonly save: (change: InitiativeChange) => Promise<unknown>;
  readonly canEdit: boolean;
};

const categories = initiativeCategories.map((value) => ({ value, label: categoryLabels[value] }));
const priorities = ['1', '2', '3', '4', '5'].map((value) => ({
  value,
  label: { 1: '1, goes first', 5: '5, goes last' }[value] ?? value,
}));

/** What is set on an initiative; each field saves itself. Five of them decide the test. */
export function InitiativeFacts({ initiative, save, canEdit }: InitiativeFactsProps) {
  const disabled = !canEdit;
  return (
    <>
      <span className={styles['dim']}>{recordNumber('initiative', initiative.number)}</span>
      <Autosave
        name="ownerId"
        value={initiative.owner}
        on="change"
        save={(person) => save({ ownerId: person?.id ?? null })}
      >
        {(field) => <PersonPicker label="Leader" disabled={disabled} {...field} />}
      </Autosave>
      <Autosave
        name="projectManagerId"
        value={initiative.projectManager}
        on="change"
        save={(person) => save({ projectManagerId: person?.id ?? null })}
      >
        {(field) => <PersonPicker label="Project manager" disabled={disabled} {...field} />}
      </Autosave>
      <Autosave
        name="teamId"
        value={initiative.team?.id ?? null}
        on="change"
        save={(teamId) => save({ teamId })}
      >
        {(field) => <TeamPicker label="Team" disabled={disabled} {...field} />}
      </Autosave>
      <Budget initiative={initiative} save={save} disabled={disabled} />
      {dates.map(({ name, label }) => (
        <Autosave
          key={name}
          name={name}
          value={initiative[name]}
          on="pause"
          save={(day) => save({ [name]: day })}
        >
          {(field) => <DateField label={label} disabled={disabled} {...field} />}
        </Autosave>
      ))}
      <Autosave
        name="promisedWeeklyMinutes"
        value={initiative.promisedWeeklyMinutes}
        save={(promisedWeeklyMinutes) => save({ promisedWeeklyMinutes })}
      >
        {({ onChange, ...field }) => (
          <EffortField
            label="Promised a week"
            description="Hours the firm keeps for it, whatever clients ask."
            disabled={disabled}
            onChange={(minutes) => onChange(minutes ?? 0)}
            {...field}
          />
        )}
      </Autosave>
      <Autosave
        name="category"
        value={initiative.category}
        on="change"
        save={(category) => save({ category })}
      >
        {(field) => (
          <ChoiceField
            label="Category"
            description={field.value ? categoryMeanings[field.value] : undefined}
            choices={categories}
            disabled={disabled}
            {...field}
          />
        )}
      </Autosave>
      <Autosave
        name="priority"
        value={String(initiative.priority)}
        on="change"
        save={(priority) => save({ priority: Number(priority) })}
      >
        {({ onChange, ...field }) => (
          <ChoiceField
            label="Priority"
            required
            choices={priorities}
            disabled={disabled}
            onChange={(priority) => priority && onChange(priority)}
            {...field}
          />
        )}
      </Autosave>
      <InitiativePlace initiative={initiative} save={save} disabled={disabled} />
    </>
  );
}

const dates = [
  { name: 'startOn', label: 'Starts' },
  { name: 'endOn', label: 'Ends' },
] as const;

type BudgetProps = Omit<InitiativeFactsProps, 'canEdit'> & { readonly disabled: boolean };

function Budget({ initiative, save, disabled }: BudgetProps) {
  const { currency } = useSession().workspace;
  return (
    <Autosave name="budget" value={initiative.budget} save={(budget) => save({ budget })}>
      {({ value, onChange, ...field }) => (
        <MoneyField
          label="Budget"
          currency={currency}
          disabled={disabled}
          {...field}
          value={value === null ? null : money(value, currency)}
          onChange={(amount) => onChange(amount?.minor ?? null)}
        />
      )}
    </Autosave>
  );
}
