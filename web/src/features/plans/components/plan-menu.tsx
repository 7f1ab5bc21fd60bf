import { type PlanView, plans } from '@evenkeel/contract/plans';
import { canMovePlan, type PlanState, planStates } from '@evenkeel/core/strategy/plan';
import { Menu } from '@mantine/core';
import { planStateLabels, planStateShapes } from '../../../lib/plan-state.ts';
import { useMay } from '../../../lib/session.ts';
import { problemOf } from '../../../ui/form/problem.ts';
import { ProgressGlyph } from '../../../ui/marks/progress-glyph.tsx';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { RecordMenu } from '../../../ui/record/record-menu.tsx';
import { usePlanWrite } from '../api.ts';

type PlanMenuProps = {
  readonly plan: PlanView;
  readonly onMove: (to: PlanState) => Promise<unknown>;
};

const moveLabels: Record<PlanState, string> = {
  draft: 'Take the approval back',
  approved: 'Reopen',
  closed: 'Close the plan',
};

/** What is done to a plan now and then: closing, reopening, deleting. */
export function PlanMenu({ plan, onMove }: PlanMenuProps) {
  const mayWrite = useMay('write');
  const mayManage = useMay('manage');
  const remove = usePlanWrite(plans.remove);
  const restore = usePlanWrite(plans.restore);
  const params = { id: plan.id };
  const moves = mayManage
    ? planStates.filter((to) => canMovePlan(plan.state, to) && plan.state !== 'draft')
    : [];
  const move = async (to: PlanState) => {
    try {
      await onMove(to);
      notifyDone({
        message: `The plan is now: ${planStateLabels[to].toLowerCase()}`,
        undo: async () => {
          await onMove(plan.state);
        },
      });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <RecordMenu
      record={{
        ...plan,
        href: `/plans/${plan.id}`,
        listHref: '/plans',
        remove: () => remove.mutateAsync({ params }),
        restore: () => restore.mutateAsync({ params }),
      }}
      mayWrite={mayWrite}
    >
      {moves.map((to) => (
        <Menu.Item
          key={to}
          leftSection={<ProgressGlyph shape={planStateShapes[to]} />}
          onClick={() => void move(to)}
        >
          {moveLabels[to]}
        </Menu.Item>
      ))}
    </RecordMenu>
  );
}
