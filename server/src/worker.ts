import { forgetExpired } from './features/identity/jobs.ts';
import { emptyTrash } from './features/trash/jobs.ts';
import { type Job, type JobWorker, startJobs } from './platform/jobs/worker.ts';

/** Everything that happens by itself. */
const jobs: readonly Job[] = [
  {
    name: 'forget_expired_logins',
    cron: '41 * * * *',
    work: async (client, log) => {
      const forgotten = await forgetExpired(client);
      log(`expired logins forgotten: ${JSON.stringify(forgotten)}`);
    },
  },
  {
    name: 'empty_trash',
    cron: '17 3 * * *',
    work: async (client, log) => {
      const deleted = await emptyTrash(client, new Date());
      log(`trash emptied: ${JSON.stringify(deleted)}`);
    },
  },
];

/** Starts the worker of this process. */
export function startWorker(
  directUrl: string,
  log: { info(message: string): void; error(error: unknown, message: string): void },
): Promise<JobWorker> {
  return startJobs({ directUrl, jobs, log });
}
