import type { GoalView } from '@evenkeel/contract/goals';
import { standingHealth, standingLabels } from '../../../lib/kpi-standing.ts';
import { focusField } from '../../../ui/form/autosave.tsx';
import { formatDate } from '../../../ui/format/date.ts';
import { formatCount } from '../../../ui/format/number.ts';
import { HealthMark } from '../../../ui/marks/health-mark.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { GoalBar } from './goal-progress.tsx';
import styles from './goals.module.css';

type GoalStandingProps = { readonly goal: GoalView; readonly canEdit: boolean };

/** How far a goal is by its KPIs, and what it lacks to be measured. */
export function GoalStandingSection({ goal, canEdit }: GoalStandingProps) {
  const { standing } = goal.pace;
  return (
    <Section
      title="Progress"
      note={progressNote(goal)}
      actions={<HealthMark health={standingHealth[standing]} label={standingLabels[standing]} />}
    >
      {goal.pace.progress === null ? null : <GoalBar goal={goal} isWide />}
      {goal.gaps.length > 0 ? <GoalGaps goal={goal} canEdit={canEdit} /> : null}
    </Section>
  );
}

function progressNote({ kpiCount, deadline }: GoalView): string {
  const due = deadline ? `; due ${formatDate(deadline)}` : '';
  if (kpiCount === 0) return `Nothing is measured yet${due}`;
  if (kpiCount === 1) return `As its one KPI stands${due}`;
  const noun = { one: 'KPI', many: 'KPIs' };
  return `The mean of ${formatCount(kpiCount, noun)}; stands as the weakest of them${due}`;
}

function GoalGaps({ goal, canEdit }: GoalStandingProps) {
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
