import type { LoginView, SessionView } from '@evenkeel/contract/identity';
import type { Id } from '@evenkeel/core/id';
import { moment } from '../../platform/db/values.ts';
import { permissionOf } from '../../platform/http/permission.ts';
import { nameBrowser } from './browser-name.ts';
import { actorOf } from './gate.ts';
import type { describeSession, listLogins } from './service.ts';

type Described = Awaited<ReturnType<typeof describeSession>>;

export function presentSession(described: Described, isSignUpOpen: boolean): SessionView {
  const { user, memberships } = described;
  const actor = user && actorOf(user, { tokenScopes: null, sessionId: user.session_id });
  const active = memberships.find(({ workspace_id }) => workspace_id === user?.workspace_id);
  return {
    isSetUpNeeded: described.isSetUpNeeded,
    isSignUpOpen,
    user: user && {
      id: user.user_id,
      name: user.name,
      email: user.email,
      hasTwoFactor: user.two_factor_enabled,
    },
    workspace:
      active && actor
        ? {
            id: actor.workspaceId,
            name: active.workspace_name,
            currency: actor.currency,
            timeZone: actor.timeZone,
            strategicShareTarget: active.strategic_share_target,
            isSample: active.is_sample,
          }
        : null,
    member: actor && {
      id: actor.memberId,
      role: actor.role,
      personId: actor.personId,
      permission: permissionOf(actor),
    },
    workspaces: memberships
      .filter(({ state }) => state === 'active')
      .map(({ workspace_id, workspace_name, role }) => ({
        id: workspace_id,
        name: workspace_name,
        role,
      })),
  };
}

export function presentLogin(
  row: Awaited<ReturnType<typeof listLogins>>[number],
  currentId: string | null,
): LoginView {
  return {
    // The id of a session row is a UUID of ours.
    id: row.id as Id<'session'>,
    browser: nameBrowser(row.user_agent ?? ''),
    address: row.ip_address ?? '',
    startedAt: moment(row.created_at),
    lastSeenAt: moment(row.updated_at),
    isCurrent: row.id === currentId,
  };
}
