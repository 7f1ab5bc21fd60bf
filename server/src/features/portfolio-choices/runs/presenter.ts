import type { PortfolioRunView } from '@evenkeel/contract/portfolio-runs';
import type { ChoiceProgress } from '@evenkeel/core/portfolio-choice/result';
import { moment, optionalMoment } from '../../../platform/db/values.ts';
import type { RunRecord } from './service.ts';

export function presentRun(run: RunRecord): PortfolioRunView {
  const { standing: state } = run;
  // Written by the heartbeat of this feature only.
  const progress = (run.progress ?? null) as ChoiceProgress | null;
  return {
    id: run.id,
    number: run.number,
    state,
    createdBy: run.created_by_name,
    createdAt: moment(run.created_at),
    startedAt: optionalMoment(run.started_at),
    finishedAt: optionalMoment(run.finished_at),
    seed: run.seed,
    seconds: run.seconds,
    engineVersion: run.engine_version,
    problemHash: run.problem_hash,
    failure: state === 'interrupted' ? 'The server stopped while it ran.' : run.failure,
    progress:
      state === 'queued' || state === 'running'
        ? {
            step: progress?.step ?? 'choosing',
            gapBasisPoints: progress?.gapBasisPoints ?? null,
            done: progress?.done ?? 0,
            of: progress?.of ?? 1,
            isCancelled: run.is_cancelled ?? false,
          }
        : null,
  };
}
