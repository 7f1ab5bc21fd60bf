import { type Kysely, sql } from 'kysely';

/**
 * Where the bytes of a file are: in parts in the database, or under a key in a store outside of it. The
 * checksum is that of the whole, and is held against the bytes each time that they are read.
 */
const store = `
alter table file_content
  add column store text not null default 'database' check (store in ('database', 'disk', 's3')),
  add column sha256 text check (sha256 ~ '^[0-9a-f]{64}$');
create index file_content_to_move on file_content (workspace_id, id) where is_whole and store = 'database';

-- Bytes outside the database whose file has gone: the worker forgets them, part by part.
create table forgotten_content (
  workspace_id uuid not null,
  content_id uuid not null,
  store text not null,
  byte_size bigint not null,
  primary key (workspace_id, content_id)
);
select protect('forgotten_content');
create function forget_content() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if old.store <> 'database' then
    insert into forgotten_content (workspace_id, content_id, store, byte_size)
      values (old.workspace_id, old.id, old.store, old.byte_size) on conflict do nothing;
  end if;
  return null;
end $$;
create trigger forgotten after delete on file_content for each row execute function forget_content();

grant select (sha256, store) on file_content to evenkeel_client;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(store).execute(db);
}
