import type { ClientBase } from 'pg';
import { AppError } from '../../platform/app-error.ts';
import { type Actor, withScope } from '../../platform/db/scope.ts';
import type { Platform } from '../../platform/http/implement.ts';
import type { AskedJob } from '../../platform/jobs/worker.ts';
import type { QueuedRun, Run } from './service.ts';
import * as service from './service.ts';

const beatMilliseconds = 400;

/** Carries out the runs that `service.run` has queued. However a run ends, its import says so. */
export function importJob(platform: Platform, carryTasks: service.TaskCarrier): AskedJob {
  return {
    name: service.runJob,
    work: async (payload) => {
      // Queued by `service.run` alone, and closed to every role but the owner's.
      const { actor, run } = payload as QueuedRun;
      const isWaited = await withScope(platform.database, actor, (scope) =>
        service.isCurrent(scope, run),
      );
      // Run anew or given up meanwhile: a later attempt is somebody else's job.
      if (isWaited) await carryOut(platform, { actor, run }, carryTasks);
    },
  };
}

/** Lets go of the runs whose process has died, so that another one takes them up. */
export async function resumeLostImports(client: ClientBase): Promise<void> {
  await client.query('begin');
  await client.query(`set local evenkeel.maintenance = 'on'`);
  await client.query(
    `select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
     from graphile_worker.jobs j join import_run r on j.key = 'import:' || r.import_id
     where j.locked_by is not null and r.heartbeat_at < now() - interval '20 seconds'`,
  );
  await client.query('commit');
}

/**
 * Carries out a run: one transaction for all files. Beside it, on another connection, a heartbeat
 * says how far it is and hears when it is to stop.
 */
async function carryOut(
  platform: Platform,
  { actor, run }: QueuedRun,
  carryTasks: service.TaskCarrier,
): Promise<void> {
  const pulse = startPulse(platform, actor, run);
  try {
    await withScope(
      platform.database,
      actor,
      (scope) => service.carryOut(scope, run, { report: pulse.report, carryTasks }),
      { source: service.sourceOf(run) },
    );
  } catch (error) {
    const isCancelled = error instanceof service.RunCancelled;
    if (!isCancelled && !(error instanceof AppError))
      platform.log.error(error, `import ${run.number} failed`);
    await withScope(platform.database, actor, (scope) => service.endFailed(scope, run, error));
  } finally {
    await pulse.stop();
  }
}

function startPulse(platform: Platform, actor: Actor, run: Run) {
  let progress: service.Progress = { phase: 'checking', done: 0, total: 0 };
  let isCancelled = false;
  let beating: Promise<void> = Promise.resolve();
  let isBeating = false;
  const beat = async () => {
    isBeating = true;
    try {
      const isAsked = await withScope(platform.database, actor, (scope) =>
        service.beat(scope, run, progress),
      );
      isCancelled ||= isAsked;
    } catch (error) {
      platform.log.error(error, `the heartbeat of import ${run.number} failed`);
    } finally {
      isBeating = false;
    }
  };
  const timer = setInterval(() => {
    if (!isBeating) beating = beat();
  }, beatMilliseconds);
  return {
    /** Takes note of how far the run is; throws when it is to stop. */
    report(now: service.Progress): void {
      progress = now;
      if (isCancelled) throw new service.RunCancelled();
    },
    async stop(): Promise<void> {
      clearInterval(timer);
      await beating;
    },
  };
}
