import type { MemberRole } from '@evenkeel/contract/identity';
import { identity } from '@evenkeel/contract/identity';
import { apiTokens, members } from '@evenkeel/contract/members';
import { workspaces } from '@evenkeel/contract/workspaces';
import { beforeAll, expect, it } from 'vitest';
import { startTestApp } from '../../test/app.ts';
import { openBrowser, type TestBrowser } from '../../test/browser.ts';
import { asOwner } from '../../test/factories.ts';

const { app, databaseUrl, mails, client } = await startTestApp();
const password = 'kite over the lake';
const owner = openBrowser(app);

beforeAll(async () => {
  await owner.call(workspaces.setUp, {
    body: {
      workspace: {
        name: 'Analytical Engines',
        currency: 'EUR',
        timeZone: 'Europe/London',
        strategicShareTarget: 2_000,
      },
      owner: { name: 'Ada Lovelace', email: 'ada@example.com', password },
    },
  });
});

async function tokenFor(email: string, role: MemberRole): Promise<string> {
  const made = await owner.call(members.invite, { body: { email, role } });
  return made.link.split('#')[1] ?? '';
}

async function join(email: string, role: MemberRole): Promise<TestBrowser> {
  const browser = openBrowser(app);
  const token = await tokenFor(email, role);
  await browser.call(members.acceptOffer, {
    body: { token, login: { name: email.split('@')[0] ?? '', password } },
  });
  return browser;
}

async function memberOf(email: string) {
  const { rows } = await owner.call(members.list);
  const found = rows.find((row) => row.email === email);
  if (!found) throw new Error(`${email} is no member`);
  return found;
}

it('invites by mail, shows the link once, and lets a new login in with the role offered', async () => {
  const made = await owner.call(members.invite, {
    body: { email: 'Charles@Example.com', role: 'manager' },
  });
  expect(made).toMatchObject({
    invitation: { email: 'charles@example.com', role: 'manager', invitedBy: 'Ada Lovelace' },
    isMailed: true,
  });
  await expect.poll(() => mails.map(({ to }) => to)).toContain('charles@example.com');
  const mail = mails.find(({ to }) => to === 'charles@example.com');
  expect(mail?.subject).toBe('Ada Lovelace invites you to Analytical Engines');
  expect(mail?.text).toContain(made.link);
  const token = made.link.split('#')[1] ?? '';

  const browser = openBrowser(app);
  expect(await browser.call(members.showOffer, { body: { token } })).toEqual({
    workspaceName: 'Analytical Engines',
    email: 'charles@example.com',
    role: 'manager',
    invitedBy: 'Ada Lovelace',
    hasLogin: false,
  });
  await browser.call(members.acceptOffer, {
    body: { token, login: { name: 'Charles Babbage', password } },
  });
  expect(await browser.call(identity.session)).toMatchObject({
    user: { name: 'Charles Babbage' },
    member: { role: 'manager', permission: 'manage' },
  });
  const again = await openBrowser(app).refused(members.showOffer, { body: { token } });
  expect(again.code).toBe('expired');
  expect((await owner.call(members.invitations)).rows).toEqual([]);
});

it('keeps nothing of a link but its hash, out of reach of the server', async () => {
  const token = await tokenFor('hash@example.com', 'viewer');
  const everything = await asOwner(databaseUrl, async (connection) => {
    const found: unknown[] = [];
    for (const table of ['invitation', 'change', 'idempotency', 'identity.proof']) {
      found.push((await connection.query(`select * from ${table}`)).rows);
    }
    return JSON.stringify(found);
  });
  expect(everything).toContain('hash@example.com');
  expect(everything).not.toContain(token);
  await expect(
    asOwner(databaseUrl, async (connection) => {
      await connection.query('set role evenkeel_app');
      await connection.query('select * from identity.proof');
    }),
  ).rejects.toThrow('permission denied for table proof');
});

it('renews an invitation: the earlier link stops working', async () => {
  const first = await tokenFor('renewed@example.com', 'viewer');
  const second = await tokenFor('renewed@example.com', 'member');
  const visitor = openBrowser(app);
  expect((await visitor.refused(members.showOffer, { body: { token: first } })).code).toBe(
    'expired',
  );
  expect(await visitor.call(members.showOffer, { body: { token: second } })).toMatchObject({
    role: 'member',
  });
});

