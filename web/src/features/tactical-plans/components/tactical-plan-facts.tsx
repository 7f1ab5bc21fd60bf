import type { TacticalPlanChange, TacticalPlanView } from '@evenkeel/contract/tactical-plans';
import { recordNumber } from '../../../lib/record-number.ts';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { HealthMark } from '../../../ui/marks/health-mark.tsx';
import { PlanGoalPicker } from '../../goals/components/plan-goal-picker.tsx';
import { PersonPicker } from '../../people/components/person-picker.tsx';
import { ReviewFields } from './review-fields-panel.tsx';
import styles from './tactical.module.css';

type TacticalPlanFactsProps = {
  readonly plan: TacticalPlanView;
  readonly save: (change: TacticalPlanChange) => Promise<unknown>;
  readonly canEdit: boolean;
};

/** Goal, timeline, owner and reviews of a tactical plan. */
export function TacticalPlanFacts({ plan, save, canEdit }: TacticalPlanFactsProps) {
  const disabled = !canEdit;
  return (
    <>
      <span className={styles['number']}>{recordNumber('tactical-plan', plan.number)}</span>
      <Autosave
        name="goalId"
        value={plan.goal?.id ?? null}
        on="change"
        save={async (goalId) => save({ goalId })}
      >
        {(field) => (
          <PlanGoalPicker
            label="Goal it serves"
            planId={plan.plan.id}
            disabled={disabled}
            {...field}
          />
        )}
      </Autosave>
      {plan.goal ? null : <HealthMark health="at-risk" label="Tied to no strategic goal" />}
      <Autosave
        name="startsOn"
        value={plan.startsOn}
        on="pause"
        save={(startsOn) => save({ startsOn })}
      >
        {(field) => <DateField label="From" disabled={disabled} {...field} />}
      </Autosave>
      <Autosave name="endsOn" value={plan.endsOn} on="pause" save={(endsOn) => save({ endsOn })}>
        {(field) => <DateField label="To" disabled={disabled} {...field} />}
      </Autosave>
      <Autosave
        name="ownerId"
        value={plan.owner}
        on="change"
        save={(owner) => save({ ownerId: owner?.id ?? null })}
      >
        {(field) => <PersonPicker label="Owner" disabled={disabled} {...field} />}
      </Autosave>
      <ReviewFields
        plan={plan}
        disabled={disabled}
        save={save}
        note="More often than the strategic plan."
      />
    </>
  );
}
