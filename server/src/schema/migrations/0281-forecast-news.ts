import { type Kysely, sql } from 'kysely';

/** Open browsers hear that a forecast was made; how far one is, they ask for themselves. */
const news = `
create function announce_forecast() returns trigger language plpgsql as $$
begin
  perform pg_notify('evenkeel_change', jsonb_build_object(
    'workspaceId', new.workspace_id, 'subject', 'forecast', 'action', 'update',
    'ids', jsonb_build_array(new.project_id), 'memberId', null)::text);
  return null;
end $$;
create trigger announced after update on forecast for each row
  when (new.state is distinct from old.state and new.state in ('done', 'failed', 'cancelled'))
  execute function announce_forecast();
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(news).execute(db);
}
