import type { StrategyBoardView } from '@evenkeel/contract/strategy-board';
import { useIsOn } from '../../lib/session.ts';
import { Page } from '../../ui/page/page.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useStrategyBoard } from './api.ts';
import { Analysis } from './components/analysis.tsx';
import { Articulation } from './components/articulation.tsx';
import { Control } from './components/control.tsx';
import { Planning } from './components/planning.tsx';
import styles from './components/strategy-board.module.css';

/** The whole strategy at a glance, live from its records: analysis, articulation, planning, control (ST-36). */
export function StrategyBoardPage() {
  const found = useStrategyBoard();
  return (
    <Page title="Strategy board">
      <Loaded found={found} what="the strategy">
        {(strategy) => <Quarters {...strategy} />}
      </Loaded>
    </Page>
  );
}

function Quarters({ analysis, articulation, planning, control }: StrategyBoardView) {
  return (
    <div className={styles['board']}>
      {useIsOn('analysis') ? <Analysis {...analysis} /> : null}
      <Articulation {...articulation} />
      <Planning {...planning} />
      <Control {...control} />
    </div>
  );
}
