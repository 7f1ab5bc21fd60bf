import { type GoalLink, type InitiativeView, initiatives } from '@evenkeel/contract/initiatives';
import type { GoalId } from '@evenkeel/core/id';
import { CloseButton, NativeSelect } from '@mantine/core';
import { IconTarget } from '@tabler/icons-react';
import { strengthLabels } from '../../../lib/strength.ts';
import { problemOf } from '../../../ui/form/problem.ts';
import { HealthMark } from '../../../ui/marks/health-mark.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { GoalPicker } from '../../goals/components/goal-picker.tsx';
import { useInitiativeWrite } from '../api.ts';
import { servedGoals } from '../model.ts';
import styles from './initiatives.module.css';

type GoalLinksProps = { readonly initiative: InitiativeView; readonly canEdit: boolean };

/** The goals an initiative serves or hurts, from strongly helps to strongly hurts (ST-03). */
export function GoalLinks({ initiative, canEdit }: GoalLinksProps) {
  const set = useSetGoals(initiative);
  const links = initiative.goals.map(({ id, strength }) => ({ goalId: id, strength }));
  const change = (goalId: GoalId, strength: number) =>
    set(links.map((link) => (link.goalId === goalId ? { goalId, strength } : link)));
  const remove = async (goalId: GoalId, name: string) => {
    const rest = links.filter((link) => link.goalId !== goalId);
    if (!(await set(rest))) return;
    notifyDone({
      message: `No longer linked to “${name}”`,
      undo: async () => void (await set(links)),
    });
  };
  return (
    <Section
      title="Goals"
      note="What it is done for"
      actions={
        servedGoals(initiative).length === 0 ? (
          <HealthMark health="at-risk" label="Serves no goal" />
        ) : null
      }
    >
      {initiative.goals.length > 0 ? (
        <ul className={styles['lines']}>
          {initiative.goals.map((goal) => (
            <li key={goal.id} className={styles['line']}>
              <IconTarget size={15} stroke={1.7} aria-hidden />
              <AppLink href={`/goals/${goal.id}`} className={styles['line-name']}>
                {goal.name}
              </AppLink>
              <NativeSelect
                aria-label={`How much it helps “${goal.name}”`}
                data={[...strengthLabels]}
                disabled={!canEdit}
                value={String(goal.strength)}
                onChange={(event) => void change(goal.id, Number(event.currentTarget.value))}
              />
              {canEdit ? (
                <CloseButton
                  size="sm"
                  aria-label={`Take off the link to “${goal.name}”`}
                  onClick={() => void remove(goal.id, goal.name)}
                />
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {canEdit ? (
        <div className={styles['add-goal']}>
          <GoalPicker
            label="Link a goal"
            placeholder="Find a goal"
            name="goals"
            value={null}
            onChange={(goal) => {
              if (!goal || links.some((link) => link.goalId === goal.id)) return;
              void set([...links, { goalId: goal.id, strength: 1 }]);
            }}
          />
        </div>
      ) : null}
    </Section>
  );
}

function useSetGoals(initiative: InitiativeView) {
  const write = useInitiativeWrite(initiatives.setGoals);
  return async (goals: readonly GoalLink[]): Promise<boolean> => {
    try {
      await write.mutateAsync({ params: { id: initiative.id }, body: { goals: [...goals] } });
      return true;
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
      return false;
    }
  };
}
