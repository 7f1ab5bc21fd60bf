import type { ProjectForecast } from '@evenkeel/core/projects/project-forecast';
import { type Scope, withScope } from '../../platform/db/scope.ts';
import type { Platform } from '../../platform/http/implement.ts';
import { startThread, type Thread } from '../../platform/jobs/thread.ts';
import type { AskedJob } from '../../platform/jobs/worker.ts';
import * as service from './service.ts';

const beatMilliseconds = 400;

/** Makes the forecasts that `service.startForecast` has queued, each in a thread of its own. */
export function forecastJob(platform: Platform): AskedJob {
  return {
    name: service.forecastJob,
    work: async (payload) => {
      // Queued by the service alone, and closed to every role but the owner's.
      const { actor, attempt } = payload as service.QueuedForecast;
      const within: Within = (work) => withScope(platform.database, actor, work);
      const made = await within((scope) => service.begin(scope, attempt));
      if (made === null) return;
      try {
        const thread = await startThread<number, ProjectForecast>(
          new URL('./forecast-worker.ts', import.meta.url),
          made.problem,
        );
        const pulse = startPulse(platform, { within, attempt }, thread);
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

type Within = <T>(work: (scope: Scope) => Promise<T>) => Promise<T>;

/** Says how far the thread is, and hears when it is to stop. */
function startPulse(
  platform: Platform,
  { within, attempt }: { readonly within: Within; readonly attempt: service.Attempt },
  thread: Thread<number, ProjectForecast>,
) {
  let isCancelled = false;
  let beating: Promise<void> | null = null;
  const beat = async (): Promise<void> => {
    try {
      isCancelled ||= await within((scope) => service.beat(scope, attempt, thread.progress() ?? 0));
      if (isCancelled) thread.stop();
    } catch (error) {
      platform.log.error(error, 'the heartbeat of a forecast failed');
    } finally {
      beating = null;
    }
  };
  const timer = setInterval(() => {
    beating ??= beat();
  }, beatMilliseconds);
  return {
    isCancelled: () => isCancelled,
    stop: async (): Promise<void> => {
      clearInterval(timer);
      await beating;
    },
  };
}
