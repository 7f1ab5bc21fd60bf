import { type PlanView, plans } from '@evenkeel/contract/plans';
import { canMovePlan, type PlanState, planStates } from '@evenkeel/core/strategy/plan';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconTrash } from '@tabler/icons-react';
import { useMay } from '../../../lib/session.ts';
import { problemOf } from '../../../ui/form/problem.ts';
import { ProgressGlyph } from '../../../ui/marks/progress-glyph.tsx';
import { useOpen } from '../../../ui/navigation/use-open.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { usePlanWrite } from '../api.ts';
import { planStateLabels, planStateShapes } from '../model.ts';

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
  const remove = useRemovePlan(plan);
  if (!mayWrite) return null;
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
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon aria-label="More actions">
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {moves.map((to) => (
          <Menu.Item
            key={to}
            leftSection={<ProgressGlyph shape={planStateShapes[to]} />}
            onClick={() => void move(to)}
          >
            {moveLabels[to]}
          </Menu.Item>
        ))}
        <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => void remove()}>
          Delete
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function useRemovePlan(plan: PlanView): () => Promise<void> {
  const remove = usePlanWrite(plans.remove);
  const restore = usePlanWrite(plans.restore);
  const open = useOpen();
  const params = { id: plan.id };
  return async () => {
    try {
      await remove.mutateAsync({ params });
      open('/plans');
      notifyDone({
        message: `“${plan.name}” is in the trash`,
        undo: async () => {
          await restore.mutateAsync({ params });
        },
      });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
}
