import type { StrategyBoardView } from '@evenkeel/contract/strategy-board';
import { standingHealth, standingLabels } from '../../../lib/kpi-standing.ts';
import { HealthMark } from '../../../ui/marks/health-mark.tsx';
import { DateText } from '../../../ui/marks/values.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { Line, Part, Quarter } from './quarter.tsx';
import styles from './strategy-board.module.css';

type Articulated = StrategyBoardView['articulation'];

/** What the firm is for and where it wants to be, in the words of its plan, and the goals. */
export function Articulation({ plan, goals }: Articulated) {
  return (
    <Quarter title="Articulation" note="Where do we want to be?">
      {plan ? <Words {...plan} /> : <NoWords />}
      <Part
        title="Goals"
        href="/goals"
        empty={{ text: 'No goal is set yet.', step: 'Set the first', href: '/goals?new=true' }}
        rows={goals}
        line={(goal) => (
          <Line
            key={goal.id}
            href={`/goals/${goal.id}`}
            name={goal.name}
            flag={goal.initiativeCount === 0 ? 'no initiative' : undefined}
          >
            <DateText date={goal.deadline} />
            <HealthMark
              compact
              health={standingHealth[goal.standing]}
              label={standingLabels[goal.standing]}
            />
          </Line>
        )}
      />
    </Quarter>
  );
}

function NoWords() {
  return (
    <p className={styles['empty']}>
      Vision, mission and values stand in a strategic plan of the firm.{' '}
      <AppLink href="/plans?new=true">Write the first</AppLink>
    </p>
  );
}

function Words({ id, vision, mission, values }: Articulated['plan'] & object) {
  return (
    <dl className={styles['words']}>
      {Object.entries({ Vision: vision, Mission: mission, Values: values }).map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text || <AppLink href={`/plans/${id}`}>Write it down</AppLink>}</dd>
        </div>
      ))}
    </dl>
  );
}
