import { type GoalView, goals } from '@evenkeel/contract/goals';
import { useMay } from '../../../lib/session.ts';
import { RecordMenu } from '../../../ui/record/record-menu.tsx';
import { useGoalWrite } from '../api.ts';

/** What is done to a goal now and then. */
export function GoalMenu({ goal }: { readonly goal: GoalView }) {
  const mayWrite = useMay('write');
  const remove = useGoalWrite(goals.remove);
  const restore = useGoalWrite(goals.restore);
  const params = { id: goal.id };
  return (
    <RecordMenu
      record={{
        ...goal,
        href: `/goals/${goal.id}`,
        listHref: '/goals',
        remove: () => remove.mutateAsync({ params }),
        restore: () => restore.mutateAsync({ params }),
      }}
      mayWrite={mayWrite}
    />
  );
}
