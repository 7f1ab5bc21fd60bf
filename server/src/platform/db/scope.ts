import type { CalendarDate } from '@evenkeel/core/calendar-date';
import {
  type Id,
  isId,
  type MemberId,
  type PersonId,
  type UserId,
  type WorkspaceId,
} from '@evenkeel/core/id';
import { sql, type Transaction } from 'kysely';
import type { MemberTable, Tables } from '../../schema/tables.ts';
import { dayIn } from '../clock.ts';
import type { Database } from './database.ts';

/** Who acts, in which workspace, and how that was proven. */
export type Actor = {
  readonly userId: UserId;
  readonly memberId: MemberId;
  readonly workspaceId: WorkspaceId;
  readonly personId: PersonId | null;
  readonly role: MemberTable['role'];
  readonly name: string;
  readonly email: string;
  readonly currency: string;
  readonly timeZone: string;
  /** Null for a session in a browser; what an API token allows otherwise. */
  readonly tokenScopes: readonly ('read' | 'write' | 'admin')[] | null;
  readonly sessionId: string | null;
};

declare const proven: unique symbol;

/**
 * The right to query one workspace, for the length of one transaction. Only `withScope` makes one,
 * from an actor that the session gate has proven, so a query without it does not compile.
 */
export type Scope = {
  readonly [proven]: true;
  readonly tx: Transaction<Tables>;
  readonly workspaceId: WorkspaceId;
  readonly actor: Actor;
  readonly now: Date;
  /** Today in the workspace's time zone. */
  readonly today: CalendarDate;
  /** Runs after the transaction has been committed, never when it was rolled back. */
  afterCommit(action: () => void | Promise<void>): void;
};

declare const provenClient: unique symbol;

/**
 * The right of a client user to see what is marked visible to their account, for the length of one
 * transaction that runs as `evenkeel_client`. It is another type than `Scope`: the firm's
 * repositories cannot be called with it.
 */
export type PortalScope = Omit<Scope, typeof proven> & {
  readonly [provenClient]: true;
  /** Somebody of the firm looks with the eyes of a client user; nothing they do is kept. */
  readonly isPreview: boolean;
};

export type ScopeOptions = { readOnly?: boolean; source?: string; now?: Date };

/**
 * Runs `work` in one transaction as the server's restricted role, closed to every workspace but the
 * actor's, with the actor's name on every change.
 */
export async function withScope<T>(
  database: Database,
  actor: Actor,
  work: (scope: Scope) => Promise<T>,
  options: ScopeOptions = {},
): Promise<T> {
  const after: (() => void | Promise<void>)[] = [];
  const result = await database.kysely
    .transaction()
    .setAccessMode(options.readOnly ? 'read only' : 'read write')
    .execute(async (tx) => {
      await enterWorkspace(
        tx,
        actor.workspaceId,
        actor.memberId,
        options.source ?? sourceOf(actor),
      );
      const scope = scopeOf(tx, actor, after, options.now ?? new Date());
      const done = await work(scope);
      if (!options.readOnly) await settle(database, scope);
      return done;
    });
  for (const action of after) await action();
  return result;
}

/**
 * Runs `work` in one transaction as a client user, who sees and does what they could in the portal: for
 * what reaches us from them on another way.
 */
export async function withPortalScope<T>(
  database: Database,
  actor: Actor,
  work: (scope: PortalScope) => Promise<T>,
): Promise<T> {
  const after: (() => void | Promise<void>)[] = [];
  const result = await database.kysely.transaction().execute(async (tx) => {
    await enterPortal(tx, actor);
    const scope = portalScopeOf(tx, actor, after, new Date());
    const done = await work(scope);
    await asFirm(scope, (firm) => settle(database, firm));
    return done;
  });
  for (const action of after) await action();
  return result;
}

/** Does what follows from a transaction's writes, before it is committed. */
export async function settle(database: Database, scope: Scope): Promise<void> {
  // Declared without naming the scope, which is made of a database.
  await database.beforeCommit(scope as never);
}

/** A workspace as a job finds it. */
export type SystemWorkspace = {
  readonly id: WorkspaceId;
  readonly timeZone: string;
  readonly currency: string;
};

/**
 * Runs `work` as nobody in particular, for what happens by itself: the same restricted role, closed to
 * one workspace; the change record names no member.
 */
export async function withSystemScope<T>(
  database: Database,
  workspace: SystemWorkspace,
  work: (scope: Scope) => Promise<T>,
  options: { readonly source: string; readonly now: Date },
): Promise<T> {
  const after: (() => void | Promise<void>)[] = [];
  const result = await database.kysely.transaction().execute(async (tx) => {
    await enterWorkspace(tx, workspace.id, null, options.source);
    const scope = scopeOf(tx, systemActor(workspace), after, options.now);
    const done = await work(scope);
    await settle(database, scope);
    return done;
  });
  for (const action of after) await action();
  return result;
}

/** Nobody in particular: what happens by itself. */
export function systemActor(workspace: SystemWorkspace): Actor {
  return {
    // Nobody: no row has such an id.
    userId: nobody as UserId,
    memberId: nobody as MemberId,
    workspaceId: workspace.id,
    personId: null,
    role: 'manager',
    name: '',
    email: '',
    currency: workspace.currency,
    timeZone: workspace.timeZone,
    tokenScopes: null,
    sessionId: null,
  };
}

