import { watchPromises } from './features/delay-notices/jobs.ts';
import { forgetContents, moveContents } from './features/files/jobs.ts';
import { forecastJob } from './features/forecasts/jobs.ts';
import { forgetExpired } from './features/identity/jobs.ts';
import { importJob, resumeLostImports } from './features/imports/jobs.ts';
import { levellingJob } from './features/levelling/jobs.ts';
import type { Post } from './features/notifications/delivery/service.ts';
import {
  contactLetterJob,
  deliveryJob,
  forgetNotifications,
  sendDigests,
} from './features/notifications/jobs.ts';
import { beginTerms } from './features/people/terms/jobs.ts';
import { portfolioJob } from './features/portfolio-choices/jobs.ts';
import { remindEverywhere, tellEverywhere } from './features/reminders/jobs.ts';
import { settleReserves } from './features/ring-fence/jobs.ts';
import { askEverywhere } from './features/satisfaction/jobs.ts';
import { warnEverywhere } from './features/starvation/jobs.ts';
import { draftReports } from './features/status-reports/jobs.ts';
import { carryTasks } from './features/task-imports/service.ts';
import { makeRecurringTasks } from './features/tasks/recurrences/jobs.ts';
import { emptyTrash } from './features/trash/jobs.ts';
import type { Platform } from './platform/http/implement.ts';
import { type JobWorker, startJobs, type TimedJob } from './platform/jobs/worker.ts';
import { type Carrier, letterJob } from './platform/mail/mailer.ts';

/** Everything that happens by itself. */
const timedJobs = (platform: Platform, post: Post): readonly TimedJob[] => [
  ...recordJobs(platform),
  ...tellingJobs(platform, post),
  { name: 'resume_lost_imports', cron: '* * * * *', work: resumeLostImports },
];

/** What happens to records, files and logins by itself. */
const recordJobs = ({ database }: Platform): readonly TimedJob[] => [
  {
    name: 'make_recurring_tasks',
    cron: '*/15 * * * *',
    work: async (client, log) => {
      const made = await makeRecurringTasks(client, database, new Date());
      if (made > 0) log(`recurring tasks made: ${made}`);
    },
  },
  {
    name: 'begin_terms',
    cron: '3,33 * * * *',
    work: async (client, log) => {
      const begun = await beginTerms(client, database, new Date());
      if (begun > 0) log(`terms of employment begun: ${begun}`);
    },
  },
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
  {
    name: 'settle_reserves',
    cron: '23 2 * * *',
    work: async (client, log) => {
      const lines = await settleReserves(client, database, new Date());
      if (lines > 0) log(`lines booked in the strategic reserve: ${lines}`);
    },
  },
  {
    name: 'warn_of_starvation',
    cron: '37 4 * * *',
    work: async (client, log) => {
      const warnings = await warnEverywhere(client, database, new Date());
      if (warnings > 0) log(`new warnings of starving initiatives: ${warnings}`);
    },
  },
  {
    name: 'move_files',
    cron: '* * * * *',
    work: async (client, log) => {
      const moved = await moveContents(client, database.stores);
      const forgotten = await forgetContents(client, database.stores);
      if (moved + forgotten > 0) log(`files moved: ${moved}, forgotten: ${forgotten}`);
    },
  },
  {
    name: 'draft_status_reports',
    cron: '11 * * * *',
    work: async (client, log) => {
      const drafted = await draftReports(client, database, new Date());
      if (drafted > 0) log(`status reports drafted: ${drafted}`);
    },
  },
  {
    name: 'watch_promises',
    cron: '7 5 * * *',
    work: async (client, log) => {
      const looked = await watchPromises(client, database, new Date());
      if (looked > 0) log(`projects whose promised days were looked at: ${looked}`);
    },
  },
];

/** What people are told by itself. */
const tellingJobs = ({ database }: Platform, post: Post): readonly TimedJob[] => [
  {
    name: 'tell_of_changes',
    cron: '* * * * *',
    work: async (client, log) => {
      const told = await tellEverywhere(client, database, new Date());
      if (told > 0) log(`people told of changes: ${told}`);
    },
  },
  {
    name: 'remind',
    cron: '11 * * * *',
    work: async (client, log) => {
      const reminders = await remindEverywhere(client, database, new Date());
      if (reminders > 0) log(`reminders written: ${reminders}`);
    },
  },
  {
    name: 'ask_satisfaction',
    cron: '*/10 * * * *',
    work: async (client, log) => {
      const written = await askEverywhere(client, database, new Date());
      if (written > 0) log(`questions about satisfaction written: ${written}`);
    },
  },
  {
    name: 'send_digests',
    cron: '*/10 * * * *',
    work: async (client, log) => {
      const sent = await sendDigests(client, database, { now: new Date(), post });
      if (sent > 0) log(`digests sent: ${sent}`);
    },
  },
  {
    name: 'forget_notifications',
    cron: '29 3 * * *',
    work: async (client, log) => {
      const forgotten = await forgetNotifications(client, new Date());
      if (forgotten > 0) log(`old notifications forgotten: ${forgotten}`);
    },
  },
];

type WorkerUse = {
  readonly platform: Platform;
  readonly carrier: Carrier | null;
  readonly post: Post;
  /** Whether it also does what happens at certain times. */
  readonly isTimed: boolean;
};

/** Starts the worker of this process: what happens by itself, and what requests have queued. */
export function startWorker(
  directUrl: string,
  { platform, carrier, post, isTimed }: WorkerUse,
): Promise<JobWorker> {
  const { log } = platform;
  return startJobs({
    directUrl,
    timed: isTimed ? timedJobs(platform, post) : [],
    asked: [
      letterJob(carrier, log),
      deliveryJob(platform, post),
      contactLetterJob(platform, post),
      importJob(platform, carryTasks),
      levellingJob(platform),
      forecastJob(platform),
      portfolioJob(platform),
    ],
    log,
  });
}
