import {
  type AccountId,
  type Id,
  isId,
  type MemberId,
  type ProjectId,
  type UserId,
} from '@evenkeel/core/id';
import { AppError } from '../../../platform/app-error.ts';
import type { Actor, Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';
import * as repository from './repository.ts';

/**
 * The client user with whose eyes somebody looks: `member:<id>` is one that there is, `project:<id>`
 * and `account:<id>` one who sees that and nothing else. The latter is made in the transaction of
 * `scope`, which must be taken back: what they see is decided by the same rules as for anybody.
 */
export async function prepareOnlooker(scope: Scope, wanted: string): Promise<Actor> {
  const [kind, id = ''] = wanted.split(':', 2);
  if (!isId(id)) throw nobody();
  if (kind === 'member') return existing(scope, id as MemberId); // checked to be an id just now
  const place =
    kind === 'project'
      ? await repository.findProject(scope, id as ProjectId)
      : await repository.findAccount(scope, id as AccountId);
  if (!place?.account_id) throw nobody();
  return makeOnlooker(scope, {
    accountId: place.account_id,
    projectId: kind === 'project' ? (id as ProjectId) : null,
    name: place.account_name ?? '',
  });
}

/** A client user who sees one place and nothing else, until the transaction is taken back. */
export async function makeOnlooker(
  scope: Scope,
  place: {
    readonly accountId: AccountId;
    readonly projectId: ProjectId | null;
    readonly name: string;
  },
): Promise<Actor> {
  const reader = {
    memberId: newId<MemberId>(),
    userId: newId<UserId>(),
    accessId: newId<Id<'client-access'>>(),
    ...place,
  };
  await repository.insertOnlooker(scope, reader);
  return { ...scope.actor, ...clientOf(reader) };
}

async function existing(scope: Scope, id: MemberId): Promise<Actor> {
  const member = await repository.findClientUser(scope, id);
  if (!member) throw nobody();
  return {
    ...scope.actor,
    ...clientOf({ memberId: id, userId: member.user_id, name: member.name }),
    email: member.email,
  };
}

function clientOf(reader: {
  readonly memberId: MemberId;
  readonly userId: UserId;
  readonly name: string;
}): Omit<Actor, 'workspaceId' | 'currency' | 'timeZone'> {
  return {
    memberId: reader.memberId,
    userId: reader.userId,
    name: reader.name,
    email: '',
    role: 'client',
    personId: null,
    tokenScopes: null,
    sessionId: null,
  };
}

function nobody(): AppError {
  return new AppError('not-found', 'There is nobody to look as.');
}
