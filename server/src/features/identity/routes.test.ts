import { identity } from '@evenkeel/contract/identity';
import { workspaces } from '@evenkeel/contract/workspaces';
import { expect, it } from 'vitest';
import { startTestApp } from '../../test/app.ts';
import { openBrowser } from '../../test/browser.ts';
import { asOwner } from '../../test/factories.ts';

const { app, databaseUrl } = await startTestApp();
const owner = { name: 'Ada Lovelace', email: 'ada@example.com', password: 'kite over the lake' };
const credentials = { email: owner.email, password: owner.password };
const workspace = {
  name: 'Analytical Engines',
  currency: 'EUR',
  timeZone: 'Europe/London',
  strategicShareTarget: 2_000,
};
const cookieName = 'evenkeel.session_token';

async function signedIn() {
  const browser = openBrowser(app);
  await browser.call(identity.signIn, { body: credentials });
  return browser;
}

it('makes the first workspace with its owner, who is signed in at once', async () => {
  const browser = openBrowser(app);
  expect(await browser.call(identity.session)).toMatchObject({ isSetUpNeeded: true, user: null });
  await browser.call(workspaces.setUp, { body: { workspace, owner } });
  expect(await browser.call(identity.session)).toMatchObject({
    isSetUpNeeded: false,
    user: { name: 'Ada Lovelace', email: 'ada@example.com', hasTwoFactor: false },
    workspace: { name: 'Analytical Engines', currency: 'EUR', strategicShareTarget: 2_000 },
    member: { role: 'owner', permission: 'own' },
    workspaces: [{ name: 'Analytical Engines', role: 'owner' }],
  });
});

it('keeps a password as Argon2id with the parameters of OWASP, and no other way', async () => {
  const { rows } = await asOwner(databaseUrl, (client) =>
    client.query('select password from identity.account'),
  );
  expect(rows).toHaveLength(1);
  expect(rows[0].password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

it('sends the session in a cookie that scripts and other sites do not get', async () => {
  const browser = openBrowser(app);
  await browser.call(identity.signIn, { body: credentials });
  const [cookie = ''] = browser.setCookies();
  expect(cookie).toMatch(
    /^evenkeel\.session_token=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
  );
});

it('gives a new session on every sign-in and ends the one before it in this browser', async () => {
  const browser = await signedIn();
  const first = browser.cookies.get(cookieName) ?? '';
  await browser.call(identity.signIn, { body: credentials });
  expect(browser.cookies.get(cookieName)).not.toBe(first);
  const thief = openBrowser(app, { cookie: `${cookieName}=${first}` });
  expect(await thief.call(identity.session)).toMatchObject({ user: null });
});

it('takes a cookie with a changed token or signature for no cookie', async () => {
  const browser = await signedIn();
  const value = decodeURIComponent(browser.cookies.get(cookieName) ?? '');
  const [token = '', signature = ''] = value.split('.');
  for (const forged of [
    `${token}x.${signature}`,
    `${token}.AAAA${signature.slice(4)}`,
    token,
    '%',
  ]) {
    const thief = openBrowser(app, { cookie: `${cookieName}=${forged}` });
    expect((await thief.refused(identity.logins)).code).toBe('not-signed-in');
  }
});

it('signs out in this browser, and the old cookie is worth nothing', async () => {
  const browser = await signedIn();
  const old = browser.cookies.get(cookieName) ?? '';
  await browser.call(identity.signOut);
  expect(browser.cookies.has(cookieName)).toBe(false);
  const thief = openBrowser(app, { cookie: `${cookieName}=${old}` });
  expect((await thief.refused(identity.logins)).code).toBe('not-signed-in');
});

it('lists the browsers somebody is signed in with, and ends one of them or all', async () => {
  const here = await signedIn();
  const phone = openBrowser(app, {
    'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) AppleWebKit/605 Safari/604.1',
  });
  await phone.call(identity.signIn, { body: credentials });
  const { rows } = await here.call(identity.logins);
  expect(rows.filter((row) => row.isCurrent)).toMatchObject([
    { browser: 'Firefox on Linux', address: '127.0.0.1' },
  ]);
  const other = rows.find((row) => row.browser === 'Safari on iPhone');
  if (!other) throw new Error('the phone is missing');
  await here.call(identity.endLogin, { params: { id: other.id } });
  expect((await phone.refused(identity.logins)).code).toBe('not-signed-in');

  const tablet = await signedIn();
  await here.call(identity.endAllLogins);
  expect((await here.refused(identity.logins)).code).toBe('not-signed-in');
  expect((await tablet.refused(identity.logins)).code).toBe('not-signed-in');
});

it('changes a password only with the old one, and ends the other sessions', async () => {
  const here = await signedIn();
  const elsewhere = await signedIn();
  const next = 'boats under the moon';
  const wrong = await here.refused(identity.changePassword, {
    body: { current: 'not my password', next },
  });
  expect(wrong.code).toBe('wrong-credentials');
  const weak = await here.refused(identity.changePassword, {
    body: { current: owner.password, next: 'short' },
  });
  expect(weak.issues).toMatchObject([{ path: ['next'], code: 'weak-password' }]);
  await here.call(identity.changePassword, { body: { current: owner.password, next } });
  expect((await here.call(identity.session)).user?.email).toBe(owner.email);
  expect((await elsewhere.refused(identity.logins)).code).toBe('not-signed-in');
  await here.call(identity.changePassword, { body: { current: next, next: owner.password } });
});

it('changes the own name in the workspace and for later', async () => {
  const browser = await signedIn();
  await browser.call(identity.changeName, { body: { name: 'Ada King' } });
  expect((await browser.call(identity.session)).user?.name).toBe('Ada King');
});

it('ends a session that was not used for 30 days', async () => {
  const browser = await signedIn();
  await asOwner(databaseUrl, (client) =>
    client.query(`update identity.session set expires_at = now() - interval '1 second'`),
  );
  expect((await browser.refused(identity.logins)).code).toBe('not-signed-in');
});

it('prolongs a session that is used after a day', async () => {
  const browser = await signedIn();
  await asOwner(databaseUrl, (client) =>
    client.query(`update identity.session set expires_at = now() + interval '10 days'`),
  );
  await browser.call(identity.session);
  expect(browser.setCookies()[0]).toContain('Max-Age=2592000');
  const { rows } = await asOwner(databaseUrl, (client) =>
    client.query(
      `select count(*)::int as prolonged from identity.session where expires_at > now() + interval '29 days'`,
    ),
  );
  expect(rows).toEqual([{ prolonged: 1 }]);
});

it('answers the same to a wrong password and to an unknown address, in similar time', async () => {
  const answers = [];
  const times: Record<string, number> = {};
  for (const email of [owner.email, 'nobody@example.com']) {
    const browser = openBrowser(app, { 'x-test-address': '10.9.9.9' });
    const began = performance.now();
    for (let turn = 0; turn < 4; turn += 1) {
      const refused = await browser.refused(identity.signIn, {
        body: { email, password: `wrong password ${turn}` },
      });
      if (turn === 0) answers.push({ ...refused, requestId: '' });
    }
    times[email] = performance.now() - began;
  }
  expect(answers[0]).toEqual(answers[1]);
  const [known = 0, unknown = 0] = Object.values(times);
  // Both hash once with Argon2id; without that the unknown address would answer ten times as fast.
  expect(unknown).toBeGreaterThan(known / 3);
  expect(unknown).toBeLessThan(known * 3);
});
