import { type Kysely, sql } from 'kysely';

/** Parts that a firm has switched off (XC-04), and what each member has folded away in the sidebar. */
const modules = `
alter table workspace add column modules_off text[] not null default '{}';
alter table member add column folded_groups text[] not null default '{}';
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(modules).execute(db);
}
