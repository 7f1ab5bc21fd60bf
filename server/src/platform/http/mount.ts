import type { Endpoint } from '@evenkeel/contract/endpoint';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Transaction } from 'kysely';
import type { z } from 'zod';
import type { Tables } from '../../schema/tables.ts';
import { AppError } from '../app-error.ts';
import type { Database } from '../db/database.ts';
import {
  type Actor,
  asFirm,
  enterPortal,
  enterWorkspace,
  type PortalScope,
  portalScopeOf,
  type Scope,
  scopeOf,
  settle,
  sourceOf,
} from '../db/scope.ts';
import { answerWriter } from './answer-text.ts';
import { once } from './idempotency.ts';
import type { Route } from './implement.ts';
import { hasPermission } from './permission.ts';
import { type Onlook, previewed, viewAsHeader } from './preview.ts';

/** Proves who calls, within the request's own transaction and before it drops its rights. */
export type Gate = (
  request: { headers: FastifyRequest['headers']; address: string },
  tx: Transaction<Tables>,
) => Promise<Actor | null>;

export type MountPlatform = {
  readonly database: Database;
  readonly gate: Gate;
  /** Finds the client user with whose eyes a member wants to look. */
  readonly onlook: Onlook;
};

type Parsed = { params: object; query: object; body: unknown; version: number };

/**
 * Gives every route its address. A request is parsed, proven, allowed, and answered in one
 * transaction: read-only for GET, so that a read cannot write even by mistake.
 */
export function mount(
  http: FastifyInstance,
  routes: readonly Route[],
  platform: MountPlatform,
): void {
  for (const route of routes) {
    const { endpoint } = route;
    http.route({
      method: endpoint.method,
      url: endpoint.path,
      ...(endpoint.bodyLimit === null ? {} : { bodyLimit: endpoint.bodyLimit }),
      // Only so that the compiler beside it is asked; the schema is the endpoint's own.
      schema: { response: { 200: {} } },
      serializerCompiler: () => answerWriter(endpoint),
      handler: async (request, reply) => {
        const parsed = parse(endpoint, request);
        reply.header('cache-control', 'no-store');
        if (endpoint.permission !== 'public') {
          return answerInScope(route, { parsed, request, reply }, platform);
        }
        // Handlers of public endpoints are typed to get no scope.
        return route.handler({ ...callOf(request, reply, parsed), scope: null as never });
      },
    });
  }
}

async function answerInScope(
  route: Route,
  { parsed, request, reply }: { parsed: Parsed; request: FastifyRequest; reply: FastifyReply },
  platform: MountPlatform,
): Promise<unknown> {
  const after: (() => void | Promise<void>)[] = [];
  const { endpoint } = route;
  const wanted = request.headers[viewAsHeader];
  if (endpoint.permission === 'client' && typeof wanted === 'string') {
    const proveMember = (tx: Transaction<Tables>) =>
      platform.gate({ headers: request.headers, address: request.ip }, tx);
    const handler = route.handler as unknown as PortalHandler; // see below
    const call = callOf(request, reply, parsed);
    const isRead = endpoint.method === 'GET';
    return previewed(platform, { wanted, isRead, proveMember }, (scope) =>
      handler({ ...call, scope }),
    );
  }
  const answer = await platform.database.kysely
    .transaction()
    .setAccessMode(endpoint.method === 'GET' ? 'read only' : 'read write')
    .execute(async (tx) => {
      const actor = await platform.gate({ headers: request.headers, address: request.ip }, tx);
      if (!actor) throw new AppError('not-signed-in');
      if (!hasPermission(actor, endpoint.permission)) throw new AppError('not-allowed');
      const isWrite = endpoint.method !== 'GET';
      const call = callOf(request, reply, parsed);
      if (endpoint.permission === 'client') {
        await enterPortal(tx, actor);
        const scope = portalScopeOf(tx, actor, after, new Date());
        // `Call` gives the handler of such an endpoint a portal's scope.
        const handler = route.handler as unknown as PortalHandler;
        const answer = await withKey(endpoint, scope, request, () => handler({ ...call, scope }));
        if (isWrite) await asFirm(scope, (firm) => settle(platform.database, firm));
        return answer;
      }
      await enterWorkspace(tx, actor.workspaceId, actor.memberId, sourceOf(actor));
      const scope = scopeOf(tx, actor, after, new Date());
      const work = () => route.handler({ ...call, scope });
      const answer = await withKey(endpoint, scope, request, work);
      if (isWrite) await settle(platform.database, scope);
      return answer;
    });
  for (const action of after) await action();
  return answer;
}

type PortalHandler = (
  call: ReturnType<typeof callOf> & { readonly scope: PortalScope },
) => Promise<unknown>;

function withKey(
  endpoint: Endpoint,
  scope: Scope | PortalScope,
  request: FastifyRequest,
  work: () => Promise<unknown>,
): Promise<unknown> {
  const key = request.headers['idempotency-key'];
  const isKept = endpoint.method !== 'GET' && !endpoint.isSecret;
  if (!isKept || typeof key !== 'string') return work();
  if (key.length === 0 || key.length > 200) {
    throw new AppError('invalid-input', 'Idempotency-Key must have 1 to 200 characters.');
  }
  return once(scope, { key, method: endpoint.method, url: request.url, body: request.body }, work);
}

function parse(endpoint: Endpoint, request: FastifyRequest): Parsed {
  return {
    params: checked(endpoint.params, request.params ?? {}, 'address'),
    query: checked(endpoint.query, request.query ?? {}, 'query'),
    body: checked(endpoint.body, request.body ?? {}, 'body'),
    version: endpoint.ifMatch ? versionOf(request.headers['if-match']) : 0,
  };
}

function checked<S extends z.ZodType>(schema: S, value: unknown, part: string): z.infer<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path, code, message }) => ({
    path: path.map((step) => (typeof step === 'number' ? step : String(step))),
    code,
    message,
  }));
  const first = issues[0];
  const where = first && first.path.length > 0 ? first.path.join('.') : part;
  throw new AppError('invalid-input', `${where}: ${first?.message ?? 'is not valid'}`, { issues });
}

function versionOf(header: string | undefined): number {
  if (header === undefined) throw new AppError('version-needed');
  const version = Number(header.replace(/^W\//, '').replaceAll('"', ''));
  if (!Number.isInteger(version) || version < 1) {
    throw new AppError('invalid-input', 'If-Match must be the version of the record, such as "3".');
  }
  return version;
}

function callOf(request: FastifyRequest, reply: FastifyReply, parsed: Parsed) {
  return {
    ...parsed,
    request: { id: request.id, address: request.ip, headers: request.headers },
    reply: { header: (name: string, value: string) => void reply.header(name, value) },
  };
}
