import type { StrategyBoardView } from '@evenkeel/contract/strategy-board';
import { boardDefinitions } from '@evenkeel/core/strategy/analysis-board';
import { formatCount } from '../../../ui/format/number.ts';
import { DateText } from '../../../ui/marks/values.tsx';
import { Line, Part, Quarter } from './quarter.tsx';

const insightWords = { one: 'insight', many: 'insights' };

/** What was found out: the boards, and what was noted last. */
export function Analysis({ boards, insights }: StrategyBoardView['analysis']) {
  return (
    <Quarter title="Analysis" note="Where do we stand?">
      <Part
        title="Analysis boards"
        href="/analysis"
        empty={{
          text: 'Nothing is looked into yet.',
          step: 'Start with a SWOT',
          href: '/analysis?new=true',
        }}
        rows={boards}
        line={(board) => (
          <Line
            key={board.id}
            href={`/analysis/${board.id}`}
            name={board.name}
            note={boardDefinitions[board.kind].name}
          >
            {formatCount(board.insightCount, insightWords)}
          </Line>
        )}
      />
      <Part
        title="Newest insights"
        href="/analysis"
        rows={insights}
        line={(insight) => (
          <Line
            key={insight.id}
            href={`/insights/${insight.id}`}
            name={insight.name}
            flag={insight.ledTo === 0 ? 'led to nothing yet' : undefined}
          >
            <DateText date={insight.notedOn} />
          </Line>
        )}
      />
    </Quarter>
  );
}
