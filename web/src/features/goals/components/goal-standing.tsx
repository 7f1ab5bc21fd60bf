import type { GoalChange, GoalView } from '@evenkeel/contract/goals';
import { Autosave, focusField } from '../../../ui/form/autosave.tsx';
import { NumberField } from '../../../ui/form/number-fields.tsx';
import { formatDate } from '../../../ui/format/date.ts';
import { HealthMark } from '../../../ui/marks/health-mark.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { paceInWords, standingHealth, standingLabels, withUnit } from '../model.ts';
import { GoalProgress } from './goal-progress.tsx';
import styles from './goals.module.css';

type GoalStandingProps = {
  readonly goal: GoalView;
  readonly save: (change: GoalChange) => Promise<unknown>;
  readonly canEdit: boolean;
};

/** How far a goal is against the straight line to its deadline, and what it lacks to be measured. */
export function GoalStandingSection({ goal, save, canEdit }: GoalStandingProps) {
  const { standing } = goal.pace;
  const pace = paceInWords(goal);
  return (
    <Section
      title="Progress"
      note={goal.measure || 'Nothing is measured yet'}
      actions={<HealthMark health={standingHealth[standing]} label={standingLabels[standing]} />}
    >
      <GoalProgress goal={goal} />
      <div className={styles['measure']}>
        <Autosave name="actual" value={goal.actual} save={(actual) => save({ actual })}>
          {(field) => (
            <NumberField
              label={withUnit('Measured today', goal.unit)}
              disabled={!canEdit}
              className={styles['measured'] ?? ''}
              {...field}
            />
          )}
        </Autosave>
        {goal.deadline ? (
          <p className={styles['pace']}>
            Due {formatDate(goal.deadline)}
            {pace ? `; from here it ${pace}.` : '.'}
          </p>
        ) : null}
      </div>
      {goal.gaps.length > 0 ? <GoalGaps goal={goal} canEdit={canEdit} /> : null}
    </Section>
  );
}

function GoalGaps({ goal, canEdit }: Pick<GoalStandingProps, 'goal' | 'canEdit'>) {
  return (
    <div className={styles['gaps']}>
      <p>A goal is observable and measurable, with somebody behind it. This one still lacks:</p>
      <ul>
        {goal.gaps.map((gap) => (
          <li key={`${gap.field} ${gap.message}`}>
            {canEdit ? (
              <button
                type="button"
                className={styles['gap']}
                onClick={() => void focusField(gap.field)}
              >
                {gap.message}
              </button>
            ) : (
              gap.message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
