import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { AppError } from '../app-error.ts';
import type { Database } from '../db/database.ts';
import type { Gate } from '../http/mount.ts';
import { hasPermission } from '../http/permission.ts';
import type { ChangeFeed } from './change-feed.ts';

const heartbeatSeconds = 25;

/**
 * `GET /api/v1/events`: server-sent events of a workspace. A message says what changed, never its
 * content; the browser asks again with its own rights. The session is checked anew at every
 * heartbeat, so that signing out ends the stream.
 */
export function mountEventStream(
  http: FastifyInstance,
  options: { database: Database; gate: Gate; feed: ChangeFeed },
): { close(): void } {
  const open = new Set<ServerResponse>();
  http.get('/api/v1/events', async (request, reply) => {
    const prove = () =>
      options.database.kysely
        .transaction()
        .execute((tx) => options.gate({ headers: request.headers, address: request.ip }, tx));
    const actor = await prove();
    if (!actor) throw new AppError('not-signed-in');
    if (!hasPermission(actor, 'read')) throw new AppError('not-allowed');
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    stream.write('event: ready\ndata: {}\n\n');
    open.add(stream);
    const unsubscribe = options.feed.subscribe(
      actor.workspaceId,
      ({ workspaceId: _, ...message }) => {
        stream.write(`event: change\ndata: ${JSON.stringify(message)}\n\n`);
      },
    );
    const heartbeat = setInterval(() => {
      prove().then(
        (still) =>
          still?.workspaceId === actor.workspaceId ? stream.write(': alive\n\n') : stream.end(),
        () => stream.end(),
      );
    }, heartbeatSeconds * 1000);
    stream.on('close', () => {
      clearInterval(heartbeat);
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
