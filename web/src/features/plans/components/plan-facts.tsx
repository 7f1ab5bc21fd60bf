import type { PlanChange, PlanView } from '@evenkeel/contract/plans';
import { planStateLabels, planStateShapes } from '../../../lib/plan-state.ts';
import { recordNumber } from '../../../lib/record-number.ts';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { formatInstant } from '../../../ui/format/date.ts';
import { StageMark } from '../../../ui/marks/stage-mark.tsx';
import { PersonPicker } from '../../people/components/person-picker.tsx';
import { ReviewFields } from '../../tactical-plans/components/review-fields-panel.tsx';
import { PlanScopeFields } from './plan-scope-fields.tsx';
import styles from './plans.module.css';

type PlanFactsProps = {
  readonly plan: PlanView;
  readonly save: (change: PlanChange) => Promise<unknown>;
  readonly canEdit: boolean;
};

/** State, approval, horizon and owner of a plan. */
export function PlanFacts({ plan, save, canEdit }: PlanFactsProps) {
  const disabled = !canEdit;
  return (
    <>
      <div className={styles['state']}>
        <StageMark label={planStateLabels[plan.state]} shape={planStateShapes[plan.state]} />
        <span className={styles['number']}>{recordNumber('plan', plan.number)}</span>
      </div>
      {plan.approvedAt ? (
        <p className={styles['approval']}>
          Approved by {plan.approvedBy?.name ?? 'somebody'} on {formatInstant(plan.approvedAt)}.
          {plan.isChangedSinceApproval ? ' Its text has been changed since; see the history.' : ''}
        </p>
      ) : null}
      <Autosave
        name="owner"
        value={plan.owner}
        on="change"
        save={(owner) => save({ ownerId: owner?.id ?? null })}
      >
        {(field) => <PersonPicker label="Owner" disabled={disabled} {...field} name="ownerId" />}
      </Autosave>
      <Autosave
        name="startsOn"
        value={plan.startsOn}
        on="pause"
        save={async (startsOn) => save({ startsOn })}
      >
        {({ onChange, ...field }) => (
          <DateField
            label="From"
            required
            disabled={disabled}
            onChange={(date) => date && onChange(date)}
            {...field}
          />
        )}
      </Autosave>
      <Autosave
        name="endsOn"
        value={plan.endsOn}
        on="pause"
        save={async (endsOn) => save({ endsOn })}
      >
        {({ onChange, ...field }) => (
          <DateField
            label="To"
            required
            disabled={disabled}
            onChange={(date) => date && onChange(date)}
            {...field}
          />
        )}
      </Autosave>
      <PlanScopeFields plan={plan} save={save} disabled={disabled} />
      <ReviewFields
        plan={plan}
        disabled={disabled}
        save={(change) => save(change)}
        note="Most firms look at it every quarter."
      />
    </>
  );
}
