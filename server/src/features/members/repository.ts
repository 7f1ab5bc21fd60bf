import type { MemberRole } from '@evenkeel/contract/identity';
import type { MemberId, PersonId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import { columnsOf } from '../../platform/db/columns.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { translateUnique } from '../../platform/db/unique.ts';
import { versioned } from '../../platform/db/versioned.ts';

export type MemberRecord = Awaited<ReturnType<typeof listMembers>>[number];

export type MemberChange = {
  readonly role?: MemberRole | undefined;
  readonly state?: 'active' | 'deactivated' | undefined;
  readonly personId?: PersonId | null | undefined;
};

export function listMembers(scope: Scope) {
  return memberRows(scope)
    .orderBy(sql`member.name collate "und-x-icu"`)
    .orderBy('member.id')
    .limit(5_000)
    .execute();
}

export function findMember(scope: Scope, id: MemberId) {
  return memberRows(scope).where('member.id', '=', id).executeTakeFirst();
}

export function findMemberByEmail(scope: Scope, email: string) {
  return memberRows(scope).where(sql`lower(member.email)`, '=', email).executeTakeFirst();
}

/** How many could administer everything; held until the transaction ends, so that two cannot both be the last. */
export async function lockActiveOwners(scope: Scope): Promise<number> {
  const owners = await scope.tx
    .selectFrom('member')
    .select('id')
    .where('role', '=', 'owner')
    .where('state', '=', 'active')
    .orderBy('id')
    .forUpdate()
    .execute();
  return owners.length;
}

export async function updateMember(
  scope: Scope,
  id: MemberId,
  version: number,
  change: MemberChange,
): Promise<void> {
  const written = await translateUnique(
    scope.tx
      .updateTable('member')
      .set({ name: sql.ref('name'), ...columnsOf(change) })
      .where('id', '=', id)
      .where('version', '=', version)
      .where('state', '<>', 'removed')
      .returning('id')
      .executeTakeFirst(),
    {
      member_workspace_id_person_id_key: {
        path: ['personId'],
        message: 'Another login is linked to this person.',
      },
    },
  );
  await versioned(written, async () => (await findMember(scope, id)) !== undefined);
}

export async function removeMember(scope: Scope, id: MemberId): Promise<void> {
  await scope.tx
    .updateTable('member')
    .set({ state: 'removed', person_id: null })
    .where('id', '=', id)
    .execute();
}

/** Lets somebody in for the first time or again. */
export async function admitMember(
  scope: Scope,
  member: { readonly role: MemberRole; readonly personId: PersonId | null },
): Promise<void> {
  const { actor } = scope;
  const place = {
    role: member.role,
    state: 'active',
    name: actor.name,
    email: actor.email,
  } as const;
  await scope.tx
    .insertInto('member')
    .values({
      workspace_id: scope.workspaceId,
      id: actor.memberId,
      user_id: actor.userId,
      person_id: member.personId,
      ...place,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'user_id'])
        .doUpdateSet({ ...place, person_id: member.personId }),
    )
    .execute();
}

/** The person with this address whom no login is linked to. */
export async function findPersonToLink(scope: Scope, email: string): Promise<PersonId | null> {
  const found = await scope.tx
    .selectFrom('person')
    .select('id')
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .where('deleted_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('member').whereRef('member.person_id', '=', 'person.id'))),
    )
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return found?.id ?? null;
}

export async function personExists(scope: Scope, id: PersonId): Promise<boolean> {
  const found = await scope.tx
    .selectFrom('person')
    .select('id')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}

export type MemberLogin = {
  readonly member_id: MemberId;
  readonly two_factor_enabled: boolean;
  readonly last_seen_at: Date | null;
};

export async function listMemberLogins(scope: Scope): Promise<readonly MemberLogin[]> {
  const { rows } = await sql<MemberLogin>`select * from identity.member_logins()`.execute(scope.tx);
  return rows;
}

function memberRows(scope: Scope) {
  return scope.tx
    .selectFrom('member')
    .leftJoin('person', (join) =>
      join
        .onRef('person.workspace_id', '=', 'member.workspace_id')
        .onRef('person.id', '=', 'member.person_id'),
    )
    .where('member.state', '<>', 'removed')
    .select([
      'member.id',
      'member.version',
      'member.name',
      'member.email',
      'member.role',
      'member.state',
      'member.person_id',
      'member.language',
      'person.name as person_name',
    ]);
}
