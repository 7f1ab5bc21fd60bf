import type { InitiativeRow } from '@evenkeel/contract/initiatives';
import type { GoalId } from '@evenkeel/core/id';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { projectStateLabels, projectStateShapes } from '../../../lib/project-state.ts';
import { strengthLabels } from '../../../lib/strength.ts';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { StageMark } from '../../../ui/marks/stage-mark.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { useOpen } from '../../../ui/navigation/use-open.ts';
import { Section } from '../../../ui/page/section.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useInitiatives } from '../api.ts';

import { InitiativeForm } from './initiative-form.tsx';
import styles from './initiatives.module.css';
import { TestMark } from './test-mark.tsx';

type GoalInitiativesPanelProps = {
  readonly goal: { readonly id: GoalId; readonly name: string };
  readonly canAdd: boolean;
};

/** The initiatives that are to reach a goal, and those that stand against it. */
export function GoalInitiativesPanel({ goal, canAdd }: GoalInitiativesPanelProps) {
  const found = useInitiatives(goal.id);
  const [adding, setAdding] = useState(false);
  const open = useOpen();
  return (
    <Section
      title="Initiatives"
      note="The work that is to reach this goal"
      actions={
        canAdd ? (
          <Button
            variant="default"
            leftSection={<IconPlus size={15} />}
            onClick={() => setAdding(true)}
          >
            Add initiative
          </Button>
        ) : null
      }
    >
      <Loaded found={found} what="the initiatives">
        {({ rows }) => <InitiativeLines rows={rows} goalId={goal.id} />}
      </Loaded>
      {adding ? (
        <InitiativeForm
          goal={{ id: goal.id, name: goal.name }}
          onClose={() => setAdding(false)}
          onCreated={(initiative) => open(`/initiatives/${initiative.id}`)}
        />
      ) : null}
    </Section>
  );
}

type InitiativeLinesProps = { readonly rows: readonly InitiativeRow[]; readonly goalId: GoalId };

function InitiativeLines({ rows, goalId }: InitiativeLinesProps) {
  if (rows.length === 0) {
    return (
      <p className={styles['dim']}>
        No initiative serves this goal yet. It stands, but nothing moves towards it.
      </p>
    );
  }
  return (
    <ul className={styles['lines']}>
      {rows.map((row) => (
        <li key={row.id} className={styles['line']}>
          <AppLink href={`/initiatives/${row.id}`} className={styles['line-name']}>
            {row.name}
          </AppLink>
          <span className={styles['line-strength']}>{strengthInWords(row, goalId)}</span>
          <span className={styles['line-state']}>
            <StageMark
              label={projectStateLabels[row.state]}
              shape={projectStateShapes[row.state]}
            />
          </span>
          <TestMark test={row.test} />
          <PersonMark person={row.owner ?? undefined} show="initials" />
        </li>
      ))}
    </ul>
  );
}

function strengthInWords(row: InitiativeRow, goalId: GoalId): string {
  const strength = row.goals.find((goal) => goal.id === goalId)?.strength;
  return strengthLabels.find(({ value }) => value === String(strength))?.label ?? '';
}
