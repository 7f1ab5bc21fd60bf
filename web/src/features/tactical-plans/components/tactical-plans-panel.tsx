import type { TacticalPlanRow } from '@evenkeel/contract/tactical-plans';
import type { StrategicPlanId } from '@evenkeel/core/id';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { isReviewOverdue } from '../../../lib/review-words.ts';
import { formatDate, readerToday } from '../../../ui/format/date.ts';
import { formatCount } from '../../../ui/format/number.ts';
import { HealthMark } from '../../../ui/marks/health-mark.tsx';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { useOpen } from '../../../ui/navigation/use-open.ts';
import { Section } from '../../../ui/page/section.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useTacticalPlans } from '../api.ts';
import styles from './tactical.module.css';
import { TacticalPlanForm } from './tactical-plan-form.tsx';

type TacticalPlansPanelProps = { readonly planId: StrategicPlanId; readonly canAdd: boolean };

/** The tactical plans under a strategic plan, each with the goal it serves (ST-26). */
export function TacticalPlansPanel({ planId, canAdd }: TacticalPlansPanelProps) {
  const found = useTacticalPlans(planId);
  const [adding, setAdding] = useState(false);
  const open = useOpen();
  return (
    <Section
      title="Tactical plans"
      note="What is done for the goals: the timeline, the tools and resources, the actions"
      actions={
        canAdd ? (
          <Button
            variant="default"
            leftSection={<IconPlus size={15} />}
            onClick={() => setAdding(true)}
          >
            Add tactical plan
          </Button>
        ) : null
      }
    >
      <Loaded found={found} what="the tactical plans">
        {({ rows }) => <TacticalPlanLines rows={rows} />}
      </Loaded>
      {adding ? (
        <TacticalPlanForm
          planId={planId}
          onClose={() => setAdding(false)}
          onCreated={(plan) => open(`/tactical-plans/${plan.id}`)}
        />
      ) : null}
    </Section>
  );
}

function TacticalPlanLines({ rows }: { readonly rows: readonly TacticalPlanRow[] }) {
  if (rows.length === 0) {
    return (
      <p className={styles['dim']}>
        None yet. A tactical plan follows the strategic one: who does what, how often, with what.
      </p>
    );
  }
  return (
    <ul className={styles['plans']}>
      {rows.map((row) => (
        <li key={row.id}>
          <div className={styles['plan-words']}>
            <AppLink href={`/tactical-plans/${row.id}`} className={styles['name']}>
              {row.name}
            </AppLink>
            <span className={styles['meta']}>
              {row.goal ? `for “${row.goal.name}”` : 'Serves no goal of the plan'} ·{' '}
              {formatCount(row.tacticCount, { one: 'tactic', many: 'tactics' })}
            </span>
          </div>
          {row.goal ? null : <HealthMark health="at-risk" label="No goal" />}
          {isReviewOverdue(row.nextReviewOn, readerToday()) ? (
            <HealthMark health="at-risk" label="Review due" />
          ) : null}
          <span className={styles['until']}>
            {row.endsOn ? `to ${formatDate(row.endsOn)}` : ''}
          </span>
          <PersonMark person={row.owner ?? undefined} show="initials" />
        </li>
      ))}
    </ul>
  );
}
