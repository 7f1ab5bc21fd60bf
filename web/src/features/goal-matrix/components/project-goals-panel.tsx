import type { GoalId, ProjectId } from '@evenkeel/core/id';
import { CloseButton, NativeSelect } from '@mantine/core';
import { IconTarget } from '@tabler/icons-react';
import { strengthLabels } from '../../../lib/strength.ts';
import { problemOf } from '../../../ui/form/problem.ts';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { GoalPicker } from '../../goals/components/goal-picker.tsx';
import { useProjectGoals, useSetStrength } from '../api.ts';
import styles from './matrix.module.css';

type ProjectGoalsPanelProps = { readonly projectId: ProjectId; readonly canEdit: boolean };

/** The strategy that a client project serves (ST-34): goals it helps or hurts. */
export function ProjectGoalsPanel({ projectId, canEdit }: ProjectGoalsPanelProps) {
  const found = useProjectGoals(projectId);
  const write = useSetStrength();
  const set = async (goalId: GoalId, strength: number | null) => {
    try {
      await write.mutateAsync({ params: { projectId, goalId }, body: { strength } });
      return true;
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
      return false;
    }
  };
  const remove = async (goal: { id: GoalId; name: string }, strength: number) => {
    if (!(await set(goal.id, null))) return;
    notifyDone({
      message: `No longer linked to “${goal.name}”`,
      undo: async () => void (await set(goal.id, strength)),
    });
  };
  return (
    <Section
      title="Strategy it serves"
      note="Goals of the firm that this work helps, beside its pay"
    >
      <Loaded found={found} what="its goals">
        {({ rows }) => (
          <>
            {rows.length > 0 ? (
              <ul className={styles['lines']}>
                {rows.map(({ goal, strength }) => (
                  <li key={goal.id} className={styles['line']}>
                    <IconTarget size={15} stroke={1.7} aria-hidden />
                    <AppLink href={`/goals/${goal.id}`} className={styles['line-name']}>
                      {goal.name}
                    </AppLink>
                    <NativeSelect
                      aria-label={`How much it helps “${goal.name}”`}
                      data={[...strengthLabels]}
                      disabled={!canEdit}
                      value={String(strength)}
                      onChange={(event) => void set(goal.id, Number(event.currentTarget.value))}
                    />
                    {canEdit ? (
                      <CloseButton
                        size="sm"
                        aria-label={`Take off the link to “${goal.name}”`}
                        onClick={() => void remove(goal, strength)}
                      />
                    ) : null}
                  </li>
                ))}
              </ul>
            ) : null}
            {canEdit ? (
              <div className={styles['add']}>
                <GoalPicker
                  label="Link a goal"
                  placeholder="Find a goal"
                  value={null}
                  onChange={(goal) => {
                    if (goal && !rows.some((row) => row.goal.id === goal.id)) void set(goal.id, 1);
                  }}
                />
              </div>
            ) : null}
          </>
        )}
      </Loaded>
    </Section>
  );
}
