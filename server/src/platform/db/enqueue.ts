import { type QueryExecutorProvider, sql } from 'kysely';

/** Work for the queue: its name, and what it needs to know as plain JSON. */
export type QueuedJob = {
  readonly name: string;
  readonly payload: object;
  /** Of two jobs with one key only the later stands, unless the earlier has begun. */
  readonly key?: string;
  /** How often it is tried, each time after a longer wait: 10 tries take about four hours. */
  readonly maxAttempts: number;
};

/** Queues a job in the transaction of `through`: it runs once that is committed, and never else. */
export async function enqueue(through: QueryExecutorProvider, job: QueuedJob): Promise<void> {
  const payload = JSON.stringify(job.payload);
  await sql`select enqueue_job(${job.name}, ${payload}::json, ${job.key ?? null}, ${job.maxAttempts})`.execute(
    through,
  );
}
