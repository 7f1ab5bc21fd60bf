import type { GoalChange, GoalView } from '@evenkeel/contract/goals';
import { goalDrivers } from '@evenkeel/core/strategy/goal';
import { recordNumber } from '../../../lib/record-number.ts';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { PersonPicker } from '../../people/components/person-picker.tsx';
import { PlanPicker } from '../../plans/components/plan-picker.tsx';
import { driverLabels, driverMeanings } from '../model.ts';
import styles from './goals.module.css';

type GoalFactsProps = {
  readonly goal: GoalView;
  readonly save: (change: GoalChange) => Promise<unknown>;
  readonly canEdit: boolean;
};

const drivers = goalDrivers.map((value) => ({ value, label: driverLabels[value] }));

/** What a goal is made of; each field saves itself. */
export function GoalFacts({ goal, save, canEdit }: GoalFactsProps) {
  const disabled = !canEdit;
  return (
    <>
      <span className={styles['number']}>{recordNumber('goal', goal.number)}</span>
      <Autosave
        name="planId"
        value={goal.plan.id}
        on="change"
        save={async (planId) => save({ planId })}
      >
        {({ onChange, ...field }) => (
          <PlanPicker
            label="Plan"
            required
            disabled={disabled}
            onChange={(id) => id && onChange(id)}
            {...field}
          />
        )}
      </Autosave>
      <Autosave
        name="driver"
        value={goal.driver}
        on="change"
        save={async (driver) => save({ driver })}
      >
        {({ onChange, ...field }) => (
          <ChoiceField
            label="Driver"
            description={driverMeanings[field.value]}
            required
            choices={drivers}
            disabled={disabled}
            onChange={(driver) => driver && onChange(driver)}
            {...field}
          />
        )}
      </Autosave>
      <Autosave
        name="deadline"
        value={goal.deadline}
        on="pause"
        save={(deadline) => save({ deadline })}
      >
        {(field) => <DateField label="Deadline" disabled={disabled} {...field} />}
      </Autosave>
      <Autosave
        name="ownerId"
        value={goal.owner}
        on="change"
        save={(owner) => save({ ownerId: owner?.id ?? null })}
      >
        {(field) => <PersonPicker label="Owner" disabled={disabled} {...field} />}
      </Autosave>
      <Autosave
        name="statedBy"
        value={goal.statedBy}
        on="change"
        save={(person) => save({ statedBy: person?.id ?? null })}
      >
        {(field) => <PersonPicker label="Stated by" disabled={disabled} {...field} />}
      </Autosave>
      <Autosave
        name="statedOn"
        value={goal.statedOn}
        on="pause"
        save={(statedOn) => save({ statedOn })}
      >
        {(field) => <DateField label="Stated on" disabled={disabled} {...field} />}
      </Autosave>
      <Autosave name="statedAt" value={goal.statedAt} save={(statedAt) => save({ statedAt })}>
        {(field) => (
          <TextField
            label="Stated at"
            placeholder="The meeting, the speech, the paper"
            disabled={disabled}
            {...field}
          />
        )}
      </Autosave>
    </>
  );
}
