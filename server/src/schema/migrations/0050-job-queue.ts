import { type Kysely, sql } from 'kysely';

/**
 * How the server's roles put work into the job queue: within their own transaction, so that a job
 * exists exactly when what it follows from does. The queue's own tables stay closed to them, since
 * letters hold links that open a login.
 */
const enqueue = `
create function enqueue_job(name text, payload json, job_key text, max_attempts int) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.add_job(
    name, payload, max_attempts => enqueue_job.max_attempts, job_key => enqueue_job.job_key);
end $$;
revoke all on function enqueue_job from public;
grant execute on function enqueue_job to evenkeel_app, evenkeel_identity;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(enqueue).execute(db);
}
