import { identity } from '@evenkeel/contract/identity';
import { apiTokens, members } from '@evenkeel/contract/members';
import { workspaces } from '@evenkeel/contract/workspaces';
import { afterAll, expect, it } from 'vitest';
import { createApp } from '../../app.ts';
import { readConfig } from '../../config.ts';
import { migrateToLatest } from '../../platform/db/migrate.ts';
import { openBrowser } from '../../test/browser.ts';
import { createBareDatabase } from '../../test/database.ts';
import { asOwner } from '../../test/factories.ts';

/** An owner as hosting providers give it: no superuser, and row-level security holds for it too. */
async function hostedDatabase(): Promise<string> {
  const database = await createBareDatabase();
  afterAll(() => database.drop());
  const name = new URL(database.url).pathname.slice(1);
  await asOwner(database.url, async (client) => {
    await client.query(`do $$ begin
      if not exists (select from pg_roles where rolname = 'hosted_owner') then
        create role hosted_owner login password 'hosted' nosuperuser nobypassrls createrole;
      end if;
    end $$`);
    await client.query(
      'grant evenkeel_app, evenkeel_client, evenkeel_identity, evenkeel_search to hosted_owner with admin option',
    );
    await client.query(`alter database ${name} owner to hosted_owner`);
  });
  const url = new URL(database.url);
  url.username = 'hosted_owner';
  url.password = 'hosted';
  return url.href;
}

it('signs in, invites and proves tokens where the owner of the database is no superuser', async () => {
  const url = await hostedDatabase();
  await migrateToLatest(url);
  const config = readConfig({ LOG_LEVEL: 'fatal', EVENKEEL_POOL_SIZE: '3' });
  const app = await createApp({ config, databaseUrl: url, directUrl: url });
  afterAll(() => app.close());
  const password = 'kite over the lake';
  const owner = openBrowser(app);
  await owner.call(workspaces.setUp, {
    body: {
      workspace: { name: 'Firm', currency: 'EUR', timeZone: 'UTC', strategicShareTarget: 2_000 },
      owner: { name: 'Ada', email: 'ada@example.com', password },
    },
  });
  const { link } = await owner.call(members.invite, {
    body: { email: 'grace@example.com', role: 'member' },
  });
  const guest = openBrowser(app);
  await guest.call(members.acceptOffer, {
    body: { token: link.split('#')[1] ?? '', login: { name: 'Grace', password } },
  });
  await guest.call(identity.signIn, { body: { email: 'grace@example.com', password } });
  expect((await guest.call(identity.session)).member?.role).toBe('member');
  expect((await owner.call(members.list)).rows.map(({ name }) => name)).toEqual(['Ada', 'Grace']);
  const { secret } = await guest.call(apiTokens.create, {
    body: { name: 'script', scope: 'read', expiresInDays: null },
  });
  const program = openBrowser(app, { authorization: `Bearer ${secret}` });
  expect((await program.call(workspaces.get)).name).toBe('Firm');
});
