import { fileURLToPath } from 'node:url';
import { api } from '@evenkeel/contract';
import { largestMail } from '@evenkeel/contract/inbound-mail';
import { openApiDocument } from '@evenkeel/contract/openapi';
import type { FastifyInstance } from 'fastify';
import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';
import { keepPromises } from './features/delay-notices/service.ts';
import { type Identity, openIdentity } from './features/identity/identity.ts';
import { isOurs, type MailSigning } from './features/mail-addresses/service.ts';
import { portalStream } from './features/portal/events/service.ts';
import { prepareOnlooker } from './features/portal/onlooker/service.ts';
import { reschedule } from './features/schedules/service.ts';
import { featureRoutes, mailTaker } from './features.ts';
import { type Database, openDatabase } from './platform/db/database.ts';
import { lostConnection } from './platform/db/lost-connection.ts';
import type { Scope } from './platform/db/scope.ts';
import { type ChangeFeed, openChangeFeed } from './platform/events/change-feed.ts';
import { memberStream, mountEventStream } from './platform/events/event-stream.ts';
import { openStores } from './platform/files/open-stores.ts';
import { refuseCrossSiteWrites } from './platform/http/csrf.ts';
import type { Platform } from './platform/http/implement.ts';
import { mount } from './platform/http/mount.ts';
import { mountOperations } from './platform/http/operations.ts';
import { createHttp } from './platform/http/server.ts';
import { mountWebFiles } from './platform/http/web-files.ts';
import type { JobWorker } from './platform/jobs/worker.ts';
import { type Carrier, openMailer, smtpCarrier } from './platform/mail/mailer.ts';
import { listenForMail, type SmtpListener } from './platform/mail/smtp-listener.ts';

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
  /** For tests: takes mail over SMTP, without serving HTTP; the port, or null where none is set. */
  takeMail(): Promise<number | null>;
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
    beforeCommit: followWrites,
    stores: openStores(config),
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
    ...config,
    database,
    directUrl: options.directUrl,
    mailer,
    onError: (error) => log.error({ err: error }, 'signing in met an error'),
  });
  const { gate, secret } = identity;
  const signing = config.mailDomain ? { domain: config.mailDomain, key: secret } : null;
  const closing = { begun: false };
  let worker: JobWorker | null = null;
  mountOperations(http, { database, isClosing: () => closing.begun });
  const streams = [memberStream, portalStream(database)].map((stream) =>
    mountEventStream(http, { database, gate, feed, stream }),
  );
  const platform = { database, log: wordsOf(log) };
  const mail = { signing, secret: config.inboundMailSecret };
  const routes = Object.values(featureRoutes(identity, platform, mail)).flat();
  mount(http, routes, { database, gate, onlook: prepareOnlooker });
  mountDocument(http);
  await mountWebFiles(http, webFolder);
  const post = { mailer, publicUrl: config.publicUrl, signing };
  const startWork = async (isTimed: boolean) => {
    worker = await startWorker(options.directUrl, { platform, carrier, post, isTimed });
  };
  let door: SmtpListener | null = null;
  const take = mailTaker(platform, mail);
  const openDoor = async () => {
    door = await openMailDoor(config, signing, { ...platform, take });
    return door?.port ?? null;
  };
  return {
    http,
    database,
    work: () => startWork(false),
    takeMail: openDoor,
    async listen() {
      await startWork(true);
      await openDoor();
      return http.listen({ host: config.host, port: config.port });
    },
    async close() {
      await door?.close();
      await worker?.close();
      await closeAll(closing, http, streams, { feed, database, identity });
    },
  };
}

/** What follows from the writes of a transaction, before it is committed. */
async function followWrites(scope: Scope): Promise<void> {
  await reschedule(scope);
  await keepPromises(scope);
}

function wordsOf(log: Logger): Platform['log'] {
  return {
    info: (message) => log.info(message),
    warn: (message) => log.warn(message),
    error: (error, message) => log.error({ err: error }, message),
  };
}

function mountDocument(http: FastifyInstance): void {
  let document: object | null = null;
  http.get('/api/openapi.json', async () => {
    document ??= openApiDocument(api, { version: '0.1.0' });
    return document;
  });
}

/** Takes mail over SMTP where it is told to. */
async function openMailDoor(
  { inboundSmtp }: Config,
  signing: MailSigning | null,
  { log, take }: Pick<Platform, 'log'> & { readonly take: ReturnType<typeof mailTaker> },
): Promise<SmtpListener | null> {
  if (signing === null || inboundSmtp === null) return null;
  return listenForMail({
    ...inboundSmtp,
    mostBytes: largestMail,
    accepts: (address) => isOurs(address, signing),
    take,
    onError: (error) => log.error(error, 'a mail could not be taken'),
  });
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