const nobody = '00000000-0000-0000-0000-000000000000';

/** The member who acts, for a column that names one; null for what happens by itself. */
export function memberIdOf({ memberId }: Actor): MemberId | null {
  return memberId === nobody ? null : memberId;
}

/** Closes a transaction to one workspace: `withScope` after the gate, within a transaction that stands. */
export function scopeOf(
  tx: Transaction<Tables>,
  actor: Actor,
  after: (() => void | Promise<void>)[],
  now: Date,
): Scope {
  // The brand has no run-time part; this module is the only place that gives it.
  return openScope(tx, actor, after, now) as unknown as Scope;
}

/** Reads as a client user, in a transaction of its own. */
export function withPortal<T>(
  database: Database,
  actor: Actor,
  work: (scope: PortalScope) => Promise<T>,
): Promise<T> {
  return database.kysely
    .transaction()
    .setAccessMode('read only')
    .execute(async (tx) => {
      await enterPortal(tx, actor);
      return work(portalScopeOf(tx, actor, [], new Date()));
    });
}

/** As `scopeOf`, for the request of a client user, in a transaction that `enterPortal` has closed. */
export function portalScopeOf(
  tx: Transaction<Tables>,
  actor: Actor,
  after: (() => void | Promise<void>)[],
  now: Date,
): PortalScope {
  // The brand has no run-time part; this module is the only place that gives it.
  return { ...openScope(tx, actor, after, now), isPreview: false } as unknown as PortalScope;
}

/**
 * Does in the firm's name what a client user's act calls for, in the same transaction, and goes back
 * to the client's role. What the act is about must have been seen as the client before: within
 * `work` the firm's own rights count.
 */
export async function asFirm<T>(scope: PortalScope, work: (firm: Scope) => Promise<T>): Promise<T> {
  await sql`set local role evenkeel_app`.execute(scope.tx);
  const firm = { ...scope } as unknown as Scope;
  const result = await work(firm);
  await sql`set local role evenkeel_client`.execute(scope.tx);
  return result;
}

/**
 * Reads as the client of a project sees it, whoever acts and whether or not anybody was invited yet: for
 * what is drafted for a client from what they can see. Within `work` the client's rights count, for this
 * one project; then the firm's again. The project must be one of the scope's workspace.
 */
export async function asReaderOf<T>(
  scope: Scope,
  projectId: Id<string>,
  work: (reader: PortalScope) => Promise<T>,
): Promise<T> {
  if (!isId(projectId)) throw new Error('a reader needs the id of a project');
  const enter = `set local role evenkeel_client; set local evenkeel.reader_project = '${projectId}'`;
  await sql.raw(enter).execute(scope.tx);
  // The role has just been dropped to that of clients, which is what the brand says.
  const result = await work({ ...scope } as unknown as PortalScope);
  const leave = `set local role evenkeel_app; set local evenkeel.reader_project = ''`;
  await sql.raw(leave).execute(scope.tx);
  return result;
}

function openScope(
  tx: Transaction<Tables>,
  actor: Actor,
  after: (() => void | Promise<void>)[],
  now: Date,
) {
  return {
    tx,
    workspaceId: actor.workspaceId,
    actor,
    now,
    today: dayIn(actor.timeZone, now),
    afterCommit: (action: () => void | Promise<void>) => void after.push(action),
  };
}

/** Drops to the restricted role and names workspace, member and source, until the transaction ends. */
export function enterWorkspace(
  tx: Transaction<Tables>,
  workspaceId: Id<string>,
  memberId: Id<string> | null,
  source: string,
): Promise<void> {
  return enterAs('evenkeel_app', tx, { workspaceId, memberId, source });
}

/** Drops to the role of client users, which sees what is marked visible to this one. */
export function enterPortal(
  tx: Transaction<Tables>,
  { workspaceId, memberId }: Pick<Actor, 'workspaceId' | 'memberId'>,
): Promise<void> {
  return enterAs('evenkeel_client', tx, { workspaceId, memberId, source: 'portal' });
}

async function enterAs(
  role: 'evenkeel_app' | 'evenkeel_client',
  tx: Transaction<Tables>,
  entry: {
    readonly workspaceId: Id<string>;
    readonly memberId: Id<string> | null;
    readonly source: string;
  },
): Promise<void> {
  const { workspaceId, memberId, source } = entry;
  if (
    !isId(workspaceId) ||
    (memberId !== null && !isId(memberId)) ||
    !/^[a-z0-9:-]*$/.test(source)
  ) {
    throw new Error('a scope needs ids');
  }
  // One message to the server instead of four; every value has just been checked to be harmless.
  await sql
    .raw(
      `set local role ${role}; set local evenkeel.workspace = '${workspaceId}'; ` +
        `set local evenkeel.member = '${memberId ?? ''}'; set local evenkeel.source = '${source}'`,
    )
    .execute(tx);
}

export function sourceOf(actor: Actor): string {
  return actor.tokenScopes ? 'api' : 'web';
}
