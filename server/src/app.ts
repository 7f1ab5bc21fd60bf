import { fileURLToPath } from 'node:url';
import { api } from '@evenkeel/contract';
import { openApiDocument } from '@evenkeel/contract/openapi';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import type { Config } from './config.ts';
import { keepPromises } from './features/delay-notices/service.ts';
import { type Identity, openIdentity } from './features/identity/identity.ts';
import { portalStream } from './features/portal/events/service.ts';
import { prepareOnlooker } from './features/portal/onlooker/service.ts';
import { reschedule } from './features/schedules/service.ts';
import { featureRoutes } from './features.ts';
import { type Database, openDatabase } from './platform/db/database.ts';
import { lostConnection } from './platform/db/lost-connection.ts';
import { type ChangeFeed, openChangeFeed } from './platform/events/change-feed.ts';
import { memberStream, mountEventStream } from './platform/events/event-stream.ts';
import { refuseCrossSiteWrites } from './platform/http/csrf.ts';
import { mount } from './platform/http/mount.ts';
import { mountOperations } from './platform/http/operations.ts';
import { createHttp } from './platform/http/server.ts';
import { mountWebFiles } from './platform/http/web-files.ts';
import type { JobWorker } from './platform/jobs/worker.ts';
import { type Carrier, openMailer, smtpCarrier } from './platform/mail/mailer.ts';

import { startWorker } from './worker.ts';

export type AppOptions = {
  readonly config: Config;
  /** May go through a transaction pooler. */
  readonly databaseUrl: string;
  /** Past any pooler: for LISTEN. */
  readonly directUrl: string;
  /** For tests: takes the mails in place of a mail server. */
  readonly carrier?: Carrier;
};

export type App = {
  /** For tests: calls without a socket. */
  readonly http: FastifyInstance;
  readonly database: Database;
  /** For tests: does what is queued, also without a socket; nothing by the clock. */
  work(): Promise<void>;
  listen(): Promise<string>;
  /** Finishes requests in flight, then lets go of the database. */
  close(): Promise<void>;
};

const webFolder = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** Puts the whole server together; nothing listens yet. */
export async function createApp(options: AppOptions): Promise<App> {
  const { config } = options;
  const log = pino({ level: config.logLevel });
  const database = openDatabase({
    url: options.databaseUrl,
    poolSize: config.poolSize,
    onError: (error) => log.warn(lostConnection(error), 'a database connection was lost'),
    async beforeCommit(scope) {
      await reschedule(scope);
      await keepPromises(scope);
    },
  });
  const feed = openChangeFeed({
    directUrl: options.directUrl,
    onError: (error) => log.warn(lostConnection(error), 'the change feed was lost; it reconnects'),
  });
  const http = await createHttp({
    log,
    trustProxy: config.trustProxy,
    isHttps: config.publicUrl.startsWith('https:'),
  });
  refuseCrossSiteWrites(http, config.publicUrl);
  const carrier = options.carrier ?? smtpCarrier(config.smtpUrl, config.mailFrom);
  const mailer = openMailer(carrier);
  const identity = await openIdentity({
    database,
    directUrl: options.directUrl,
    publicUrl: config.publicUrl,
    secret: config.secret,
    isSignUpOpen: config.isSignUpOpen,
    mailer,
    onError: (error) => log.error({ err: error }, 'signing in met an error'),
  });
  const { gate } = identity;
  const closing = { begun: false };
  let worker: JobWorker | null = null;
  mountOperations(http, { database, isClosing: () => closing.begun });
  const streams = [memberStream, portalStream(database)].map((stream) =>
    mountEventStream(http, { database, gate, feed, stream }),
  );
  const platform = {
    database,
    log: {
      info: (message: string) => log.info(message),
      warn: (message: string) => log.warn(message),
      error: (error: unknown, message: string) => log.error({ err: error }, message),
    },
  };
  const routes = Object.values(featureRoutes(identity, platform)).flat();
  mount(http, routes, { database, gate, onlook: prepareOnlooker });
  const document = openApiDocument(api, { version: '0.1.0' });
  http.get('/api/openapi.json', async () => document);
  await mountWebFiles(http, webFolder);
  const startWork = async (isTimed: boolean) => {
    const post = { mailer, publicUrl: config.publicUrl };
    worker = await startWorker(options.directUrl, { platform, carrier, post, isTimed });
  };
  return {
    http,
    database,
    work: () => startWork(false),
    async listen() {
      await startWork(true);
      return http.listen({ host: config.host, port: config.port });
    },
    async close() {
      await worker?.close();
      await closeAll(closing, http, streams, { feed, database, identity });
    },
  };
}

async function closeAll(
  closing: { begun: boolean },
  http: FastifyInstance,
  streams: readonly { close(): void }[],
  connections: { feed: ChangeFeed; database: Database; identity: Identity },
): Promise<void> {
  closing.begun = true;
  for (const stream of streams) stream.close();
  await http.close();
  await connections.feed.close();
  await connections.identity.close();
  await connections.database.close();
}
