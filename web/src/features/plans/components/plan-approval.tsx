import type { PlanView } from '@evenkeel/contract/plans';
import type { PlanState } from '@evenkeel/core/strategy/plan';
import { Button, Popover } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay } from '../../../lib/session.ts';
import { focusField } from '../../../ui/form/autosave.tsx';
import { problemOf } from '../../../ui/form/problem.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import styles from './plans.module.css';

type PlanApprovalProps = {
  readonly plan: PlanView;
  readonly onMove: (to: PlanState) => Promise<unknown>;
};

/** The next step of a plan: approve it, or hear what is missing first. */
export function PlanApproval({ plan, onMove }: PlanApprovalProps) {
  const [opened, setOpened] = useState(false);
  const mayManage = useMay('manage');
  if (plan.state !== 'draft' || plan.deletedAt !== null) return null;
  const isReady = plan.gaps.every((gap) => !gap.isNeeded);
  const approve = async () => {
    setOpened(false);
    try {
      await onMove('approved');
      notifyDone({
        message: `“${plan.name}” is approved`,
        undo: async () => {
          await onMove('draft');
        },
      });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  if (isReady && mayManage && plan.gaps.length === 0) {
    return (
      <Button leftSection={<IconCheck size={16} />} onClick={() => void approve()}>
        Approve
      </Button>
    );
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={340} trapFocus>
      <Popover.Target>
        <Button
          leftSection={<IconCheck size={16} />}
          variant={isReady && mayManage ? 'filled' : 'default'}
          onClick={() => setOpened(!opened)}
        >
          Approve
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={styles['missing']}>
          <ApprovalWords isReady={isReady} mayManage={mayManage} />
          <ul>
            {plan.gaps.map((gap) => (
              <li key={gap.field}>
                <button
                  type="button"
                  className={styles['gap']}
                  onClick={() => {
                    setOpened(false);
                    focusField(gap.field);
                  }}
                >
                  {gap.message}
                </button>
              </li>
            ))}
          </ul>
          {isReady && mayManage ? (
            <Button onClick={() => void approve()}>Approve as it is</Button>
          ) : null}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function ApprovalWords(props: { readonly isReady: boolean; readonly mayManage: boolean }) {
  if (!props.isReady) return <p>It cannot be approved yet. Missing:</p>;
  if (!props.mayManage) return <p>A manager, admin or owner approves plans.</p>;
  return <p>It can be approved. Still unwritten:</p>;
}
