import type { AccountId, ContactId, Id } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';

/** What hangs on a contact. Lists are given whole; only what differs is written, so that the history says what changed. */
export type ContactEmail = { readonly email: string; readonly label: string };
export type ContactPhone = { readonly phone: string; readonly label: string };
export type ContactAccount = {
  readonly accountId: AccountId;
  readonly role: string;
  readonly needs: string;
  readonly isPrimary: boolean;
};

export function replaceEmails(
  scope: Scope,
  contactId: ContactId,
  emails: readonly ContactEmail[],
): Promise<void> {
  const lines = emails.map(({ email, label }) => ({ value: email, label }));
  return replaceLines(scope, contactId, { table: 'contact_email', column: 'email', lines });
}

export function replacePhones(
  scope: Scope,
  contactId: ContactId,
  phones: readonly ContactPhone[],
): Promise<void> {
  const lines = phones.map(({ phone, label }) => ({ value: phone, label }));
  return replaceLines(scope, contactId, { table: 'contact_phone', column: 'phone', lines });
}

export async function replaceAccounts(
  scope: Scope,
  contactId: ContactId,
  places: readonly ContactAccount[],
): Promise<void> {
  const standing = await scope.tx
    .selectFrom('contact_account')
    .select(['id', 'account_id', 'role', 'needs', 'is_primary'])
    .where('contact_id', '=', contactId)
    .limit(100)
    .execute();
  for (const row of standing) {
    if (places.some(({ accountId }) => accountId === row.account_id)) continue;
    await scope.tx.deleteFrom('contact_account').where('id', '=', row.id).execute();
  }
  // At most one main account at any moment: those that cease to be it come first.
  const ordered = [...places].sort((a, b) => Number(a.isPrimary) - Number(b.isPrimary));
  for (const place of ordered) {
    const row = standing.find(({ account_id }) => account_id === place.accountId);
    const columns = { role: place.role, needs: place.needs, is_primary: place.isPrimary };
    if (!row) {
      const id = newId<Id<'contact-account'>>();
      const keys = { workspace_id: scope.workspaceId, id, contact_id: contactId };
      await scope.tx
        .insertInto('contact_account')
        .values({ ...keys, account_id: place.accountId, ...columns })
        .execute();
    } else if (
      row.role !== place.role ||
      row.needs !== place.needs ||
      row.is_primary !== place.isPrimary
    ) {
      await scope.tx.updateTable('contact_account').set(columns).where('id', '=', row.id).execute();
    }
  }
}

type Lines = {
  readonly table: 'contact_email' | 'contact_phone';
  readonly column: 'email' | 'phone';
  readonly lines: readonly { readonly value: string; readonly label: string }[];
};

async function replaceLines(
  scope: Scope,
  contactId: ContactId,
  { table, column, lines }: Lines,
): Promise<void> {
  const own = sql.table(table);
  const value = sql.ref(column);
  const { rows } = await sql<{ id: string; value: string; label: string; position: number }>`
    select id, ${value} as value, label, position from ${own} where contact_id = ${contactId}`.execute(
    scope.tx,
  );
  const gone = rows.filter((row) => !lines.some((line) => line.value === row.value));
  if (gone.length > 0) {
    const ids = gone.map(({ id }) => id);
    await sql`delete from ${own} where id = any(${ids}::uuid[])`.execute(scope.tx);
  }
  for (const [position, line] of lines.entries()) {
    const row = rows.find((standing) => standing.value === line.value);
    if (!row) {
      await sql`insert into ${own} (workspace_id, id, contact_id, ${value}, label, position)
        values (${scope.workspaceId}, ${newId()}, ${contactId}, ${line.value}, ${line.label}, ${position})`.execute(
        scope.tx,
      );
    } else if (row.label !== line.label || row.position !== position) {
      await sql`update ${own} set label = ${line.label}, position = ${position} where id = ${row.id}`.execute(
        scope.tx,
      );
    }
  }
}
