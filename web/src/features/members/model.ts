import type { MemberRole } from '@evenkeel/contract/identity';
import type { TokenScope } from '@evenkeel/contract/members';

/** Each role in words, and what it may do. */
export const roleWords: Record<MemberRole, { readonly label: string; readonly may: string }> = {
  owner: { label: 'Owner', may: 'Everything, also making owners' },
  admin: { label: 'Admin', may: 'Everything but owners: members, settings, tokens' },
  manager: { label: 'Manager', may: 'All work, also approving plans, rates and hand-offs' },
  member: { label: 'Member', may: 'Works on deals, plans and projects, logs time' },
  viewer: { label: 'Viewer', may: 'Reads, changes nothing' },
  client: { label: 'Client user', may: 'Sees no page of the firm, only the client portal' },
};

/** What an API token may do, in words. */
export const scopeWords: Record<TokenScope, { readonly label: string; readonly may: string }> = {
  read: { label: 'Read', may: 'Reads what you may read' },
  write: { label: 'Write', may: 'Reads and writes what you may' },
  admin: { label: 'Admin', may: 'Everything you may, settings and members too' },
};

/** The roles somebody may give away: only an owner makes owners. */
export function grantableRoles(own: MemberRole): readonly MemberRole[] {
  const all: readonly MemberRole[] = ['owner', 'admin', 'manager', 'member', 'viewer', 'client'];
  return own === 'owner' ? all : all.filter((role) => role !== 'owner');
}
