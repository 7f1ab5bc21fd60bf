import {
  initiativeRanking,
  type RankingCriterionView,
} from '@evenkeel/contract/initiative-ranking';
import { initiatives } from '@evenkeel/contract/initiatives';
import { projectStateLabels, projectStateShapes } from '../../../../lib/project-state.ts';
import { useMay } from '../../../../lib/session.ts';
import { NumberField } from '../../../../ui/form/number-fields.tsx';
import { formatNumber } from '../../../../ui/format/number.ts';
import { StageMark } from '../../../../ui/marks/stage-mark.tsx';
import { Nothing } from '../../../../ui/marks/values.tsx';
import { AppLink } from '../../../../ui/navigation/app-link.tsx';
import { EditableField } from '../../../../ui/record/editable-field.tsx';
import { useInitiativeWrite } from '../../api.ts';
import { useRankingWrite } from '../api.ts';
import { type RankedInitiativeRow, scoreInWords } from '../model.ts';
import styles from './ranking.module.css';

type RankingTableProps = {
  /** Best first. */
  readonly ranked: readonly RankedInitiativeRow[];
  readonly criteria: readonly RankingCriterionView[];
  readonly onOpen: (ranked: RankedInitiativeRow) => void;
};

/** Initiatives by score; what people gave is changed where it stands, each score opens to its parts. */
export function RankingTable({ ranked, criteria, onOpen }: RankingTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
    <section className={styles['scroll']} aria-label="Ranking" tabIndex={0}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Place</th>
            <th scope="col">Initiative</th>
            <th scope="col">State</th>
            <th scope="col">Score</th>
            {criteria.map(({ key, name, question, weight }) => (
              <th key={key} scope="col" title={question}>
                {name}
                <span className={styles['weight']}> × {weight}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ranked.map((one) => (
            <RankRow key={one.row.id} one={one} criteria={criteria} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type RankRowProps = Omit<RankingTableProps, 'ranked'> & { readonly one: RankedInitiativeRow };

function RankRow({ one, criteria, onOpen }: RankRowProps) {
  const { row, ranked, place } = one;
  return (
    <tr>
      <td className={styles['place']}>{place ?? <Nothing />}</td>
      <th scope="row">
        <AppLink href={`/initiatives/${row.id}`} className={styles['name']}>
          {row.name}
        </AppLink>
      </th>
      <td>
        <StageMark label={projectStateLabels[row.state]} shape={projectStateShapes[row.state]} />
      </td>
      <td>
        <button
          type="button"
          className={styles['score']}
          title={`What the score of ${row.name} is made of`}
          onClick={() => onOpen(one)}
        >
          <ScoreBar score={ranked.score} />
        </button>
      </td>
      {criteria.map((criterion) => (
        <td key={criterion.key} className={styles['given']}>
          <Given one={one} criterion={criterion} />
        </td>
      ))}
    </tr>
  );
}

function ScoreBar({ score }: { readonly score: number | null }) {
  if (score === null) return <span className={styles['dim']}>not scored yet</span>;
  return (
    <>
      <span className={styles['number']}>{scoreInWords(score)}</span>
      <span className={styles['bar']}>
        <span className={styles['fill']} style={{ width: `${score / 10}%` }} />
      </span>
    </>
  );
}

type GivenProps = {
  readonly one: RankedInitiativeRow;
  readonly criterion: RankingCriterionView;
};

/** What somebody gave, changed here; points from goals are counted, not given. */
function Given({ one, criterion }: GivenProps) {
  const { row, ranked } = one;
  const part = ranked.parts.find(({ key }) => key === criterion.key);
  const save = useGive(one, criterion);
  const mayWrite = useMay('write');
  const given =
    criterion.measure === 'value'
      ? row.valueScore
      : criterion.measure === 'effort'
        ? row.effortScore
        : (part?.given ?? null);
  if (criterion.measure === 'goals') {
    const points = part?.points ?? null;
    return points === null ? <Nothing /> : formatNumber(points);
  }
  return (
    <EditableField<number | null>
      label={`${criterion.name} of ${row.name}, 1 to 10`}
      value={given}
      canEdit={mayWrite}
      editor={(field) => <NumberField whole minimum={1} maximum={10} {...field} />}
      onSave={save}
    >
      {given ?? <Nothing />}
      {criterion.measure === 'effort' && part?.points != null ? (
        <span className={styles['dim']}> counts {part.points}</span>
      ) : null}
    </EditableField>
  );
}

function useGive({ row }: RankedInitiativeRow, criterion: RankingCriterionView) {
  const update = useInitiativeWrite(initiatives.update);
  const score = useRankingWrite(initiativeRanking.score);
  return async (given: number | null) => {
    const params = { id: row.id };
    if (criterion.id !== null) {
      const scores = [{ criterionId: criterion.id, score: given }];
      await score.mutateAsync({ params, body: { scores } });
    } else {
      const field = criterion.measure === 'value' ? 'valueScore' : 'effortScore';
      await update.mutateAsync({ params, version: row.version, body: { [field]: given } });
    }
  };
}
