import type { PortfolioFactsView } from '@evenkeel/contract/portfolio-candidates';
import type { PortfolioResultView } from '@evenkeel/contract/portfolio-results';
import { formatCount } from '../../../ui/format/number.ts';
import { demandWords, formatPoints, proofWords, type WriteMoney } from '../model.ts';
import styles from './choice.module.css';
import { useMoney } from './left-out-table.tsx';

type ResultFiguresProps = {
  readonly result: PortfolioResultView;
  readonly facts: PortfolioFactsView;
};

/** The result in five figures: both yardsticks apart, the proof, and what binds. */
export function ResultFigures({ result, facts }: ResultFiguresProps) {
  const money = useMoney();
  const of = (kind: 'deal' | 'initiative') => {
    const chosen = result.chosen.filter((one) => one.kind === kind).length;
    return `${chosen} of ${facts.candidates.filter((one) => one.kind === kind).length}`;
  };
  const maximised = result.maximised === 'margin' ? 'margin' : 'contribution';
  return (
    <dl className={styles['figures']}>
      <div>
        <dt>Client deals</dt>
        <dd>{of('deal')}</dd>
        {result.marginMinor === null ? null : (
          <dd className={styles['note']}>{money(result.marginMinor)} margin expected</dd>
        )}
      </div>
      <div>
        <dt>Initiatives</dt>
        <dd>{of('initiative')}</dd>
        <dd className={styles['note']}>{formatPoints(result.contribution)} of contribution</dd>
      </div>
      <div>
        <dt>Proof</dt>
        <dd>{proofWords(result)}</dd>
        <dd className={styles['note']}>
          {result.status === 'optimal' && result.gapBasisPoints === 0
            ? `no other portfolio has more ${maximised}`
            : `of the ${maximised} that is possible`}
        </dd>
      </div>
      <div>
        <dt>What binds</dt>
        <dd>{bindingWords(result, money)}</dd>
        <dd className={styles['note']}>{gainWords(result, money)}</dd>
      </div>
      {facts.aside.length > 0 ? (
        <div>
          <dt>Left aside</dt>
          <dd>{facts.aside.length}</dd>
          <dd className={styles['note']}>open, without hours or too late: see Candidates</dd>
        </div>
      ) : null}
      {result.overloads.length > 0 ? (
        <div>
          <dt>Overload before any choice</dt>
          <dd>
            {formatCount(result.overloads.length, { one: 'role-month', many: 'role-months' })}
          </dd>
          <dd className={styles['note']}>more is committed than there is</dd>
        </div>
      ) : null}
    </dl>
  );
}

function bindingWords(
  { binding, isPartial, status }: PortfolioResultView,
  money: WriteMoney,
): string {
  if (status === 'infeasible' || status === 'unknown') return '–';
  if (!binding) return isPartial ? 'Not known' : 'Nothing';
  const words = demandWords(binding.demand, money);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function gainWords(
  { binding, isPartial, maximised, status }: PortfolioResultView,
  money: WriteMoney,
): string {
  if (status === 'infeasible' || status === 'unknown') return '';
  if (!binding && isPartial) return 'there was no time to find out';
  if (!binding) return 'no single demand costs anything';
  if (binding.gain === null) return '';
  const gain = binding.gain.least;
  return `without it ${maximised === 'margin' ? money(gain) : formatPoints(gain)} more`;
}
