import type { OutputOf } from '@evenkeel/contract/endpoint';
import type { ReserveLoanView, RingFenceView, ringFences } from '@evenkeel/contract/ring-fences';
import { monthOf } from '@evenkeel/core/calendar-date';
import { Button } from '@mantine/core';
import { IconFence, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay } from '../../lib/session.ts';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { useAdding } from '../../ui/page/use-adding.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useLedger } from './api.ts';
import { EntriesPanel, type OpenEntries } from './components/entries-panel.tsx';
import { LoanTable } from './components/loan-table.tsx';
import { PayBackForm } from './components/pay-back-form.tsx';
import { ReserveTable } from './components/reserve-table.tsx';
import styles from './components/ring-fence.module.css';
import { RingFenceForm } from './components/ring-fence-form.tsx';
import { fenceNote } from './words.ts';

/** Hours and money held back for initiatives, month by month; what was lent of them, and to be paid back. */
export function RingFencePage() {
  const mayManage = useMay('manage');
  const found = useLedger();
  const [isAdding, setAdding] = useAdding('New ring-fence', mayManage);
  const button = mayManage ? (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
      New ring-fence
    </Button>
  ) : null;
  return (
    <Page title="Ring-fence" primary={button}>
      <Loaded found={found} what="the ring-fences" shape="cards">
        {(ledger) =>
          ledger.ringFences.length === 0 ? (
            <EmptyState
              icon={<IconFence size={20} stroke={1.6} />}
              title="Nothing is held back yet"
              actions={button}
            >
              A ring-fence keeps hours and money of each month for initiatives: a fifth of the firm,
              forty hours of a team, a day a week of one person. Client work that needs those hours
              is stopped until a manager lends them, with a day on which they are paid back.
            </EmptyState>
          ) : (
            <Ledger ledger={ledger} mayManage={mayManage} />
          )
        }
      </Loaded>
      {isAdding ? <RingFenceForm fence={null} onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}

type LedgerView = OutputOf<typeof ringFences.ledger>;
type LedgerProps = { readonly ledger: LedgerView; readonly mayManage: boolean };

function Ledger({ ledger, mayManage }: LedgerProps) {
  const [changed, setChanged] = useState<RingFenceView | null>(null);
  const [opened, setOpened] = useState<OpenEntries | null>(null);
  const [paid, setPaid] = useState<ReserveLoanView | null>(null);
  const now = monthOf(ledger.today);
  const isOver = ({ toMonth }: RingFenceView) => toMonth !== null && toMonth < now;
  const fences = [...ledger.ringFences].sort((a, b) => Number(isOver(a)) - Number(isOver(b)));
  return (
    <div className={styles['stack']}>
      {fences.map((fence) => (
        <Section
          key={fence.id}
          framed
          title={isOver(fence) ? `${fence.name} (ended)` : fence.name}
          note={fenceNote(fence, ledger.currency)}
          actions={
            mayManage ? (
              <Button variant="default" onClick={() => setChanged(fence)}>
                Change
              </Button>
            ) : null
          }
        >
          <ReserveTable
            fence={fence}
            months={ledger.months.filter((month) => month.ringFenceId === fence.id)}
            today={ledger.today}
            currency={ledger.currency}
            onOpen={(month) => setOpened({ fence, month })}
          />
        </Section>
      ))}
      <Section
        framed
        title="Loans"
        note="Hours that client work was allowed to take, and what of them is still owed to initiatives"
      >
        <LoanTable
          loans={ledger.loans}
          today={ledger.today}
          currency={ledger.currency}
          onPayBack={mayManage ? setPaid : null}
        />
      </Section>
      {changed ? <RingFenceForm fence={changed} onClose={() => setChanged(null)} /> : null}
      {opened ? (
        <EntriesPanel
          open={opened}
          ledger={ledger}
          mayManage={mayManage}
          onClose={() => setOpened(null)}
        />
      ) : null}
      {paid ? <PayBackForm loan={paid} ledger={ledger} onClose={() => setPaid(null)} /> : null}
    </div>
  );
}
