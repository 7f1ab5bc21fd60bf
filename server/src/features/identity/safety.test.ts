import { api } from '@evenkeel/contract';
import { identity } from '@evenkeel/contract/identity';
import { members } from '@evenkeel/contract/members';
import { workspaces } from '@evenkeel/contract/workspaces';
import { beforeAll, expect, it } from 'vitest';
import { startTestApp } from '../../test/app.ts';
import { openBrowser } from '../../test/browser.ts';

const { app, mails } = await startTestApp({ EVENKEEL_URL: 'https://evenkeel.example.com' });
const owner = { name: 'Ada Lovelace', email: 'ada@example.com', password: 'kite over the lake' };
const credentials = { email: owner.email, password: owner.password };
const workspace = {
  name: 'Analytical Engines',
  currency: 'EUR',
  timeZone: 'Europe/London',
  strategicShareTarget: 2_000,
};
const home = openBrowser(app, { 'x-test-address': '10.0.0.1' });

beforeAll(async () => {
  await home.call(workspaces.setUp, { body: { workspace, owner } });
});

async function mailTo(address: string, count: number) {
  await expect.poll(() => mails.filter(({ to }) => to === address).length).toBe(count);
  const mail = mails.filter(({ to }) => to === address).at(-1);
  if (!mail) throw new Error('no mail');
  return mail;
}

it('sends cookies over https only where the public address is https', async () => {
  await home.call(identity.signIn, { body: credentials });
  const [cookie = ''] = home.setCookies();
  expect(cookie).toMatch(/^__Secure-evenkeel\.session_token=/);
  expect(cookie).toMatch(/; HttpOnly; Secure; SameSite=Lax$/);
});

it('refuses a second first visit', async () => {
  const other = { ...owner, email: 'eve@example.com' };
  const refused = await openBrowser(app, { 'x-test-address': '10.0.0.9' }).refused(
    workspaces.setUp,
    { body: { workspace, owner: other } },
  );
  expect(refused.code).toBe('not-allowed');
});

it('locks out who guesses a password, with the time to wait, but not the owner elsewhere', async () => {
  const guesser = openBrowser(app, { 'x-test-address': '10.6.6.6' });
  for (let turn = 0; turn < 10; turn += 1) {
    const body = { email: owner.email, password: `guess number ${turn}` };
    expect((await guesser.refused(identity.signIn, { body })).code).toBe('wrong-credentials');
  }
  const locked = await guesser.refused(identity.signIn, { body: credentials });
  expect(locked).toMatchObject({ status: 429, code: 'too-many-requests' });
  expect(locked.detail).toBe('Too many attempts. Try again in 15 minutes.');
  expect(Number(guesser.header('retry-after'))).toBeGreaterThan(890);
  await home.call(identity.signIn, { body: credentials });
});

it('forgets wrong passwords after the right one', async () => {
  const clumsy = openBrowser(app, { 'x-test-address': '10.0.0.2' });
  for (let turn = 0; turn < 30; turn += 1) {
    const isRight = turn % 6 === 5;
    if (isRight) await clumsy.call(identity.signIn, { body: credentials });
    else {
      const body = { ...credentials, password: `slip number ${turn}` };
      expect((await clumsy.refused(identity.signIn, { body })).code).toBe('wrong-credentials');
    }
  }
});

it('refuses every write of another site, whoever is signed in', async () => {
  const writes = Object.values(api)
    .flatMap((noun) => Object.values(noun))
    .filter(({ method }) => method !== 'GET');
  expect(writes.length).toBeGreaterThan(25);
  for (const endpoint of writes) {
    const url = endpoint.path.replaceAll(/:\w+/g, '0199aaaa-0000-7000-8000-000000000000');
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example.com' },
      { origin: 'null' },
      {},
    ]) {
      const response = await app.http.inject({
        method: endpoint.method,
        url,
        headers: { cookie: cookieOf(home), ...headers },
        payload: {},
      });
      expect([endpoint.path, response.json().code]).toEqual([endpoint.path, 'cross-site']);
    }
  }
});

it('lets its own pages and programs with a token or without cookie through', async () => {
  const headers = [
    { 'sec-fetch-site': 'same-origin', cookie: cookieOf(home) },
    { origin: 'https://evenkeel.example.com', cookie: cookieOf(home) },
    { authorization: 'Bearer nothing', 'sec-fetch-site': 'cross-site' },
    {},
  ];
  for (const one of headers) {
    const response = await app.http.inject({
      method: 'DELETE',
      url: '/api/v1/api-tokens/0199aaaa-0000-7000-8000-000000000000',
      headers: one,
    });
    expect(response.json().code).not.toBe('cross-site');
  }
});

