import { type Kysely, sql } from 'kysely';

/** A role's standard rates from a day on; before the first of them those of the role itself (U17). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table role_rate (
         workspace_id uuid not null references workspace (id) on delete cascade,
         id uuid not null,
         version int not null default 1,
         created_at timestamptz not null default now(),
         updated_at timestamptz not null default now(),
         role_id uuid not null,
         valid_from date not null,
         cost_rate bigint not null check (cost_rate >= 0),
         bill_rate bigint not null check (bill_rate >= 0),
         primary key (workspace_id, id),
         unique (workspace_id, role_id, valid_from),
         foreign key (workspace_id, role_id) references role (workspace_id, id) on delete cascade
       );
       select protect('role_rate', 'role', 'role_id');`,
    )
    .execute(db);
}
