import { sql } from 'kysely';
import type { PortalScope } from '../../../platform/db/scope.ts';

/** Longer than any request takes: a change is dated when its transaction began. */
const recent = sql`interval '2 minutes'`;

/** Rows that changed just now in something that the reader sees; `*` stands for any table. */
export async function listVisibleChanges(
  scope: PortalScope,
  subjects: readonly string[],
  ids: readonly string[] | null,
): Promise<readonly { readonly subject: string; readonly subject_id: string }[]> {
  const { rows } = await sql<{ subject: string; subject_id: string }>`
    select distinct subject, subject_id from change
    where at > now() - ${recent}
      and ('*' = any(${[...subjects]}::text[]) or subject = any(${[...subjects]}::text[]))
      and (${ids === null} or subject_id = any(${[...(ids ?? [])]}::uuid[]))
    limit 500`.execute(scope.tx);
  return rows;
}

/** Kinds of record of which one was taken from the reader's sight just now; not which one. */
export async function listHidden(
  scope: PortalScope,
  subjects: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ subject: string }>`
    select subject from portal_hidden(${[...subjects]}::text[]) subject`.execute(scope.tx);
  return rows.map(({ subject }) => subject);
}
