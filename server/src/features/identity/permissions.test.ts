import { brandings } from '@evenkeel/contract/branding';
import { clientUsers } from '@evenkeel/contract/client-users';
import { type Endpoint, permissions, type Right } from '@evenkeel/contract/endpoint';
import { identity, type MemberRole, memberRoles } from '@evenkeel/contract/identity';
import { apiTokens, members } from '@evenkeel/contract/members';
import { portalSettings, shareLinks } from '@evenkeel/contract/portal-settings';
import { workspaces } from '@evenkeel/contract/workspaces';
import { beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestCall } from '../../test/app.ts';
import { openBrowser, type TestBrowser } from '../../test/browser.ts';
import { asOwner } from '../../test/factories.ts';

const { app, databaseUrl } = await startTestApp();
const password = 'kite over the lake';
const nobody = '0199aaaa-0000-7000-8000-000000000000';
const wrong = { password: 'not the password' };

const highest: Record<MemberRole, Right> = {
  client: 'signed-in',
  viewer: 'read',
  member: 'write',
  manager: 'manage',
  admin: 'administer',
  owner: 'own',
};

/** Input that is valid and does no harm where the role is allowed. The last call ends the sessions. */
const calls: readonly (readonly [Endpoint, TestCall<Endpoint>])[] = [
  [workspaces.get, {}],
  [workspaces.update, { version: 1_000, body: {} }],
  [workspaces.sidebar, {}],
  [workspaces.foldSidebar, { body: { foldedGroups: [] } }],
  [workspaces.checklist, {}],
  [workspaces.hideChecklist, { body: { isHidden: false } }],
  [members.list, {}],
  [members.update, { params: { id: nobody }, version: 1, body: {} }],
  [members.remove, { params: { id: nobody } }],
  [members.invitations, {}],
  [members.invite, { body: { email: 'somebody@example.com', role: 'viewer' } }],
  [members.revokeInvitation, { params: { id: nobody } }],
  [apiTokens.list, {}],
  [apiTokens.create, { body: { name: 'Any', scope: 'read', expiresInDays: 1 } }],
  [apiTokens.revoke, { params: { id: nobody } }],
  [clientUsers.list, {}],
  [
    clientUsers.invite,
    { body: { email: 'client@example.com', accountId: nobody, projectId: null } },
  ],
  [clientUsers.revokeInvitation, { params: { id: nobody } }],
  [clientUsers.revokeAccess, { params: { id: nobody } }],
  [portalSettings.get, { params: { id: nobody } }],
  [portalSettings.update, { params: { id: nobody }, version: 1, body: {} }],
  [portalSettings.show, { params: { id: nobody }, body: { isVisible: false } }],
  [shareLinks.list, { params: { id: nobody } }],
  [shareLinks.create, { params: { id: nobody }, body: { name: 'Board', language: 'en', days: 7 } }],
  [shareLinks.revoke, { params: { id: nobody } }],
  [brandings.get, {}],
  [brandings.update, { version: 1_000, body: { accent: null } }],
  [
    brandings.putLogo,
    {
      body: Buffer.from('no picture'),
      headers: { 'content-type': 'application/octet-stream' },
    },
  ],
  [brandings.removeLogo, {}],
  [identity.changeName, { body: { name: 'Somebody' } }],
  [identity.changePassword, { body: { current: wrong.password, next: 'another good one' } }],
  [identity.requestEmailChange, { body: { email: 'other@example.com', ...wrong } }],
  [identity.logins, {}],
  [identity.endLogin, { params: { id: nobody } }],
  [identity.startTwoFactor, { body: wrong }],
  [identity.confirmTwoFactor, { body: { code: '123456' } }],
  [identity.stopTwoFactor, { body: wrong }],
  [identity.renewBackupCodes, { body: wrong }],
  [identity.endAllLogins, {}],
];
const browsers = new Map<MemberRole, TestBrowser>();

