import { type Kysely, sql } from 'kysely';

/**
 * Letters to contacts who have no login: what a duty or an approval that names them says. They are part
 * of what is known of the contact, so the change record holds them (CL-24). `key` says what a letter is
 * about, so that nobody is written to twice of one thing.
 */
const letters = `
create table contact_letter (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  created_at timestamptz not null default now(),
  contact_id uuid not null,
  project_id uuid not null,
  topic text not null,
  key text not null check (length(key) between 1 and 300),
  -- Where it went: addresses of a contact change.
  email text not null,
  language text not null check (language in ('en', 'de', 'fr', 'es')),
  title text not null check (length(title) between 1 and 500),
  body text not null default '' check (length(body) <= 10000),
  mailed_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, contact_id, key),
  foreign key (workspace_id, contact_id) references contact (workspace_id, id) on delete cascade,
  foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade
);
create index contact_letter_project on contact_letter (workspace_id, project_id);
select protect('contact_letter', 'contact', 'contact_id');
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(letters).execute(db);
}
