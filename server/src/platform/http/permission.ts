import { type Permission, permissions, type Right } from '@evenkeel/contract/endpoint';
import type { Actor } from '../db/scope.ts';

const highest: Record<Actor['role'], Right> = {
  owner: 'own',
  admin: 'administer',
  manager: 'manage',
  member: 'write',
  viewer: 'read',
  client: 'signed-in',
};

const tokenHighest: Record<'read' | 'write' | 'admin', Right> = {
  read: 'read',
  write: 'manage',
  admin: 'own',
};

/** Whether an actor may do what needs `wanted`: the role decides, an API token can only narrow it. */
export function hasPermission(actor: Actor, wanted: Permission): boolean {
  if (wanted === 'client') return actor.role === 'client';
  if (rank(wanted) > rank(highest[actor.role])) return false;
  if (actor.tokenScopes === null) return true;
  return actor.tokenScopes.some((scope) => rank(wanted) <= rank(tokenHighest[scope]));
}

/** The highest permission of an actor, for the browser to show what is possible. */
export function permissionOf(actor: Actor): Right {
  return [...permissions].reverse().find((wanted) => hasPermission(actor, wanted)) ?? 'public';
}

function rank(permission: Right): number {
  return permissions.indexOf(permission);
}