it('gives a new password by mail, once, and ends every session', async () => {
  const visitor = openBrowser(app, { 'x-test-address': '10.0.0.3' });
  await visitor.call(identity.requestReset, { body: { email: 'ADA@example.com' } });
  const mail = await mailTo(owner.email, 1);
  const [, token = ''] = /reset-password#(\S+)/.exec(mail.text) ?? [];
  const next = 'a brand new sentence';
  const weak = await visitor.refused(identity.resetPassword, { body: { token, password: 'weak' } });
  expect(weak.code).toBe('invalid-input');
  await visitor.call(identity.resetPassword, { body: { token, password: next } });
  expect((await home.refused(identity.logins)).code).toBe('not-signed-in');
  const again = await visitor.refused(identity.resetPassword, { body: { token, password: next } });
  expect(again.code).toBe('expired');
  expect((await visitor.refused(identity.signIn, { body: credentials })).code).toBe(
    'wrong-credentials',
  );
  await home.call(identity.signIn, { body: { ...credentials, password: next } });
});

it('says nothing about an address without a login, and limits how often it is asked', async () => {
  const visitor = openBrowser(app, { 'x-test-address': '10.0.0.4' });
  const body = { email: 'nobody@example.com' };
  for (let turn = 0; turn < 5; turn += 1) {
    expect(await visitor.call(identity.requestReset, { body })).toEqual({});
  }
  const limited = await visitor.refused(identity.requestReset, { body });
  expect(limited.code).toBe('too-many-requests');
  expect(mails.filter(({ to }) => to === body.email)).toEqual([]);
});

it('changes an address by a link to the new one, with the password, once, and tells the old one', async () => {
  // As the test of the reset has left it.
  const newPassword = 'a brand new sentence';
  const browser = openBrowser(app, { 'x-test-address': '10.0.0.21' });
  await browser.call(identity.signIn, { body: { email: owner.email, password: newPassword } });
  const newAddress = 'lovelace@example.com';
  const ask = (password: string) => ({ body: { email: newAddress, password } });
  const refused = await browser.refused(identity.requestEmailChange, ask('not it at all'));
  expect(refused.issues).toMatchObject([{ path: ['password'] }]);
  await browser.call(identity.requestEmailChange, ask(newPassword));
  const link = /confirm-email#(\S+)/.exec((await mailTo(newAddress, 1)).text)?.[1] ?? '';
  expect((await browser.call(identity.session)).user?.email).toBe(owner.email);

  const stranger = openBrowser(app, { 'x-test-address': '10.0.0.22' });
  for (const wrong of [`${link}x`, link.slice(5), link.split('.')[0] ?? ''])
    expect(
      await stranger.refused(identity.confirmEmailChange, { body: { link: wrong } }),
    ).toMatchObject({
      code: 'expired',
    });
  const done = await stranger.call(identity.confirmEmailChange, { body: { link } });
  expect(done.email).toBe(newAddress);
  expect((await browser.call(identity.session)).user?.email).toBe(newAddress);
  const { rows } = await browser.call(members.list);
  expect(rows.map(({ email }) => email)).toContain(newAddress);
  const again = await stranger.refused(identity.confirmEmailChange, { body: { link } });
  expect(again.code).toBe('expired');
  await stranger.refused(identity.signIn, { body: { email: owner.email, password: newPassword } });
  await stranger.call(identity.signIn, { body: { email: newAddress, password: newPassword } });
});

it('limits guessing of links', async () => {
  const guesser = openBrowser(app, { 'x-test-address': '10.0.0.5' });
  const codes = new Set<string>();
  for (let turn = 0; turn <= 60; turn += 1) {
    const body = { token: `guess-number-${turn}-and-some-more` };
    codes.add((await guesser.refused(members.showOffer, { body })).code);
  }
  expect([...codes]).toEqual(['expired', 'too-many-requests']);
});

it('limits guessing of API tokens, and never those that are right', async () => {
  const codes = new Set<string>();
  for (let turn = 0; turn <= 60; turn += 1) {
    const response = await app.http.inject({
      url: '/api/v1/workspace',
      remoteAddress: '10.0.0.6',
      headers: { authorization: `Bearer evenkeel_${turn}` },
    });
    codes.add(response.json().code);
  }
  expect([...codes]).toEqual(['not-signed-in', 'too-many-requests']);
});

function cookieOf(browser: typeof home): string {
  return [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}
