import type { SubjectRef } from '@evenkeel/contract/subjects';
import type { Id, MailAddressId, MemberId, PersonId, UserId, WorkspaceId } from '@evenkeel/core/id';
import type { SubjectKind } from '@evenkeel/core/subject';
import { sql } from 'kysely';
import type { Database } from '../../platform/db/database.ts';
import type { Actor, Scope } from '../../platform/db/scope.ts';
import { newId } from '../../platform/ids.ts';

/** What an address stands for. */
export type AddressUse = {
  readonly purpose: 'reply' | 'record';
  readonly memberId: MemberId | null;
  readonly subject: SubjectRef;
  readonly thread: 'team' | 'client';
};

/** The id of the address for a use; made when there is none yet. */
export async function addressId(scope: Scope, use: AddressUse): Promise<MailAddressId> {
  const { subject, purpose, memberId, thread } = use;
  await scope.tx
    .insertInto('mail_address')
    .values({
      workspace_id: scope.workspaceId,
      id: newId<MailAddressId>(),
      purpose,
      member_id: memberId,
      subject_kind: subject.kind,
      subject_id: subject.id,
      thread,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { id } = await addressRows(scope, use).executeTakeFirstOrThrow();
  return id;
}

function addressRows(scope: Scope, { subject, purpose, memberId, thread }: AddressUse) {
  return scope.tx
    .selectFrom('mail_address')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('purpose', '=', purpose)
    .where('member_id', 'is not distinct from', memberId)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('thread', '=', thread);
}

/** An address with whom it was made for. */
export type KnownAddress = {
  readonly id: MailAddressId;
  readonly workspace: {
    readonly id: WorkspaceId;
    readonly currency: string;
    readonly timeZone: string;
  };
  readonly purpose: 'reply' | 'record';
  readonly subject: SubjectRef;
  readonly thread: 'team' | 'client';
  /** Who answers with it; null for an address of a record. */
  readonly actor: Actor | null;
  readonly isActive: boolean;
};

type Row = {
  workspace_id: WorkspaceId;
  currency: string;
  time_zone: string;
  purpose: 'reply' | 'record';
  subject_kind: SubjectKind;
  subject_id: Id<string>;
  thread: 'team' | 'client';
  member_id: MemberId | null;
  user_id: UserId | null;
  person_id: PersonId | null;
  role: Actor['role'];
  name: string;
  email: string;
  state: string;
};

/** What stands behind an id that was read out of a signed address; undefined when it is gone. */
export async function findAddress(
  database: Database,
  id: MailAddressId,
): Promise<KnownAddress | undefined> {
  const { rows } = await database.kysely.transaction().execute(async (tx) => {
    await sql`set local role evenkeel_app`.execute(tx);
    return sql<Row>`select * from identity.mail_address_actor(${id})`.execute(tx);
  });
  const [row] = rows;
  return row && knownAddress(id, row);
}

function knownAddress(id: MailAddressId, row: Row): KnownAddress {
  return {
    id,
    workspace: { id: row.workspace_id, currency: row.currency, timeZone: row.time_zone },
    purpose: row.purpose,
    subject: { kind: row.subject_kind, id: row.subject_id },
    thread: row.thread,
    actor: row.member_id && row.user_id ? actorOf(row, row.member_id, row.user_id) : null,
    isActive: row.state === 'active',
  };
}

function actorOf(row: Row, memberId: MemberId, userId: UserId): Actor {
  return {
    userId,
    memberId,
    workspaceId: row.workspace_id,
    personId: row.person_id,
    role: row.role,
    name: row.name,
    email: row.email,
    currency: row.currency,
    timeZone: row.time_zone,
    tokenScopes: null,
    sessionId: null,
  };
}
