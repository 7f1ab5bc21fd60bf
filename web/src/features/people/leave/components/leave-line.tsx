import { type LeaveView, leaves } from '@evenkeel/contract/leaves';
import { ActionIcon, Menu } from '@mantine/core';
import { IconCheck, IconDots, IconTrash, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { PersonMark } from '../../../../ui/marks/record-marks.tsx';
import { AppLink } from '../../../../ui/navigation/app-link.tsx';
import { notifyDone, notifyFailed } from '../../../../ui/notify/notify.tsx';
import { useLeaveWrite } from '../api.ts';
import { leaveDays, leaveLength, leaveStateLabels } from '../model.ts';
import styles from './leaves.module.css';
import { RefusalForm } from './refusal-form.tsx';

type LeaveLineProps = {
  readonly leave: LeaveView;
  /** Named where the list holds several people's. */
  readonly isNamed: boolean;
};

/** One leave with where it stands, and what can be done about it. */
export function LeaveLine({ leave, isNamed }: LeaveLineProps) {
  const detail = [
    leave.state === 'approved' ? '' : leaveStateLabels[leave.state],
    leave.reason,
    leave.note,
  ].filter(Boolean);
  return (
    <li className={styles['line']}>
      <span className={styles['what']}>
        {isNamed ? (
          <AppLink href={`/people/${leave.person.id}`} className={styles['person'] ?? ''}>
            <PersonMark person={leave.person} show="name" />
          </AppLink>
        ) : null}
        <span className={styles['days']}>{leaveDays(leave)}</span>
        {detail.length > 0 ? <span className={styles['quiet']}>{detail.join(' · ')}</span> : null}
      </span>
      <span className={styles['quiet']}>{leaveLength(leave)}</span>
      <LeaveMenu leave={leave} />
    </li>
  );
}

function LeaveMenu({ leave }: { readonly leave: LeaveView }) {
  const [isRefusing, setRefusing] = useState(false);
  const approve = useApprove(leave);
  const takeBack = useTakeBack(leave);
  if (!leave.canDecide && !leave.canChange) return <span />;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`What to do about the leave from ${leaveDays(leave)}`}
          >
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {leave.canDecide && leave.state !== 'approved' ? (
            <Menu.Item leftSection={<IconCheck size={15} />} onClick={() => void approve()}>
              Approve
            </Menu.Item>
          ) : null}
          {leave.canDecide && leave.state !== 'refused' ? (
            <Menu.Item leftSection={<IconX size={15} />} onClick={() => setRefusing(true)}>
              Refuse…
            </Menu.Item>
          ) : null}
          {leave.canChange ? (
            <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => void takeBack()}>
              Take back
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {isRefusing ? <RefusalForm leave={leave} onClose={() => setRefusing(false)} /> : null}
    </>
  );
}

/** Approves a leave; Undo lets it wait again. */
export function useApprove(leave: LeaveView): () => Promise<void> {
  const decide = useLeaveWrite(leaves.decide);
  const params = { id: leave.id };
  return () =>
    told('It was not approved.', async () => {
      const body = { step: 'approve' } as const;
      const { version } = await decide.mutateAsync({ params, version: leave.version, body });
      notifyDone({
        message: `The leave of ${leave.person.name} is approved`,
        undo: async () =>
          void (await decide.mutateAsync({ params, version, body: { step: 'reopen' } })),
      });
    });
}

function useTakeBack(leave: LeaveView): () => Promise<void> {
  const remove = useLeaveWrite(leaves.remove);
  const create = useLeaveWrite(leaves.create);
  return () =>
    told('It was not taken back.', async () => {
      await remove.mutateAsync({ params: { id: leave.id } });
      const { person, startOn, endOn, isHalf, note } = leave;
      const body = { personId: person.id, startOn, endOn, isHalf, note };
      notifyDone({
        message: 'The leave is taken back',
        undo: async () => void (await create.mutateAsync({ body })),
      });
    });
}

async function told(failed: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    notifyFailed({ message: error instanceof Error ? error.message : failed });
  }
}
