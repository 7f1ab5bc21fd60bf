import type { LeaveView } from '@evenkeel/contract/leaves';
import { Button } from '@mantine/core';
import { IconBeach, IconPlus } from '@tabler/icons-react';
import { useMay, useSession } from '../../../lib/session.ts';
import { readerToday } from '../../../ui/format/date.ts';
import { Page } from '../../../ui/page/page.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { useAdding } from '../../../ui/page/use-adding.ts';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { peopleTabs } from '../model.ts';
import { useLeavesFrom } from './api.ts';
import { LeaveForm } from './components/leave-form.tsx';
import { LeaveLine } from './components/leave-line.tsx';
import { LeaveRequest } from './components/leave-request.tsx';
import styles from './components/leaves.module.css';

/** Leave of the firm: what waits for an answer with what it does to work, and who is away when. */
export function LeavesPage() {
  const found = useLeavesFrom(readerToday());
  const mayManage = useMay('manage');
  const own = useSession().member.personId;
  const [isAdding, setAdding] = useAdding('Leave', mayManage || own !== null);
  const label = mayManage ? 'New leave' : 'Ask for leave';
  const button =
    mayManage || own !== null ? (
      <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
        {label}
      </Button>
    ) : null;
  return (
    <Page title="People" tabs={peopleTabs('leave')} primary={button}>
      <Loaded found={found} what="the leave">
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState
              icon={<IconBeach size={20} stroke={1.6} />}
              title="No leave ahead"
              actions={button}
            >
              Leave is asked for here and approved by a manager. What is approved takes capacity in
              Balance, the planner and the schedule.
            </EmptyState>
          ) : (
            <LeaveSections rows={rows} />
          )
        }
      </Loaded>
      {isAdding ? (
        <LeaveForm
          personId={mayManage ? null : own}
          isDecided={mayManage}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </Page>
  );
}

function LeaveSections({ rows }: { readonly rows: readonly LeaveView[] }) {
  const waiting = rows.filter(({ state, canDecide }) => state === 'requested' && canDecide);
  const asked = rows.filter(
    ({ state, canDecide }) => state === 'refused' || (state === 'requested' && !canDecide),
  );
  const approved = rows.filter(({ state }) => state === 'approved');
  return (
    <>
      {waiting.length > 0 ? (
        <Section title="Waits for your answer" note="With what each of them would do to work.">
          <ul className={styles['list']}>
            {waiting.map((leave) => (
              <LeaveRequest key={leave.id} leave={leave} />
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title="Approved" note="From today on.">
        {approved.length === 0 ? (
          <p className={styles['quiet']}>Nobody is away.</p>
        ) : (
          <LeaveLines rows={approved} />
        )}
      </Section>
      {asked.length > 0 ? (
        <Section title="Refused, or waiting for others">
          <LeaveLines rows={asked} />
        </Section>
      ) : null}
    </>
  );
}

function LeaveLines({ rows }: { readonly rows: readonly LeaveView[] }) {
  return (
    <ul className={styles['list']}>
      {rows.map((leave) => (
        <LeaveLine key={leave.id} leave={leave} isNamed />
      ))}
    </ul>
  );
}
