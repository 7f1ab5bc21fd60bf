import type { InitiativeRow } from '@evenkeel/contract/initiatives';
import { needsReason } from '@evenkeel/core/projects/state';
import { HealthMark } from '../../../../ui/marks/health-mark.tsx';
import { PersonMark } from '../../../../ui/marks/record-marks.tsx';
import { DateText } from '../../../../ui/marks/values.tsx';
import { GivenHours } from '../../components/initiative-columns.tsx';
import { TestMark } from '../../components/test-mark.tsx';
import { criterionWords, hoursHealth, servedGoals } from '../../model.ts';
import styles from './views.module.css';

/** An initiative on a board: what it is, what it still lacks, or why it was put away. */
export function InitiativeCard({ row }: { readonly row: InitiativeRow }) {
  return (
    <div className={styles['card']}>
      <span className={styles['card-name']}>{row.name}</span>
      <span className={styles['card-line']}>
        <CardLine row={row} />
      </span>
      <span className={styles['card-foot']}>
        <TestMark test={row.test} />
        <span className={styles['card-end']}>
          <DateText date={row.endOn} />
          {row.owner ? <PersonMark person={row.owner} show="initials" /> : null}
        </span>
      </span>
    </div>
  );
}

function CardLine({ row }: { readonly row: InitiativeRow }) {
  if (needsReason(row.state)) return <>{row.stateReason}</>;
  if (row.state === 'completed') return <>{servedGoals(row)[0]?.name ?? ''}</>;
  if (servedGoals(row).length === 0) return <HealthMark health="at-risk" label="Serves no goal" />;
  if (hoursHealth(row) === 'off-track') return <GivenHours row={row} />;
  const missing = row.test.criteria.filter(({ isMet }) => !isMet);
  if (missing.length === 0) return <>{servedGoals(row)[0]?.name}</>;
  return <>Missing: {missing.map(({ criterion }) => criterionWords[criterion]).join(', ')}</>;
}
