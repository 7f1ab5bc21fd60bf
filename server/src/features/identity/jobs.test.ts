import { expect, it } from 'vitest';
import { createTestDatabase } from '../../test/database.ts';
import { asOwner, createMember, createWorkspace } from '../../test/factories.ts';
import { forgetExpired } from './jobs.ts';

it('forgets sessions, links and attempts an hour after their end, and keeps the others', async () => {
  const { url, drop } = await createTestDatabase();
  const { userId } = await createMember(url, await createWorkspace(url));
  await asOwner(url, async (client) => {
    for (const [name, end] of [
      ['old', `now() - interval '2 hours'`],
      ['new', `now() + interval '2 hours'`],
    ] as const) {
      await client.query(
        `insert into identity.session (id, user_id, token, expires_at)
         values (gen_random_uuid(), $1, $2, ${end})`,
        [userId, name],
      );
      await client.query(
        `insert into identity.verification (id, identifier, value, expires_at)
         values (gen_random_uuid(), $1, $1, ${end})`,
        [name],
      );
      await client.query(
        `insert into identity.attempt (key, count, resets_at) values ($1, 1, ${end})`,
        [name],
      );
    }
    expect(await forgetExpired(client)).toEqual({ session: 1, verification: 1, attempt: 1 });
    const left = await client.query(
      `select token as name from identity.session union all
       select identifier from identity.verification union all select key from identity.attempt`,
    );
    expect(left.rows.map(({ name }) => name)).toEqual(['new', 'new', 'new']);
  });
  await drop();
});
