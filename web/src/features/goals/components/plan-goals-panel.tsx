import type { GoalRow } from '@evenkeel/contract/goals';
import type { StrategicPlanId } from '@evenkeel/core/id';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { recordNumber } from '../../../lib/record-number.ts';
import { HealthMark } from '../../../ui/marks/health-mark.tsx';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { DateText, Nothing } from '../../../ui/marks/values.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useGoals } from '../api.ts';
import { driverLabels, targetInWords } from '../model.ts';
import { GoalForm } from './goal-form.tsx';
import { GoalBar } from './goal-progress.tsx';
import styles from './goals.module.css';

type PlanGoalsPanelProps = { readonly planId: StrategicPlanId; readonly canAdd: boolean };

/** The goals that stand in a strategic plan, each with its progress. */
export function PlanGoalsPanel({ planId, canAdd }: PlanGoalsPanelProps) {
  const found = useGoals(planId);
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title="Goals"
      note="What should be reached, in numbers, by when"
      actions={
        canAdd ? (
          <Button
            variant="default"
            leftSection={<IconPlus size={15} />}
            data-field="goals"
            onClick={() => setAdding(true)}
          >
            Add goal
          </Button>
        ) : null
      }
    >
      <Loaded found={found} what="the goals">
        {({ rows }) => <GoalTable rows={rows} />}
      </Loaded>
      {adding ? <GoalForm planId={planId} onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}

function GoalTable({ rows }: { readonly rows: readonly GoalRow[] }) {
  if (rows.length === 0) {
    return (
      <p className={styles['none']}>
        No goal yet. A plan can be approved once it says what should be reached.
      </p>
    );
  }
  return (
    <ul className={styles['goals']}>
      {rows.map((row) => (
        <li key={row.id} className={styles['goal']}>
          <div className={styles['goal-words']}>
            <AppLink href={`/goals/${row.id}`} className={styles['goal-name']}>
              {row.name}
            </AppLink>
            <span className={styles['goal-meta']}>
              {recordNumber('goal', row.number)} · {driverLabels[row.driver]}
              {targetInWords(row.headline)
                ? ` · ${row.headline?.name} ${targetInWords(row.headline)}`
                : ''}
            </span>
          </div>
          <span className={styles['goal-bar']}>
            <GoalBar goal={row} />
          </span>
          <span className={styles['goal-date']}>
            {row.deadline ? <DateText date={row.deadline} /> : <Nothing />}
          </span>
          <span className={styles['goal-owner']}>
            <PersonMark person={row.owner ?? undefined} show="initials" />
          </span>
          <span className={styles['goal-flag']}>
            {row.initiativeCount === 0 ? (
              <HealthMark health="at-risk" label="No initiative" />
            ) : (
              `${row.initiativeCount} ${row.initiativeCount === 1 ? 'initiative' : 'initiatives'}`
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
