import type { CandidateView } from '@evenkeel/contract/portfolio-candidates';
import type { PortfolioResultView } from '@evenkeel/contract/portfolio-results';
import { groupedBy } from '@evenkeel/core/grouping';
import { useSession } from '../../../lib/session.ts';
import { formatDayMonth, formatMonth } from '../../../ui/format/date.ts';
import { formatHours } from '../../../ui/format/effort.ts';
import { formatNumber } from '../../../ui/format/number.ts';
import { MoneyText } from '../../../ui/marks/values.tsx';
import styles from './choice.module.css';

type ChosenTableProps = {
  readonly kind: 'deal' | 'initiative';
  readonly result: PortfolioResultView;
  readonly candidates: ReadonlyMap<string, CandidateView>;
  readonly onOpen: (id: string) => void;
};

type Placed = PortfolioResultView['chosen'][number] & { readonly candidate: CandidateView };

/** What is chosen of one kind, by the month in which it starts, the most of its yardstick first. */
export function ChosenTable({ kind, result, candidates, onOpen }: ChosenTableProps) {
  const rows = result.chosen.flatMap((one): Placed[] => {
    const candidate = candidates.get(one.candidateId);
    return one.kind === kind && candidate ? [{ ...one, candidate }] : [];
  });
  const months = [...groupedBy(rows, ({ month }) => month)].sort(([a], [b]) => (a < b ? -1 : 1));
  if (rows.length === 0) return <p className={styles['why']}>None is chosen.</p>;
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{kind === 'deal' ? 'Deal' : 'Initiative'}</th>
            <th scope="col" className={styles['end']}>
              Hours
            </th>
            <th scope="col" className={styles['end']}>
              {kind === 'deal' ? 'Margin' : 'Points'}
            </th>
          </tr>
        </thead>
        {months.map(([month, placed]) => (
          <tbody key={month}>
            <tr>
              <th scope="rowgroup" colSpan={3} className={styles['month']}>
                {formatMonth(month)}
              </th>
            </tr>
            {placed.toSorted(byYardstick).map((row) => (
              <ChosenRow key={row.candidateId} row={row} onOpen={onOpen} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function ChosenRow({
  row,
  onOpen,
}: {
  readonly row: Placed;
  readonly onOpen: (id: string) => void;
}) {
  const { currency } = useSession().workspace;
  const { candidate } = row;
  const days = `${formatDayMonth(row.startOn)} – ${formatDayMonth(row.endOn)}`;
  const notes = [
    candidate.account?.name,
    row.isMoved ? `${days}, moved` : days,
    candidate.rule.pin === null ? undefined : 'put in by a person',
  ].filter((note) => note !== undefined);
  return (
    <tr>
      <td>
        <button type="button" className={styles['name']} onClick={() => onOpen(row.candidateId)}>
          {row.name}
        </button>
        <span className={styles['meta']}>{notes.join(' · ')}</span>
      </td>
      <td className={styles['end']}>{formatHours(candidate.minutes)}</td>
      <td className={styles['end']}>
        {row.kind === 'deal' ? (
          <MoneyText
            compact
            amount={
              candidate.marginMinor === null ? null : { minor: candidate.marginMinor, currency }
            }
          />
        ) : (
          formatNumber(candidate.contribution ?? 0)
        )}
      </td>
    </tr>
  );
}

/** Each kind by its own yardstick; rows of a table are of one kind. */
function byYardstick(a: Placed, b: Placed): number {
  const amount = ({ candidate }: Placed) => candidate.marginMinor ?? candidate.contribution ?? 0;
  return amount(b) - amount(a);
}
