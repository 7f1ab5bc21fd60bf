import type { RankingCriterionView } from '@evenkeel/contract/initiative-ranking';
import { strengthLabels } from '../../../../lib/strength.ts';
import { SidePanel } from '../../../../ui/figure/side-panel.tsx';
import { formatDecimals, formatNumber } from '../../../../ui/format/number.ts';
import { Nothing } from '../../../../ui/marks/values.tsx';
import { AppLink } from '../../../../ui/navigation/app-link.tsx';

import { formulaInWords, type RankedInitiativeRow, scoreInWords } from '../model.ts';
import styles from './ranking.module.css';

type ScorePanelProps = {
  readonly opened: RankedInitiativeRow | null;
  readonly criteria: readonly RankingCriterionView[];
  readonly onClose: () => void;
};

/** What a score is made of, part by part, down to the links to goals. */
export function ScorePanel({ opened, criteria, onClose }: ScorePanelProps) {
  return (
    <SidePanel
      opened={opened !== null}
      onClose={onClose}
      title={opened?.row.name ?? ''}
      note={`Score = ${formulaInWords(criteria)}`}
    >
      {opened ? <Parts opened={opened} criteria={criteria} /> : null}
    </SidePanel>
  );
}

type PartsProps = {
  readonly opened: RankedInitiativeRow;
  readonly criteria: readonly RankingCriterionView[];
};

function Parts({ opened, criteria }: PartsProps) {
  const { row, ranked } = opened;
  const whole = ranked.parts.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col" className={styles['end']}>
              Points
            </th>
            <th scope="col" className={styles['end']}>
              Weight
            </th>
            <th scope="col" className={styles['end']}>
              Adds
            </th>
          </tr>
        </thead>
        <tbody>
          {ranked.parts.map((part) => (
            <tr key={part.key}>
              <th scope="row">
                {criteria.find(({ key }) => key === part.key)?.name}
                <span className={styles['note']}>{reasonOf(part, criteria)}</span>
              </th>
              <td className={styles['end']}>
                {part.points === null ? <Nothing /> : formatNumber(part.points)}
              </td>
              <td className={styles['end']}>
                {part.weight} of {whole}
              </td>
              <td className={styles['end']}>
                {part.adds === null ? <Nothing /> : formatDecimals(part.adds / 100, 2)}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              Score
            </th>
            <td className={styles['end']}>
              {ranked.score === null ? 'not scored yet' : scoreInWords(ranked.score)}
            </td>
          </tr>
        </tfoot>
      </table>
      <h3 className={styles['under']}>Its goals</h3>
      {row.goals.length === 0 ? (
        <p className={styles['dim']}>It is linked to no goal.</p>
      ) : (
        <ul>
          {row.goals.map((goal) => (
            <li key={goal.id} className={styles['goal']}>
              <AppLink href={`/goals/${goal.id}`}>{goal.name}</AppLink>
              <span className={styles['dim']}>
                {strengthLabels.find(({ value }) => value === String(goal.strength))?.label},{' '}
                {goal.strength}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** How the points of a part came about. */
function reasonOf(
  part: RankedInitiativeRow['ranked']['parts'][number],
  criteria: readonly RankingCriterionView[],
): string {
  const measure = criteria.find(({ key }) => key === part.key)?.measure;
  if (part.points === null) return 'Nobody has scored it yet';
  if (measure === 'effort')
    return `11 − effort of ${part.given}, so that little effort counts much`;
  if (measure === 'goals') {
    return 'Strengths of its links added up; 4 (two goals strongly helped) is the whole';
  }
  return `Given: ${part.given} of 10`;
}
