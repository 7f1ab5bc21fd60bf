import type { MemberId, PersonId, RoleId, TeamId, WorkspaceId } from '@evenkeel/core/id';
import { AppError } from '../../platform/app-error.ts';
import { type Actor, type Scope, withScope } from '../../platform/db/scope.ts';
import { newId } from '../../platform/ids.ts';
import { insertReasons } from '../deals/reasons/service.ts';
import {
  anyWorkspaceExists,
  createLogin,
  discardLogin,
  type Identity,
  isSetUpNeeded,
  limitSetUpAttempts,
  type Visit,
} from '../identity/service.ts';
import { seedTemplates } from '../templates/service.ts';
import {
  firstCalendar,
  firstPipeline,
  firstReasons,
  firstRoles,
  firstStages,
  firstTeam,
  ownersRole,
} from './defaults.ts';
import * as repository from './repository.ts';

export type FirstVisit = {
  readonly workspace: repository.WorkspaceDraft;
  readonly owner: { readonly name: string; readonly email: string; readonly password: string };
};

/**
 * Makes a workspace and the login of its owner. The login is committed first, on connections of its
 * own; if the workspace then fails, the login goes again.
 */
export async function setUp(
  identity: Identity,
  visit: Visit,
  { workspace, owner }: FirstVisit,
): Promise<readonly string[]> {
  await limitSetUpAttempts(identity, visit);
  requireOpen(identity, await isSetUpNeeded(identity));
  const { userId, cookies } = await createLogin(identity, visit, {
    ...owner,
    path: ['owner'],
  });
  const actor: Actor = {
    userId,
    memberId: newId<MemberId>(),
    workspaceId: newId<WorkspaceId>(),
    personId: null,
    role: 'owner',
    name: owner.name,
    email: owner.email,
    currency: workspace.currency,
    timeZone: workspace.timeZone,
    tokenScopes: null,
    sessionId: null,
  };
  try {
    await withScope(identity.database, actor, async (scope) => {
      await repository.lockSetUp(scope);
      requireOpen(identity, !(await anyWorkspaceExists(scope.tx)));
      await createWorkspace(scope, workspace);
    });
  } catch (error) {
    await discardLogin(identity, userId);
    throw error;
  }
  return cookies;
}

/** A workspace with what every firm needs to begin, and the actor as its owner. */
export async function createWorkspace(
  scope: Scope,
  draft: repository.WorkspaceDraft,
): Promise<void> {
  const teamId = newId<TeamId>();
  const perUnit = minorPerUnit(draft.currency);
  const roles = firstRoles.map(({ name, cost, bill }) => ({
    id: newId<RoleId>(),
    name,
    costRate: cost * perUnit,
    billRate: bill * perUnit,
  }));
  const roleId = roles.find(({ name }) => name === ownersRole)?.id;
  if (roleId === undefined) throw new Error(`no role is named ${ownersRole}`);
  await repository.insertWorkspace(scope, draft);
  await repository.insertCalendar(scope, firstCalendar);
  await repository.insertStages(scope, firstPipeline, firstStages);
  await insertReasons(scope, firstReasons);
  await repository.insertRoles(scope, roles);
  await repository.insertTeam(scope, teamId, firstTeam);
  await repository.insertOwner(scope, { personId: newId<PersonId>(), teamId, roleId });
  await seedTemplates(scope);
}

export async function getWorkspace(scope: Scope): Promise<repository.WorkspaceRecord> {
  const record = await repository.findWorkspace(scope);
  if (!record) throw new AppError('not-found');
  return record;
}

export async function updateWorkspace(
  scope: Scope,
  version: number,
  change: repository.WorkspaceChange,
): Promise<repository.WorkspaceRecord> {
  await repository.updateWorkspace(scope, version, change);
  return getWorkspace(scope);
}

function requireOpen(identity: Identity, isNeeded: boolean): void {
  if (identity.isSignUpOpen || isNeeded) return;
  throw new AppError(
    'not-allowed',
    'This server has its workspace already. Ask one of its administrators for an invitation.',
  );
}

/** Minor units in one unit of a currency: 100 for EUR, 1 for JPY. */
function minorPerUnit(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2);
}
