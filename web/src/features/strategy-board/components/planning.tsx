import type { StrategyBoardView } from '@evenkeel/contract/strategy-board';
import { initiativeCriteria } from '@evenkeel/core/strategy/initiative-test';
import { planStateLabels, planStateShapes } from '../../../lib/plan-state.ts';
import { projectStateLabels, projectStateShapes } from '../../../lib/project-state.ts';
import { formatCount } from '../../../ui/format/number.ts';
import { StageMark } from '../../../ui/marks/stage-mark.tsx';
import { Line, Part, Quarter } from './quarter.tsx';
import styles from './strategy-board.module.css';

type Planned = StrategyBoardView['planning'];

const tacticWords = { one: 'tactic', many: 'tactics' };

/** How the firm gets there: plans, and initiatives by where they are in the funnel. */
export function Planning({ plans, tacticalPlans, initiatives }: Planned) {
  return (
    <Quarter title="Planning" note="How do we get there?">
      <Part
        title="Plans"
        href="/plans"
        empty={{ text: 'No plan yet.', step: 'Write the first', href: '/plans?new=true' }}
        rows={plans}
        line={({ id, name, state }) => (
          <Line key={id} href={`/plans/${id}`} name={name}>
            <StageMark label={planStateLabels[state]} shape={planStateShapes[state]} />
          </Line>
        )}
      />
      <Part
        title="Tactical plans"
        href="/plans"
        rows={tacticalPlans}
        line={({ id, name, tacticCount }) => (
          <Line key={id} href={`/tactical-plans/${id}`} name={name}>
            {formatCount(tacticCount, tacticWords)}
          </Line>
        )}
      />
      <Part
        title="Initiatives"
        href="/initiatives/funnel"
        empty={{
          text: 'Nothing is under way.',
          step: 'Note the first idea',
          href: '/initiatives?new=true',
        }}
        rows={initiatives.flatMap(({ state, rows }) => rows.map((row) => ({ ...row, state })))}
        line={(initiative) => <InitiativeLine key={initiative.id} {...initiative} />}
      />
    </Quarter>
  );
}

type Initiative = Planned['initiatives'][number]['rows'][number] & {
  readonly state: Planned['initiatives'][number]['state'];
};

function InitiativeLine({ id, name, state, goalCount, metCount }: Initiative) {
  return (
    <Line
      href={`/initiatives/${id}`}
      name={name}
      flag={goalCount === 0 ? 'serves no goal' : undefined}
    >
      <span title="Criteria of the initiative-or-goal test that are met">
        {metCount} of {initiativeCriteria.length}
      </span>
      <span className={styles['state']}>
        <StageMark label={projectStateLabels[state]} shape={projectStateShapes[state]} />
      </span>
    </Line>
  );
}
