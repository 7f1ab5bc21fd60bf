import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Computed } from '@evenkeel/core/portfolio-choice/compute';
import type { ChoiceProgress } from '@evenkeel/core/portfolio-choice/result';
import { type Scope, withScope } from '../../platform/db/scope.ts';
import type { Platform } from '../../platform/http/implement.ts';
import { startPulse } from '../../platform/jobs/pulse.ts';
import { startThread } from '../../platform/jobs/thread.ts';
import type { AskedJob } from '../../platform/jobs/worker.ts';
import type { QueuedRun } from './service.ts';
import * as service from './service.ts';

/** Carries out the runs that `service.requestRun` has queued. However one ends, it says so. */
export function portfolioJob(platform: Platform): AskedJob {
  return {
    name: service.runJob,
    work: async (payload) => {
      // Queued by `service.requestRun` alone, and closed to every role but the owner's.
      const { actor, id } = payload as QueuedRun;
      const within = <T>(work: (scope: Scope) => Promise<T>): Promise<T> =>
        withScope(platform.database, actor, work);
      const begun = await within((scope) => service.beginRun(scope, id));
      if (begun === null) return;
      try {
        const thread = await startThread<ChoiceProgress, Computed>(
          new URL('./portfolio-worker.ts', import.meta.url),
          { ...begun, solverModule: solverModule() },
        );
        const pulse = startPulse(thread, {
          beat: () => within((scope) => service.beat(scope, id, thread.progress())),
          onError: (error) => platform.log.error(error, 'the heartbeat of a choice failed'),
        });
        const computed = await thread.result.finally(pulse.stop);
        await within((scope) =>
          pulse.isCancelled()
            ? service.cancelledRun(scope, id)
            : service.endRun(scope, id, begun.input, computed),
        );
      } catch (error) {
        platform.log.error(error, 'a portfolio choice failed');
        await within((scope) => service.failRun(scope, id, 'Something went wrong on our side.'));
      }
    },
  };
}

/** Where the solver's package lies: the thread's own file may lie where no package is found. */
function solverModule(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve('highs')).href;
}
