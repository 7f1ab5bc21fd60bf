import type { LevellingRunId } from '@evenkeel/core/id';
import { type Actor, withScope } from '../../platform/db/scope.ts';
import type { Platform } from '../../platform/http/implement.ts';
import type { AskedJob } from '../../platform/jobs/worker.ts';
import type { QueuedRun } from './service.ts';
import * as service from './service.ts';
import { type LevellingThread, startLevelling } from './thread.ts';

const beatMilliseconds = 500;

/** Carries out the levellings that `service.requestRun` has queued. However one ends, it says so. */
export function levellingJob(platform: Platform): AskedJob {
  return {
    name: service.runJob,
    work: async (payload) => {
      // Queued by `service.requestRun` alone, and closed to every role but the owner's.
      const { actor, id } = payload as QueuedRun;
      const begun = await withScope(platform.database, actor, (scope) =>
        service.beginRun(scope, id),
      );
      if (begun === null) return;
      const { work, seed, maxSchedules } = begun;
      const thread = await startLevelling({ work, seed, maxSchedules });
      const pulse = startPulse(platform, { actor, id }, thread);
      const levelled = await thread.levelled.then(
        (answer) => answer,
        (error: unknown) => ({ error }),
      );
      await pulse.stop();
      await withScope(platform.database, actor, async (scope) => {
        if (pulse.isCancelled()) return service.cancelledRun(scope, id);
        if (!('error' in levelled)) return service.endRun(scope, id, begun, levelled);
        platform.log.error(levelled.error, 'a levelling failed');
        return service.failRun(scope, id, 'Something went wrong on our side.');
      });
    },
  };
}

/** Says every half second how far the thread is, and hears when it is to stop. */
function startPulse(
  platform: Platform,
  { actor, id }: { readonly actor: Actor; readonly id: LevellingRunId },
  thread: LevellingThread,
) {
  let isCancelled = false;
  let beating: Promise<void> = Promise.resolve();
  let isBeating = false;
  const beat = async (): Promise<void> => {
    isBeating = true;
    try {
      const isAsked = await withScope(platform.database, actor, (scope) =>
        service.beat(scope, id, thread.progress()),
      );
      isCancelled ||= isAsked;
      if (isCancelled) thread.stop();
    } catch (error) {
      platform.log.error(error, 'the heartbeat of a levelling failed');
    } finally {
      isBeating = false;
    }
  };
  const timer = setInterval(() => {
    if (!isBeating) beating = beat();
  }, beatMilliseconds);
  return {
    isCancelled: () => isCancelled,
    stop: async (): Promise<void> => {
      clearInterval(timer);
      await beating;
    },
  };
}