it('closes an invitation that expired or was taken back', async () => {
  const visitor = openBrowser(app);
  const late = await tokenFor('late@example.com', 'viewer');
  await asOwner(databaseUrl, (connection) =>
    connection.query(
      `update invitation set expires_at = now() - interval '1 minute' where email = 'late@example.com'`,
    ),
  );
  const expired = await visitor.refused(members.acceptOffer, {
    body: { token: late, login: { name: 'Late', password } },
  });
  expect(expired).toMatchObject({ code: 'expired', status: 410 });

  const revoked = await tokenFor('revoked@example.com', 'viewer');
  const { rows } = await owner.call(members.invitations);
  const invitation = rows.find(({ email }) => email === 'revoked@example.com');
  if (!invitation) throw new Error('the invitation is missing');
  await owner.call(members.revokeInvitation, { params: { id: invitation.id } });
  expect((await visitor.refused(members.showOffer, { body: { token: revoked } })).code).toBe(
    'expired',
  );
  const none = await visitor.refused(identity.signIn, {
    body: { email: 'late@example.com', password },
  });
  expect(none.code).toBe('wrong-credentials');
});

it('lets an existing login in with its own password only, and switches between workspaces', async () => {
  const elsewhere = await client();
  await asOwner(databaseUrl, (connection) =>
    connection.query(`update workspace set name = 'Second firm' where id = $1`, [
      elsewhere.member.workspaceId,
    ]),
  );
  const made = await elsewhere.call(members.invite, {
    body: { email: 'ada@example.com', role: 'viewer' },
  });
  const token = made.link.split('#')[1] ?? '';
  const stranger = openBrowser(app);
  expect((await stranger.call(members.showOffer, { body: { token } })).hasLogin).toBe(true);
  const taken = await stranger.refused(members.acceptOffer, {
    body: { token, login: { name: 'Not Ada', password: 'a password of mine' } },
  });
  expect(taken.code).toBe('already-exists');
  const charles = openBrowser(app);
  await charles.call(identity.signIn, { body: { email: 'charles@example.com', password } });
  const notMine = await charles.refused(members.acceptOffer, { body: { token, login: null } });
  expect(notMine.code).toBe('not-allowed');

  await owner.call(members.acceptOffer, { body: { token, login: null } });
  const session = await owner.call(identity.session);
  expect(session).toMatchObject({ workspace: { name: 'Second firm' }, member: { role: 'viewer' } });
  const first = session.workspaces.find(({ name }) => name === 'Analytical Engines');
  if (!first) throw new Error('the first workspace is missing');
  await owner.call(identity.openWorkspace, { body: { workspaceId: first.id } });
  expect((await owner.call(identity.session)).member?.role).toBe('owner');

  const refused = await charles.refused(identity.openWorkspace, {
    body: { workspaceId: elsewhere.member.workspaceId },
  });
  expect(refused.code).toBe('not-found');
});

it('links a new member to the person with the same address', async () => {
  await asOwner(databaseUrl, async (connection) => {
    await connection.query(
      `insert into person (workspace_id, id, name, email)
       select workspace_id, gen_random_uuid(), 'Mary Somerville', 'Mary@example.com'
       from member where email = 'ada@example.com' and role = 'owner'`,
    );
  });
  const mary = await join('mary@example.com', 'member');
  expect((await memberOf('mary@example.com')).person?.name).toBe('Mary Somerville');
  expect((await mary.call(identity.session)).member?.personId).not.toBeNull();
});

it('changes a role, and the next request already obeys it', async () => {
  const browser = await join('rising@example.com', 'viewer');
  expect((await browser.refused(members.invitations)).code).toBe('not-allowed');
  const { id, version } = await memberOf('rising@example.com');
  await owner.call(members.update, { params: { id }, version, body: { role: 'admin' } });
  await browser.call(members.invitations);
  const stale = await owner.refused(members.update, {
    params: { id },
    version,
    body: { role: 'viewer' },
  });
  expect(stale.code).toBe('stale-version');
});

it('lets only owners make, change and remove owners', async () => {
  const admin = await join('admin@example.com', 'admin');
  const ada = await memberOf('ada@example.com');
  const own = await memberOf('admin@example.com');
  const attempts = [
    admin.refused(members.invite, { body: { email: 'x@example.com', role: 'owner' } }),
    admin.refused(members.remove, { params: { id: ada.id } }),
    admin.refused(members.update, {
      params: { id: ada.id },
      version: ada.version,
      body: { state: 'deactivated' },
    }),
    admin.refused(members.update, {
      params: { id: own.id },
      version: own.version,
      body: { role: 'owner' },
    }),
  ];
  for (const refused of await Promise.all(attempts)) expect(refused.code).toBe('not-allowed');
});

