import { identity } from '@evenkeel/contract/identity';
import { workspaces } from '@evenkeel/contract/workspaces';
import { beforeAll, expect, it } from 'vitest';
import { startTestApp } from '../../test/app.ts';
import { openBrowser } from '../../test/browser.ts';
import { asOwner } from '../../test/factories.ts';
import { totpCode } from '../../test/totp.ts';

const { app, databaseUrl } = await startTestApp();
const owner = { name: 'Grace Hopper', email: 'grace@example.com', password: 'nanoseconds of wire' };
const credentials = { email: owner.email, password: owner.password };
const browser = openBrowser(app);
let uri = '';
let backupCodes: readonly string[] = [];

beforeAll(async () => {
  const workspace = {
    name: 'Compilers',
    currency: 'USD',
    timeZone: 'America/New_York',
    strategicShareTarget: 2_500,
  };
  await browser.call(workspaces.setUp, { body: { workspace, owner } });
});

async function passwordGiven() {
  const next = openBrowser(app);
  const answer = await next.call(identity.signIn, { body: credentials });
  expect(answer.needsSecondFactor).toBe(true);
  return next;
}

it('begins with the password, and is on only after a first code', async () => {
  const wrong = await browser.refused(identity.startTwoFactor, {
    body: { password: 'not it, no' },
  });
  expect(wrong.code).toBe('wrong-credentials');
  ({ uri, backupCodes } = await browser.call(identity.startTwoFactor, {
    body: { password: owner.password },
  }));
  expect(uri).toMatch(/^otpauth:\/\/totp\/Evenkeel/);
  expect(backupCodes).toHaveLength(10);
  expect((await browser.call(identity.session)).user?.hasTwoFactor).toBe(false);
  const off = await browser.refused(identity.confirmTwoFactor, { body: { code: '000000' } });
  expect(off.code).toBe('wrong-credentials');
  await browser.call(identity.confirmTwoFactor, { body: { code: totpCode(uri) } });
  expect((await browser.call(identity.session)).user?.hasTwoFactor).toBe(true);
});

it('gives no session for the password alone', async () => {
  const next = await passwordGiven();
  expect(await next.call(identity.session)).toMatchObject({ user: null });
  expect((await next.refused(identity.logins)).code).toBe('not-signed-in');
});

it('signs in with a code of the authenticator app', async () => {
  const next = await passwordGiven();
  const code = totpCode(uri);
  const wrong = code === '123456' ? '654321' : '123456';
  const refused = await next.refused(identity.signInWithCode, {
    body: { kind: 'authenticator', code: wrong },
  });
  expect(refused.code).toBe('wrong-credentials');
  await next.call(identity.signInWithCode, { body: { kind: 'authenticator', code } });
  expect((await next.call(identity.session)).user?.email).toBe(owner.email);
});

it('signs in with each backup code once', async () => {
  const [code = ''] = backupCodes;
  const first = await passwordGiven();
  await first.call(identity.signInWithCode, { body: { kind: 'backup', code } });
  expect((await first.call(identity.session)).user?.email).toBe(owner.email);
  const second = await passwordGiven();
  const again = await second.refused(identity.signInWithCode, { body: { kind: 'backup', code } });
  expect(again.code).toBe('wrong-credentials');
});

it('replaces the backup codes with the password', async () => {
  const renewed = await browser.call(identity.renewBackupCodes, {
    body: { password: owner.password },
  });
  expect(renewed.backupCodes).toHaveLength(10);
  expect(renewed.backupCodes).not.toContain(backupCodes[1]);
  const next = await passwordGiven();
  const old = await next.refused(identity.signInWithCode, {
    body: { kind: 'backup', code: backupCodes[1] ?? '' },
  });
  expect(old.code).toBe('wrong-credentials');
});

it('wants the password again after five wrong codes', async () => {
  const next = await passwordGiven();
  const codes = [];
  for (let turn = 0; turn < 6; turn += 1) {
    const { code } = await next.refused(identity.signInWithCode, {
      body: { kind: 'authenticator', code: `00000${turn}` },
    });
    codes.push(code);
  }
  expect(codes.slice(0, 5)).toEqual(Array(5).fill('wrong-credentials'));
  expect(codes[5]).toBe('expired');
});

it('stores neither the key nor the backup codes in clear', async () => {
  const { rows } = await asOwner(databaseUrl, (client) =>
    client.query('select secret, backup_codes from identity.two_factor'),
  );
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(secret);
  expect(rows[0].backup_codes).not.toContain('-');
});

it('keeps nothing of the key for a repeated Idempotency-Key', async () => {
  const headers = { 'idempotency-key': 'two-factor-key' };
  await browser.call(identity.renewBackupCodes, { body: { password: owner.password }, headers });
  const { rows } = await asOwner(databaseUrl, (client) =>
    client.query('select * from idempotency'),
  );
  expect(rows).toEqual([]);
});

it('is switched off with the password only', async () => {
  const wrong = await browser.refused(identity.stopTwoFactor, { body: { password: 'not it, no' } });
  expect(wrong.code).toBe('wrong-credentials');
  await browser.call(identity.stopTwoFactor, { body: { password: owner.password } });
  const next = openBrowser(app);
  const answer = await next.call(identity.signIn, { body: credentials });
  expect(answer.needsSecondFactor).toBe(false);
});
