import { formatCount, formatPercent } from '../../../ui/format/number.ts';
import { Nothing } from '../../../ui/marks/values.tsx';
import { meanText, type Quarter, quarterName } from '../model.ts';
import styles from './satisfaction.module.css';

type TrendProps = {
  readonly quarters: readonly Quarter[];
  readonly onOpen: (quarter: Quarter) => void;
};

/** The last two years that have room; what is older is behind the figures. */
const mostQuarters = 8;

/** CSAT by quarter: a table whose bars are the trend. A quarter opens to its answers. */
export function Trend({ quarters, onOpen }: TrendProps) {
  return (
    <div className={styles['scroll']}>
      <table className={styles['trend']}>
        <thead>
          <tr>
            <th scope="col">Quarter</th>
            <th scope="col">Share of 4 and 5</th>
            <th scope="col" className={styles['number']}>
              Mean
            </th>
            <th scope="col" className={styles['number']}>
              Answers
            </th>
          </tr>
        </thead>
        <tbody>
          {quarters.slice(-mostQuarters).map((quarter) => (
            <QuarterRow key={quarter.quarter} quarter={quarter} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type QuarterRowProps = Pick<TrendProps, 'onOpen'> & { readonly quarter: Quarter };

function QuarterRow({ quarter, onOpen }: QuarterRowProps) {
  const { satisfied, mean, count } = quarter;
  return (
    <tr>
      <th scope="row">{quarterName(quarter)}</th>
      <td>
        {satisfied === null ? (
          <Nothing />
        ) : (
          <span className={styles['share']}>
            <span className={styles['track']} aria-hidden>
              <span className={styles['bar']} style={{ width: `${satisfied / 100}%` }} />
            </span>
            {formatPercent(satisfied)}
          </span>
        )}
      </td>
      <td className={styles['number']}>{mean === null ? <Nothing /> : meanText(mean)}</td>
      <td className={styles['number']}>
        {count === 0 ? (
          <Nothing />
        ) : (
          <button
            type="button"
            className={styles['open']}
            aria-label={`${formatCount(count, { one: 'answer', many: 'answers' })} in ${quarterName(quarter)}`}
            onClick={() => onOpen(quarter)}
          >
            {count}
          </button>
        )}
      </td>
    </tr>
  );
}