it('keeps the last active owner', async () => {
  const { id, version } = await memberOf('ada@example.com');
  const attempts = [
    owner.refused(members.remove, { params: { id } }),
    owner.refused(members.update, { params: { id }, version, body: { state: 'deactivated' } }),
    owner.refused(members.update, { params: { id }, version, body: { role: 'admin' } }),
  ];
  for (const refused of await Promise.all(attempts)) expect(refused.code).toBe('wrong-state');
});

it('shuts a deactivated member out at once, tokens too, and lets them in again', async () => {
  const browser = await join('off@example.com', 'member');
  const { secret } = await browser.call(apiTokens.create, {
    body: { name: 'script', scope: 'read', expiresInDays: null },
  });
  const { id, version } = await memberOf('off@example.com');
  const off = await owner.call(members.update, {
    params: { id },
    version,
    body: { state: 'deactivated' },
  });
  expect((await browser.refused(members.list)).code).toBe('not-signed-in');
  expect(await statusWith(secret)).toBe(401);
  await owner.call(members.update, {
    params: { id },
    version: off.version,
    body: { state: 'active' },
  });
  await browser.call(members.list);
  expect(await statusWith(secret)).toBe(200);
});

it('removes a member but not what they did, and the same address can be invited again', async () => {
  const browser = await join('leaver@example.com', 'member');
  const { id } = await memberOf('leaver@example.com');
  await owner.call(members.remove, { params: { id } });
  expect((await browser.refused(members.list)).code).toBe('not-signed-in');
  const { rows } = await owner.call(members.list);
  expect(rows.map(({ email }) => email)).not.toContain('leaver@example.com');
  const token = await tokenFor('leaver@example.com', 'viewer');
  await browser.call(members.acceptOffer, { body: { token, login: null } });
  expect((await memberOf('leaver@example.com')).id).toBe(id);
});

it('shows a client user no internal page', async () => {
  const browser = await join('client@example.com', 'client');
  expect((await browser.call(identity.session)).member).toMatchObject({
    role: 'client',
    permission: 'signed-in',
  });
  expect((await browser.refused(members.list)).code).toBe('not-allowed');
  expect((await browser.refused(workspaces.get)).code).toBe('not-allowed');
});

it('makes API tokens that narrow their member, shows the secret once, and revokes them', async () => {
  const made = await owner.call(apiTokens.create, {
    body: { name: 'Reports', scope: 'read', expiresInDays: 30 },
    headers: { 'idempotency-key': 'token-key' },
  });
  expect(made.secret).toMatch(/^evenkeel_[\w-]{43}$/);
  const headers = { authorization: `Bearer ${made.secret}` };
  const program = openBrowser(app, headers);
  await program.call(workspaces.get);
  expect((await program.refused(members.invitations)).code).toBe('not-allowed');
  const more = await program.refused(apiTokens.create, {
    body: { name: 'More', scope: 'admin', expiresInDays: null },
  });
  expect(more.code).toBe('not-allowed');
  const rename = await program.refused(identity.changeName, { body: { name: 'Hacked' } });
  expect(rename.code).toBe('not-allowed');

  const { rows } = await owner.call(apiTokens.list);
  const listed = rows.find(({ id }) => id === made.token.id);
  expect(listed).toMatchObject({
    name: 'Reports',
    scope: 'read',
    member: { name: 'Ada Lovelace' },
  });
  await expect
    .poll(
      async () =>
        (await owner.call(apiTokens.list)).rows.find(({ id }) => id === made.token.id)?.lastUsedAt,
    )
    .not.toBeNull();
  const kept = await asOwner(databaseUrl, (connection) =>
    connection.query('select to_jsonb(i)::text as row from idempotency i'),
  );
  expect(JSON.stringify(kept.rows)).not.toContain(made.secret);

  await owner.call(apiTokens.revoke, { params: { id: made.token.id } });
  expect(await statusWith(made.secret)).toBe(401);
});

it('ends an API token at its date', async () => {
  const made = await owner.call(apiTokens.create, {
    body: { name: 'Short', scope: 'admin', expiresInDays: 1 },
  });
  expect(await statusWith(made.secret)).toBe(200);
  await asOwner(databaseUrl, (connection) =>
    connection.query(`update api_token set expires_at = now() where name = 'Short'`),
  );
  expect(await statusWith(made.secret)).toBe(401);
});

async function statusWith(secret: string): Promise<number> {
  const response = await app.http.inject({
    url: '/api/v1/workspace',
    headers: { authorization: `Bearer ${secret}` },
  });
  return response.statusCode;
}
