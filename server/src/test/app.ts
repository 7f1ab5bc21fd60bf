import {
  addressOf,
  type CallInput,
  type Endpoint,
  type OutputOf,
} from '@evenkeel/contract/endpoint';
import type { Problem } from '@evenkeel/contract/error';
import type { AccountId, ProjectId } from '@evenkeel/core/id';

import { afterAll } from 'vitest';
import { type App, createApp } from '../app.ts';
import { readConfig } from '../config.ts';
import type { Actor } from '../platform/db/scope.ts';
import type { Carrier } from '../platform/mail/mailer.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { createMember, createWorkspace, grantAccess, type TestMember } from './factories.ts';

/** A call, with headers of its own if need be. */
export type TestCall<E extends Endpoint> = CallInput<E> & { headers?: Record<string, string> };

export type Client = {
  readonly member: TestMember;
  /** Calls an endpoint and returns its parsed answer; throws with the problem when refused. */
  call<E extends Endpoint>(endpoint: E, input?: TestCall<E>): Promise<OutputOf<E>>;
  /** Calls an endpoint that must refuse, and returns the problem; throws when it does not. */
  refused<E extends Endpoint>(endpoint: E, input?: TestCall<E>): Promise<Problem>;
};

export type Mail = Parameters<Carrier>[0];

export type TestApp = {
  readonly app: App;
  readonly databaseUrl: string;
  /** The mails sent so far. */
  readonly mails: readonly Mail[];
  /** A client of a new member, in a new workspace unless one is given. */
  client(options?: { role?: Actor['role']; workspaceOf?: Client }): Promise<Client>;
  /** A client of a new client user, who may look at an account or at one project of it. */
  clientUser(access: { of: Client; accountId: AccountId; projectId?: ProjectId }): Promise<Client>;
};

/** The real server on a real database of its own, without a socket. Closed after the test file. */
export async function startTestApp(
  environment: Record<string, string> = {},
  given?: TestDatabase,
): Promise<TestApp> {
  const database = given ?? (await createTestDatabase());
  const config = readConfig({ LOG_LEVEL: 'error', EVENKEEL_POOL_SIZE: '4', ...environment });
  const mails: Mail[] = [];
  const app = await createApp({
    config,
    databaseUrl: database.url,
    directUrl: database.url,
    // With a mail server named, mails go there.
    ...(config.smtpUrl ? {} : { carrier: async (mail: Mail) => void mails.push(mail) }),
  });
  await app.work();
  afterAll(async () => {
    await app.close();
    await database.drop();
  });
  return {
    app,
    databaseUrl: database.url,
    mails,
    async client({ role = 'owner', workspaceOf } = {}) {
      const workspaceId = workspaceOf?.member.workspaceId ?? (await createWorkspace(database.url));
      return clientOf(app, await createMember(database.url, workspaceId, role));
    },
    async clientUser({ of, ...access }) {
      const member = await createMember(database.url, of.member.workspaceId, 'client');
      await grantAccess(database.url, member, access);
      return clientOf(app, member);
    },
  };
}

export function clientOf(app: App, member: TestMember): Client {
  const send = async (endpoint: Endpoint, input: TestCall<Endpoint>) => {
    const { method, body } = endpoint;
    const hasBody = method !== 'GET' && input.body !== undefined && body !== undefined;
    const response = await app.http.inject({
      method,
      url: addressOf(endpoint.path, input),
      headers: {
        authorization: `Bearer ${member.token}`,
        ...(input.version === undefined ? {} : { 'if-match': `"${input.version}"` }),
        ...input.headers,
      },
      // JSON, or the bytes of a file: whatever the endpoint's schema takes.
      ...(hasBody ? { payload: input.body as object } : {}),
    });
    return { isOk: response.statusCode < 300, body: response.json() as unknown };
  };
  return {
    member,
    async call(endpoint, input = {}) {
      const { isOk, body } = await send(endpoint, input);
      if (!isOk) throw new Error(`${endpoint.method} ${endpoint.path}: ${JSON.stringify(body)}`);
      // The answer is checked against the contract, as the browser does.
      return endpoint.output.parse(body) as OutputOf<typeof endpoint>;
    },
    async refused(endpoint, input = {}) {
      const { isOk, body } = await send(endpoint, input);
      if (isOk) throw new Error(`${endpoint.method} ${endpoint.path} was not refused`);
      // A refusal is always problem details.
      return body as Problem;
    },
  };
}
