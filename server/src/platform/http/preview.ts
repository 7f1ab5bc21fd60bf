import type { Transaction } from 'kysely';
import type { Tables } from '../../schema/tables.ts';
import { AppError } from '../app-error.ts';
import type { Database } from '../db/database.ts';
import {
  type Actor,
  enterPortal,
  enterWorkspace,
  type PortalScope,
  portalScopeOf,
  type Scope,
  type SystemWorkspace,
  scopeOf,
  systemActor,
} from '../db/scope.ts';
import { hasPermission } from './permission.ts';

/** With whose eyes a member wants to look at the portal. */
export const viewAsHeader = 'x-evenkeel-view-as';

/**
 * Finds the client user that `wanted` names, or makes one for the length of the transaction, which is
 * taken back. The scope is that of the member who wants to look.
 */
export type Onlook = (scope: Scope, wanted: string) => Promise<Actor>;

/**
 * Reads the portal with the eyes of a client user, for a member of the firm: the same handler, under
 * the client's role. The transaction is always taken back.
 */
export async function previewed(
  platform: { readonly database: Database; readonly onlook: Onlook },
  look: {
    readonly wanted: string;
    readonly isRead: boolean;
    readonly proveMember: (tx: Transaction<Tables>) => Promise<Actor | null>;
  },
  work: (scope: PortalScope) => Promise<unknown>,
): Promise<unknown> {
  return takenBack(platform.database, async (tx) => {
    const member = await look.proveMember(tx);
    if (!member) throw new AppError('not-signed-in');
    if (!hasPermission(member, 'read')) throw new AppError('not-allowed');
    if (!look.isRead) throw new AppError('not-allowed', 'A preview changes nothing.');
    await enterWorkspace(tx, member.workspaceId, member.memberId, 'preview');
    const reader = await platform.onlook(scopeOf(tx, member, [], new Date()), look.wanted);
    return work(await portalOf(tx, reader));
  });
}

/** Does something in a transaction of which nothing is kept, and returns what it found. */
export async function takenBack<T>(
  database: Database,
  work: (tx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  const found: { answer?: T } = {};
  const end = new Error('taken back');
  await database.kysely
    .transaction()
    .execute(async (tx) => {
      found.answer = await work(tx);
      throw end;
    })
    .catch((error: unknown) => {
      if (error !== end) throw error;
    });
  // Set before the one way to come here.
  return found.answer as T;
}

/** A scope of nobody in particular, in a transaction that keeps nothing. */
export async function systemScopeIn(
  tx: Transaction<Tables>,
  workspace: SystemWorkspace,
  source: string,
): Promise<Scope> {
  await enterWorkspace(tx, workspace.id, null, source);
  return scopeOf(tx, systemActor(workspace), [], new Date());
}

/** The portal as a reader sees it, in a transaction that keeps nothing. */
export async function portalOf(tx: Transaction<Tables>, reader: Actor): Promise<PortalScope> {
  await enterPortal(tx, reader);
  return { ...portalScopeOf(tx, reader, [], new Date()), isPreview: true };
}
