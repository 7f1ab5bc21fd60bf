import type { AccountId, Id, MemberId, ProjectId, UserId } from '@evenkeel/core/id';
import type { Scope } from '../../../platform/db/scope.ts';

export function findClientUser(scope: Scope, id: MemberId) {
  return scope.tx
    .selectFrom('member')
    .select(['name', 'email', 'user_id'])
    .where('id', '=', id)
    .where('role', '=', 'client')
    .where('state', '=', 'active')
    .executeTakeFirst();
}

export function findProject(scope: Scope, id: ProjectId) {
  return scope.tx
    .selectFrom('project')
    .innerJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'project.workspace_id')
        .onRef('account.id', '=', 'project.account_id'),
    )
    .select(['account.id as account_id', 'account.name as account_name'])
    .where('project.id', '=', id)
    .where('project.kind', '=', 'client')
    .executeTakeFirst();
}

export function findAccount(scope: Scope, id: AccountId) {
  return scope.tx
    .selectFrom('account')
    .select(['id as account_id', 'name as account_name'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function insertOnlooker(
  scope: Scope,
  reader: {
    readonly memberId: MemberId;
    readonly userId: UserId;
    readonly accessId: Id<'client-access'>;
    readonly accountId: AccountId;
    readonly projectId: ProjectId | null;
    readonly name: string;
  },
): Promise<void> {
  const own = { workspace_id: scope.workspaceId };
  await scope.tx
    .insertInto('member')
    .values({
      ...own,
      id: reader.memberId,
      user_id: reader.userId,
      name: reader.name,
      email: '',
      role: 'client',
    })
    .execute();
  await scope.tx
    .insertInto('client_access')
    .values({
      ...own,
      id: reader.accessId,
      member_id: reader.memberId,
      account_id: reader.accountId,
      project_id: reader.projectId,
    })
    .execute();
}
