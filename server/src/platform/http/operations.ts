import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '../db/database.ts';

/**
 * What an operator watches: `/healthz` (the process answers), `/readyz` (it can serve: the database
 * answers and it is not shutting down), `/metrics` (Prometheus).
 */
export function mountOperations(
  http: FastifyInstance,
  options: { database: Database; isClosing: () => boolean },
): void {
  const registry = new Registry();
  const duration = new Histogram({
    name: 'evenkeel_http_request_duration_seconds',
    help: 'Time to answer a request, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  new Gauge({
    name: 'evenkeel_database_connections',
    help: 'Connections of the pool, by state.',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'idle' }, options.database.pool.idleCount);
      this.set(
        { state: 'busy' },
        options.database.pool.totalCount - options.database.pool.idleCount,
      );
      this.set({ state: 'waiting' }, options.database.pool.waitingCount);
    },
  });
  http.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const labels = { method: request.method, route, status: String(reply.statusCode) };
    duration.observe(labels, reply.elapsedTime / 1000);
  });
  http.get('/healthz', async () => ({ status: 'ok' }));
  http.get('/readyz', async (_request, reply) => {
    const isReady = !options.isClosing() && (await answers(options.database));
    return reply.status(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready' });
  });
  const all = Registry.merge([registry, processMetrics()]);
  http.get('/metrics', async (_request, reply) =>
    reply.type(all.contentType).send(await all.metrics()),
  );
}

let ofProcess: Registry | null = null;

/** Memory, processor and garbage collection of the process. Once for it: watching cannot be ended. */
function processMetrics(): Registry {
  if (ofProcess === null) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess });
  }
  return ofProcess;
}

async function answers(database: Database): Promise<boolean> {
  try {
    await sql`select 1`.execute(database.kysely);
    return true;
  } catch {
    // Not being able to reach the database is the very answer this check gives.
    return false;
  }
}
