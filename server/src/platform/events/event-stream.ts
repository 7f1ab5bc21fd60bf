import type { ServerResponse } from 'node:http';
import type { Permission } from '@evenkeel/contract/endpoint';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '../app-error.ts';
import type { Database } from '../db/database.ts';
import type { Actor } from '../db/scope.ts';
import type { Gate } from '../http/mount.ts';
import { hasPermission } from '../http/permission.ts';
import type { ChangeFeed, ChangeMessage } from './change-feed.ts';

const heartbeatSeconds = 25;

/** What a browser is told of a change: never its content. */
export type Told = Omit<ChangeMessage, 'workspaceId'>;

export type EventStream = {
  readonly path: string;
  readonly permission: Permission;
  /** What one reader may hear of changes that came close together. */
  readonly tell: (actor: Actor, changes: readonly ChangeMessage[]) => Promise<readonly Told[]>;
  /** For how long changes are gathered before they are told, in milliseconds; 0 tells each at once. */
  readonly gatherMilliseconds: number;
};

/** Members hear of everything in their workspace; the browser asks again with its own rights. */
export const memberStream: EventStream = {
  path: '/api/v1/events',
  permission: 'read',
  tell: async (_actor, changes) => changes.map(({ workspaceId: _, ...told }) => told),
  gatherMilliseconds: 0,
};

/**
 * Server-sent events of a workspace. A message says what changed, never its content. The session is
 * checked anew at every heartbeat, so that signing out ends the stream.
 */
export function mountEventStream(
  http: FastifyInstance,
  options: { database: Database; gate: Gate; feed: ChangeFeed; stream: EventStream },
): { close(): void } {
  const open = new Set<ServerResponse>();
  const { path, permission } = options.stream;
  http.get(path, async (request, reply) => {
    const prove = proofOf(options, request);
    const actor = await prove();
    if (!actor) throw new AppError('not-signed-in');
    if (!hasPermission(actor, permission)) throw new AppError('not-allowed');
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    stream.write('event: ready\ndata: {}\n\n');
    open.add(stream);
    const teller = tellerOf(options.stream, actor, stream);
    const unsubscribe = options.feed.subscribe(actor.workspaceId, teller.hear);
    const heartbeat = setInterval(() => {
      prove().then(
        (still) =>
          still?.workspaceId === actor.workspaceId && hasPermission(still, permission)
            ? stream.write(': alive\n\n')
            : stream.end(),
        () => stream.end(),
      );
    }, heartbeatSeconds * 1000);
    stream.on('close', () => {
      clearInterval(heartbeat);
      teller.stop();
      unsubscribe();
      open.delete(stream);
    });
  });
  return {
    close() {
      for (const stream of open) stream.end();
    },
  };
}

function proofOf({ database, gate }: { database: Database; gate: Gate }, request: FastifyRequest) {
  const from = { headers: request.headers, address: request.ip };
  return () => database.kysely.transaction().execute((tx) => gate(from, tx));
}

/** Tells one reader what they may hear, one batch after the other. */
function tellerOf(
  { tell, gatherMilliseconds }: EventStream,
  actor: Actor,
  stream: ServerResponse,
): { hear(change: ChangeMessage): void; stop(): void } {
  let waiting: ChangeMessage[] = [];
  let timer: NodeJS.Timeout | null = null;
  const flush = () => {
    timer = null;
    const batch = waiting;
    waiting = [];
    tell(actor, batch).then(
      (told) => {
        for (const one of told) stream.write(`event: change\ndata: ${JSON.stringify(one)}\n\n`);
      },
      // Whoever cannot be told what changed asks anew when they connect again.
      () => stream.end(),
    );
  };
  return {
    hear(change) {
      waiting.push(change);
      if (gatherMilliseconds === 0) flush();
      else timer ??= setTimeout(flush, gatherMilliseconds);
    },
    stop() {
      if (timer) clearTimeout(timer);
    },
  };
}
