import type { PortfolioChoiceView } from '@evenkeel/contract/portfolio-choices';
import type { PortfolioRunView } from '@evenkeel/contract/portfolio-runs';
import { runSteps } from '@evenkeel/core/portfolio-choice/result';
import { Button } from '@mantine/core';
import { progressWords } from '../model.ts';
import { useChoiceCalls } from '../use-choice-calls.ts';
import styles from './choice.module.css';

type RunProgressProps = {
  readonly choice: PortfolioChoiceView;
  readonly run: PortfolioRunView;
  readonly mayManage: boolean;
};

/** How far a run is, and the way to stop it. */
export function RunProgress({ choice, run, mayManage }: RunProgressProps) {
  const calls = useChoiceCalls(choice);
  const { progress } = run;
  const within = progress ? progress.done / Math.max(1, progress.of) : 0;
  const step = progress ? runSteps.indexOf(progress.step) : 0;
  const share = (step + within) / runSteps.length;
  const words = progressWords(run);
  const isStopping = progress?.isCancelled === true;
  return (
    <div className={styles['progress']}>
      <h2>{isStopping ? 'Stopping' : 'Choosing a portfolio'}</h2>
      <p>You can leave this page. It proposes; nothing changes before somebody decides.</p>
      <div
        className={styles['meter']}
        role="progressbar"
        aria-label="Progress of the choice"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
        aria-valuetext={words}
      >
        <span className={styles['meter-fill']} style={{ transform: `scaleX(${share})` }} />
      </div>
      <p>{words}</p>
      {mayManage ? (
        <Button variant="default" loading={calls.isStopping || isStopping} onClick={calls.stop}>
          Stop
        </Button>
      ) : null}
    </div>
  );
}
