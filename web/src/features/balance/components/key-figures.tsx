import type { BalanceView } from '@evenkeel/contract/balance';
import { Figure } from '../../../ui/figure/figure.tsx';
import { formatHours } from '../../../ui/format/effort.ts';
import { formatCount, formatPercent } from '../../../ui/format/number.ts';
import { shareWords, verdictJudgement, verdictWords } from '../model/judgement.ts';
import type { OpenRows } from '../model/view-state.ts';
import styles from './figures.module.css';

type KeyFiguresProps = {
  readonly view: BalanceView;
  readonly onOpen: (rows: OpenRows) => void;
  /** Brings a section of the page into sight. */
  readonly onGoTo: (section: 'capacity' | 'initiatives') => void;
};

/** The five figures that say how the firm stands. */
export function KeyFigures({ view, onOpen, onGoTo }: KeyFiguresProps) {
  const { keyFigures: figures, quarters, target } = view;
  const current = quarters.find((quarter) => quarter.which === 'current');
  const days = { from: view.from, to: view.to };
  const short = view.initiatives.filter((initiative) => initiative.isShort);
  return (
    <div className={styles['figures']}>
      {current ? (
        <Figure
          label="Strategic share this quarter"
          value={shareWords(current.shareByMinutes)}
          delta={{
            text: `${verdictWords[current.verdict]} · aim ${formatPercent(target.shareBasisPoints)} ± ${formatPercent(target.toleranceBasisPoints)}`,
            tone: verdictJudgement[current.verdict],
          }}
          formula="Initiative hours / (initiative + client project hours), logged and planned, this calendar quarter"
          onOpen={() =>
            onOpen({
              title: 'Strategic share this quarter: logged and planned work',
              filter: { from: current.from, to: current.to, certainty: 'logged,planned' },
            })
          }
        />
      ) : null}
      <Figure
        label="Given to initiatives"
        value={formatHours(figures.initiative.minutes)}
        delta={{
          text: formatCount(figures.initiativeCount, { one: 'initiative', many: 'initiatives' }),
          tone: 'neutral',
        }}
        formula="Hours logged on initiatives in the months shown"
        onOpen={() =>
          onOpen({
            title: 'Hours given to initiatives',
            filter: { ...days, kind: 'initiative', certainty: 'logged' },
          })
        }
      />
      <Figure
        label="Given to client projects"
        value={formatHours(figures.client.minutes)}
        delta={{
          text: formatCount(figures.clientProjectCount, {
            one: 'client project',
            many: 'client projects',
          }),
          tone: 'neutral',
        }}
        formula="Hours logged on client projects in the months shown"
        onOpen={() =>
          onOpen({
            title: 'Hours given to client projects',
            filter: { ...days, kind: 'client', certainty: 'logged' },
          })
        }
      />
      <Figure
        label="People over capacity"
        value={figures.peopleOverCapacity}
        delta={{
          text: 'From this month on',
          tone: figures.peopleOverCapacity > 0 ? 'bad' : 'good',
        }}
        formula="People with more logged and planned hours than capacity in this month or a later one shown"
        onOpen={() => onGoTo('capacity')}
      />
      <Figure
        label="Initiatives short of hours"
        value={figures.initiativesShort}
        delta={{
          text:
            short.length === 0
              ? 'All got what was promised'
              : `${formatHours(short.reduce((sum, one) => sum + one.shortfallMinutes, 0))} missing`,
          tone: short.length > 0 ? 'bad' : 'good',
        }}
        formula="Initiatives that got less than nine tenths of the weekly hours promised, up to today"
        onOpen={() => onGoTo('initiatives')}
      />
    </div>
  );
}
