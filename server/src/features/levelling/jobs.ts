import type { FirmLevelling } from '@evenkeel/core/schedule/levelling/multi-project/level-firm';
import { type Scope, withScope } from '../../platform/db/scope.ts';
import type { Platform } from '../../platform/http/implement.ts';
import { startPulse } from '../../platform/jobs/pulse.ts';
import { startThread } from '../../platform/jobs/thread.ts';
import type { AskedJob } from '../../platform/jobs/worker.ts';
import type { LevellingOrder, LevellingProgress, QueuedRun } from './service.ts';
import * as service from './service.ts';

const begin: LevellingProgress = { schedules: 0, endOn: null };

/** Carries out the levellings that `service.requestRun` has queued. However one ends, it says so. */
export function levellingJob(platform: Platform): AskedJob {
  return {
    name: service.runJob,
    work: async (payload) => {
      // Queued by `service.requestRun` alone, and closed to every role but the owner's.
      const { actor, id } = payload as QueuedRun;
      const within = <T>(work: (scope: Scope) => Promise<T>): Promise<T> =>
        withScope(platform.database, actor, work);
      const begun = await within((scope) => service.beginRun(scope, id));
      if (begun === null) return;
      const { work, seed, maxSchedules } = begun;
      try {
        const thread = await startThread<LevellingProgress, FirmLevelling>(
          new URL('./levelling-worker.ts', import.meta.url),
          { work, seed, maxSchedules } satisfies LevellingOrder,
        );
        const pulse = startPulse(thread, {
          beat: () => within((scope) => service.beat(scope, id, thread.progress() ?? begin)),
          onError: (error) => platform.log.error(error, 'the heartbeat of a levelling failed'),
        });
        const levelled = await thread.result.finally(pulse.stop);
        await within((scope) =>
          pulse.isCancelled()
            ? service.cancelledRun(scope, id)
            : service.endRun(scope, id, begun, levelled),
        );
      } catch (error) {
        platform.log.error(error, 'a levelling failed');
        await within((scope) => service.failRun(scope, id, 'Something went wrong on our side.'));
      }
    },
  };
}
