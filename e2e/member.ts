import { clientUsers } from '@evenkeel/contract/client-users';
import {
  addressOf,
  type CallInput,
  type Endpoint,
  type OutputOf,
} from '@evenkeel/contract/endpoint';
import { members } from '@evenkeel/contract/members';
import { portalSettings } from '@evenkeel/contract/portal-settings';
import { sample } from '@evenkeel/contract/sample';
import { workspaces } from '@evenkeel/contract/workspaces';
import type { ProjectId } from '@evenkeel/core/id';
import type { BrowserContextOptions } from 'playwright-core';

export const password = 'kite over the lake';

/** Somebody signed in: calls the API, and lends a browser their session. */
export type Member = {
  call<E extends Endpoint>(endpoint: E, input?: CallInput<E>): Promise<OutputOf<E>>;
  readonly storageState: Exclude<NonNullable<BrowserContextOptions['storageState']>, string>;
  /** As `name=value`. */
  readonly cookies: readonly string[];
};

/** Makes the first workspace, empty, with its owner. */
export async function setUpFirm(address: string): Promise<Member> {
  const firm = {
    workspace: {
      name: 'Keel & Co',
      currency: 'EUR',
      timeZone: 'Europe/Berlin',
      strategicShareTarget: 2000,
    },
    owner: { name: 'Ada Lovelace', email: 'ada@example.com', password },
  };
  return enter(address, workspaces.setUp, { body: firm });
}

/** Fills the workspace with the sample firm. */
export async function withSample(owner: Member): Promise<Member> {
  await owner.call(sample.load);
  return owner;
}

/** Invites somebody by link and lets them take it. */
export async function inviteMember(
  address: string,
  owner: Member,
  { name, email }: { readonly name: string; readonly email: string },
): Promise<Member> {
  const { link } = await owner.call(members.invite, { body: { email, role: 'manager' } });
  const token = new URL(link).hash.slice(1);
  return enter(address, members.acceptOffer, { body: { token, login: { name, password } } });
}

/** Opens the portal of a client project, invites somebody of its account to it, and lets them take it. */
export async function inviteClientUser(
  address: string,
  firm: Member,
  {
    projectId,
    name,
    email,
  }: { readonly projectId: ProjectId; readonly name: string; readonly email: string },
): Promise<Member> {
  const params = { id: projectId };
  const { version, account, openedAt } = await firm.call(portalSettings.get, { params });
  if (account === null) throw new Error('The project has no account.');
  if (openedAt === null)
    await firm.call(portalSettings.update, { params, version, body: { isOpen: true } });
  const { link } = await firm.call(clientUsers.invite, {
    body: { email, accountId: account.id, projectId },
  });
  const token = new URL(link ?? address).hash.slice(1);
  return enter(address, clientUsers.acceptOffer, { body: { token, login: { name, password } } });
}

/** Calls an endpoint that begins a session. */
async function enter<E extends Endpoint>(
  address: string,
  endpoint: E,
  input: CallInput<E>,
): Promise<Member> {
  const response = await send(address, endpoint, input);
  const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
  return memberWith(address, cookies);
}

/** Somebody whose session has begun. */
export function memberWith(address: string, cookies: readonly string[]): Member {
  return {
    cookies,
    async call(called, calledInput = {}) {
      const answer = await send(address, called, calledInput, cookies.join('; '));
      // Parsed by the endpoint's schema, of which OutputOf is the type.
      return called.output.parse(await answer.json()) as OutputOf<typeof called>;
    },
    storageState: {
      cookies: cookies.map((pair) => cookieOf(pair, address)),
      origins: [],
    },
  };
}

async function send(
  address: string,
  endpoint: Endpoint,
  input: CallInput<Endpoint>,
  cookie = '',
): Promise<Response> {
  const { body = {} } = input;
  const isBinary = body instanceof Uint8Array;
  const response = await fetch(`${address}${addressOf(endpoint.path, input)}`, {
    method: endpoint.method,
    headers: {
      cookie,
      'content-type': isBinary ? 'application/octet-stream' : 'application/json',
      'sec-fetch-site': 'same-origin',
      ...(input.version === undefined ? {} : { 'if-match': `"${input.version}"` }),
    },
    ...(endpoint.method === 'GET'
      ? {}
      : { body: isBinary ? new Uint8Array(body) : JSON.stringify(body) }),
  });
  if (response.ok) return response;
  throw new Error(`${endpoint.method} ${endpoint.path}: ${await response.text()}`);
}

function cookieOf(pair: string, address: string) {
  const [name = ''] = pair.split('=', 1);
  return {
    name,
    value: pair.slice(name.length + 1),
    domain: new URL(address).hostname,
    path: '/',
    expires: -1,
    httpOnly: true,
    secure: false,
    sameSite: 'Lax' as const,
  };
}
