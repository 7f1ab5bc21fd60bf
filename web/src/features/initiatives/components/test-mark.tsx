import type { InitiativeRow } from '@evenkeel/contract/initiatives';
import { classLabels } from '../model.ts';
import styles from './initiatives.module.css';

type TestMarkProps = { readonly test: InitiativeRow['test'] };

/** How many of the five criteria are met, as five pips; a goal candidate is hollow and says so. */
export function TestMark({ test }: TestMarkProps) {
  const words = `${test.metCount} of 5 criteria: ${classLabels[test.class].toLowerCase()}`;
  return (
    <span className={styles['test-mark']} title={words}>
      <svg viewBox="0 0 44 8" width={44} height={8} role="img" aria-label={words}>
        {test.criteria.map(({ criterion }, index) => (
          <rect
            key={criterion}
            x={index * 9 + 0.5}
            y={0.5}
            width={7}
            height={7}
            rx={1.5}
            className={styles[pipOf(index, test)]}
          />
        ))}
      </svg>
      <span className={styles['test-count']} aria-hidden>
        {test.metCount}/5
      </span>
    </span>
  );
}

function pipOf(index: number, test: InitiativeRow['test']): string {
  if (index >= test.metCount) return 'pip-empty';
  return test.class === 'initiative' ? 'pip-met' : 'pip-short';
}