beforeAll(async () => {
  const owner = openBrowser(app);
  await owner.call(workspaces.setUp, {
    body: {
      workspace: { name: 'Firm', currency: 'EUR', timeZone: 'UTC', strategicShareTarget: 2_000 },
      owner: { name: 'Owner', email: 'owner@example.com', password },
    },
  });
  browsers.set('owner', owner);
  for (const role of memberRoles.filter((one) => one !== 'owner')) {
    const email = `${role}@example.com`;
    const { link } = await owner.call(members.invite, { body: { email, role } });
    const browser = openBrowser(app);
    const token = link.split('#')[1] ?? '';
    await browser.call(members.acceptOffer, { body: { token, login: { name: role, password } } });
    browsers.set(role, browser);
  }
});

it('has a call for every endpoint that is not public', () => {
  const nouns = [
    workspaces,
    members,
    apiTokens,
    identity,
    clientUsers,
    portalSettings,
    shareLinks,
    brandings,
  ];
  const closed = nouns
    .flatMap((noun) => Object.values<Endpoint>(noun))
    .filter(({ permission }) => permission !== 'public');
  expect(new Set(calls.map(([endpoint]) => endpoint))).toEqual(new Set(closed));
});

it.each(memberRoles)('allows a %s what the role may do, and nothing else', async (role) => {
  const browser = browsers.get(role);
  if (!browser) throw new Error(`nobody is a ${role}`);
  for (const [endpoint, input] of calls) {
    const outcome = await outcomeOf(browser, endpoint, input);
    const isAllowed =
      endpoint.permission === 'client'
        ? role === 'client'
        : permissions.indexOf(endpoint.permission) <= permissions.indexOf(highest[role]);
    expect([endpoint.path, endpoint.method, outcome === 'not-allowed']).toEqual([
      endpoint.path,
      endpoint.method,
      !isAllowed,
    ]);
  }
});

it('answers a visitor with not-signed-in and nothing else', async () => {
  for (const [endpoint, input] of calls) {
    expect(await outcomeOf(openBrowser(app), endpoint, input)).toBe('not-signed-in');
  }
});

it('puts no secret and no hash of one into any answer', async () => {
  const owner = openBrowser(app);
  await owner.call(identity.signIn, { body: { email: 'owner@example.com', password } });
  const secrets = await asOwner(databaseUrl, async (client) => {
    const found = await client.query<{ secret: string }>(
      `select hash as secret from identity.proof union all
       select password from identity.account union all
       select token from identity.session union all
       select value from identity.keyring`,
    );
    return found.rows.map(({ secret }) => secret);
  });
  expect(secrets.length).toBeGreaterThan(10);
  const cookie = [...owner.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  for (const [{ method, path }] of calls.filter(([endpoint]) => endpoint.method === 'GET')) {
    const url = path.replace(':id', nobody);
    const { body } = await app.http.inject({ method, url, headers: { cookie } });
    for (const secret of secrets) expect(body).not.toContain(secret);
  }
});

it('lets the working role read nothing of the schema identity, and ask for no user by id', async () => {
  const { rows } = await asOwner(databaseUrl, (client) =>
    client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'identity'`,
    ),
  );
  expect(rows.length).toBeGreaterThan(7);
  const questions = [
    ...rows.map(({ name }) => `select * from ${name}`),
    `select * from identity.memberships(gen_random_uuid())`,
    `select identity.change_email(gen_random_uuid(), 'a@b.example', 'c@d.example')`,
    `select * from identity.live_membership(gen_random_uuid(), null)`,
  ];
  for (const question of questions) {
    const asked = asOwner(databaseUrl, async (client) => {
      await client.query('set role evenkeel_app');
      await client.query(question);
    });
    await expect(asked).rejects.toThrow('permission denied');
  }
});

it('lets the role of sign-in read no business row', async () => {
  const asked = asOwner(databaseUrl, async (client) => {
    await client.query('set role evenkeel_identity');
    await client.query('select * from member');
  });
  await expect(asked).rejects.toThrow('permission denied');
});

async function outcomeOf(
  browser: TestBrowser,
  endpoint: Endpoint,
  input: TestCall<Endpoint>,
): Promise<string> {
  return browser.call(endpoint, input).then(
    () => 'allowed',
    async (error: Error) => {
      const [, code] = /"code":"([a-z-]+)"/.exec(error.message) ?? [];
      if (code === undefined) throw error;
      return code;
    },
  );
}
