import type { WaitsView, WaitView } from '@evenkeel/contract/client-duties';
import type { AccountId, ProjectId } from '@evenkeel/core/id';
import { type WaitSide, waitSides } from '@evenkeel/core/waits/wait-clock';
import { useState } from 'react';
import { Figure } from '../../../ui/figure/figure.tsx';
import { SidePanel } from '../../../ui/figure/side-panel.tsx';
import { formatInstant } from '../../../ui/format/date.ts';
import { formatNumber } from '../../../ui/format/number.ts';
import { DateText } from '../../../ui/marks/values.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useClientWaits } from '../api.ts';
import { sideLabels } from '../words.ts';
import styles from './duties.module.css';

type ClientWaitsPanelProps = {
  readonly where: { readonly projectId: ProjectId } | { readonly accountId: AccountId };
};

const formulas: Readonly<Record<WaitSide, string>> = {
  ours: 'Working time in which we had to act: to look at an answer, or to rework what was rejected.',
  theirs: 'Working time in which the client had to act: to answer, to give access, to approve.',
  neither: 'Nights, weekends and holidays, and what rests by agreement.',
};

/** The two-sided clock: who waited for whom, and for how long (B15). Each figure opens its rows. */
export function ClientWaitsPanel({ where }: ClientWaitsPanelProps) {
  const found = useClientWaits(where);
  const [shown, setShown] = useState<WaitSide | null>(null);
  return (
    <Section
      title="Whose the waiting was"
      note="Working days by the calendar. Ours, theirs and neither add up to all the time that went by."
    >
      <Loaded found={found} what="the waiting">
        {(waits) =>
          waits.rows.length === 0 ? (
            <p className={styles['dim']}>Nobody has waited for anybody yet.</p>
          ) : (
            <>
              <Figures waits={waits} onOpen={setShown} />
              <SidePanel
                opened={shown !== null}
                onClose={() => setShown(null)}
                width={860}
                title={shown ? `Waiting: ${sideLabels[shown].toLowerCase()}` : ''}
                note={shown ? formulas[shown] : ''}
              >
                {shown ? <Rows waits={waits} side={shown} /> : null}
              </SidePanel>
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

type FiguresProps = {
  readonly waits: WaitsView;
  readonly onOpen: (side: WaitSide) => void;
};

function Figures({ waits, onOpen }: FiguresProps) {
  return (
    <div className={styles['figures']}>
      {waitSides.map((side) => {
        const late = waits.late[side];
        return (
          <Figure
            key={side}
            label={sideLabels[side]}
            value={daysText(waits.total[side], perDay(side, waits))}
            formula={formulas[side]}
            onOpen={() => onOpen(side)}
            {...(side !== 'neither' && late > 0
              ? {
                  delta: {
                    text: `${daysText(late, waits.dayMinutes)} after the agreed day`,
                    tone: 'warn' as const,
                  },
                }
              : {})}
          />
        );
      })}
    </div>
  );
}

function Rows({ waits, side }: { readonly waits: WaitsView; readonly side: WaitSide }) {
  const rows = waits.rows.filter(({ split }) => split[side] > 0);
  const days = (minutes: number) => daysText(minutes, perDay(side, waits));
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">With whom</th>
            <th scope="col">Agreed for</th>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col" className={styles['number']}>
              {sideLabels[side]}
            </th>
            <th scope="col" className={styles['number']}>
              Of it late
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.subject.kind} ${row.subject.id}`}>
              <th scope="row">{row.subject.name}</th>
              <td>{row.contact ?? ''}</td>
              <td>{row.dueOn ? <DateText date={row.dueOn} /> : null}</td>
              <td>{spanOf(row, side).from}</td>
              <td>{spanOf(row, side).to}</td>
              <td className={styles['number']}>{days(row.split[side])}</td>
              <td className={styles['number']}>{days(row.late[side])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** From the first moment of a side to its last; open while it is theirs or ours still. */
function spanOf(row: WaitView, side: WaitSide): { readonly from: string; readonly to: string } {
  const own = row.stretches.filter(({ holder }) => side === 'neither' || holder === side);
  const [first, last] = [own[0], own.at(-1)];
  return {
    from: first ? formatInstant(first.from) : '',
    to: last && row.holder !== last.holder ? formatInstant(last.to) : 'now',
  };
}

/** A day of neither has 24 hours; one of a side as many as are worked. */
function perDay(side: WaitSide, waits: WaitsView): number {
  return side === 'neither' ? 1_440 : waits.dayMinutes;
}

function daysText(minutes: number, dayMinutes: number): string {
  const days = Math.round((minutes / dayMinutes) * 10) / 10;
  return `${formatNumber(days)} ${days === 1 ? 'day' : 'days'}`;
}
