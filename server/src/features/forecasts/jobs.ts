import type { ProjectForecast } from '@evenkeel/core/projects/project-forecast';
import { type Scope, withScope } from '../../platform/db/scope.ts';
import type { Platform } from '../../platform/http/implement.ts';
import { startPulse } from '../../platform/jobs/pulse.ts';
import { startThread } from '../../platform/jobs/thread.ts';
import type { AskedJob } from '../../platform/jobs/worker.ts';
import * as service from './service.ts';

/** Makes the forecasts that `service.startForecast` has queued, each in a thread of its own. */
export function forecastJob(platform: Platform): AskedJob {
  return {
    name: service.forecastJob,
    work: async (payload) => {
      // Queued by the service alone, and closed to every role but the owner's.
      const { actor, attempt } = payload as service.QueuedForecast;
      const within = <T>(work: (scope: Scope) => Promise<T>): Promise<T> =>
        withScope(platform.database, actor, work);
      const made = await within((scope) => service.begin(scope, attempt));
      if (made === null) return;
      try {
        const thread = await startThread<number, ProjectForecast>(
          new URL('./forecast-worker.ts', import.meta.url),
          made.problem,
        );
        const pulse = startPulse(thread, {
          beat: () => within((scope) => service.beat(scope, attempt, thread.progress() ?? 0)),
          onError: (error) => platform.log.error(error, 'the heartbeat of a forecast failed'),
        });
        const forecast = await thread.result.finally(pulse.stop);
        await within((scope) =>
          pulse.isCancelled()
            ? service.giveUp(scope, attempt, null)
            : service.end(scope, attempt, made, forecast),
        );
      } catch (error) {
        platform.log.error(error, 'a forecast failed');
        const failure = 'Something went wrong on our side.';
        await within((scope) => service.giveUp(scope, attempt, failure));
      }
    },
  };
}
