import { identity } from '@evenkeel/contract/identity';
import { workspaces } from '@evenkeel/contract/workspaces';
import { expect, it } from 'vitest';
import { startTestApp } from '../../test/app.ts';
import { openBrowser } from '../../test/browser.ts';

const { app, mails } = await startTestApp();
const owner = { name: 'Ada Lovelace', email: 'ada@example.com', password: 'kite over the lake' };
const credentials = { email: owner.email, password: owner.password };
const workspace = {
  name: 'Analytical Engines',
  currency: 'EUR',
  timeZone: 'Europe/London',
  strategicShareTarget: 2_000,
};

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
  expect(mails).toEqual([]);
});

it('signs in with the right password only', async () => {
  const browser = openBrowser(app);
  const wrong = await browser.refused(identity.signIn, {
    body: { ...credentials, password: 'kite under the lake' },
  });
  expect(wrong.code).toBe('wrong-credentials');
  expect(await browser.call(identity.signIn, { body: credentials })).toEqual({
    needsSecondFactor: false,
  });
  expect((await browser.call(identity.session)).user?.email).toBe(owner.email);
});
