import type { CandidateView } from '@evenkeel/contract/portfolio-candidates';
import type { PortfolioResultView } from '@evenkeel/contract/portfolio-results';
import { useSession } from '../../../lib/session.ts';
import { formatCompactMoney } from '../../../ui/format/money.ts';
import { KindDot } from '../../../ui/marks/kind-badge.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { formatPoints, reasonWords } from '../model.ts';
import styles from './choice.module.css';

type LeftOutTableProps = {
  readonly result: PortfolioResultView;
  readonly candidates: ReadonlyMap<string, CandidateView>;
  readonly onOpen: (id: string) => void;
};

/** What is not chosen and why; deals and initiatives apart. */
export function LeftOutTable(props: LeftOutTableProps) {
  const { result } = props;
  if (result.leftOut.length === 0) return null;
  return (
    <Section title="Left out" note="And what stands in the way">
      <div className={styles['scroll']}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">Candidate</th>
              <th scope="col">Why</th>
              <th scope="col">Worth taking</th>
            </tr>
          </thead>
          <tbody>
            {[...result.leftOut]
              .sort((a, b) => a.kind.localeCompare(b.kind))
              .map((row) => (
                <LeftOutRow key={row.candidateId} row={row} {...props} />
              ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

type LeftOutRowProps = LeftOutTableProps & { readonly row: PortfolioResultView['leftOut'][number] };

function LeftOutRow({ row, result, candidates, onOpen }: LeftOutRowProps) {
  const money = useMoney();
  const candidate = candidates.get(row.candidateId);
  const kept = candidate?.rule.pin?.side === 'out' ? candidate.rule : null;
  const worth = result.worths.find((one) => one.candidateId === row.candidateId);
  return (
    <tr>
      <td>
        <KindDot kind={row.kind === 'deal' ? 'client' : 'initiative'} />{' '}
        <button type="button" className={styles['name']} onClick={() => onOpen(row.candidateId)}>
          {row.name}
        </button>
        <span className={styles['meta']}>{candidate?.account?.name ?? candidate?.stage}</span>
      </td>
      <td className={styles['why']}>
        {kept ? `Kept out by ${kept.pinnedBy}: ${kept.pinReason}` : reasonWords(row, money)}
      </td>
      <td className={styles['why']}>{worthWords(worth, money)}</td>
    </tr>
  );
}

/** Money as the tables of a choice write it. */
export function useMoney(): (minor: number) => string {
  const { currency } = useSession().workspace;
  return (minor) => formatCompactMoney({ minor: Math.round(minor), currency });
}

/** From what on a candidate would be worth taking, and what it would displace. */
export function worthWords(
  worth: PortfolioResultView['worths'][number] | undefined,
  money: (minor: number) => string,
): string {
  if (!worth || worth.status === 'unknown') return 'Not computed in time.';
  if (worth.status === 'needed') return 'Without it no portfolio meets the demands.';
  if (worth.status === 'always') return 'Whatever it brings.';
  if (worth.status === 'never') return 'At no price: it cannot be fitted in.';
  const displaces = worth.displaces.map(({ name }) => `“${name}”`).join(', ');
  const instead = displaces === '' ? '' : `, in place of ${displaces}`;
  if (worth.leastValueMinor !== null)
    return `From a price of ${money(worth.leastValueMinor)} on${instead}.`;
  if (worth.leastPoints !== null)
    return `From ${formatPoints(worth.leastPoints.most)} on${instead}.`;
  return displaces === '' ? '' : `In place of ${displaces}.`;
}
