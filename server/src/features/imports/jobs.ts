import { AppError } from '../../platform/app-error.ts';
import { type Actor, withScope } from '../../platform/db/scope.ts';
import type { Platform } from '../../platform/http/implement.ts';
import type { Run } from './service.ts';
import * as service from './service.ts';

const beatMilliseconds = 400;

/** Begins a run of an import on behalf of somebody. */
export type StartRun = (actor: Actor, run: Run) => void;

/** Starts runs in this process and returns at once. However a run ends, its import says so. */
export function runStarter(platform: Platform): StartRun {
  return (actor, run) => {
    carryOut(platform, actor, run).catch((error: unknown) =>
      // The run is silent from here on, and is shown as interrupted.
      platform.log.error(error, `import ${run.number} could not say how it ended`),
    );
  };
}

/**
 * Carries out a run: one transaction for all files. Beside it, on another connection, a heartbeat
 * says how far it is and hears when it is to stop.
 */
async function carryOut(platform: Platform, actor: Actor, run: Run): Promise<void> {
  const pulse = startPulse(platform, actor, run);
  try {
    await withScope(
      platform.database,
      actor,
      (scope) => service.carryOut(scope, run, pulse.report),
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
