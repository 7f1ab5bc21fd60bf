import { accounts } from '@evenkeel/contract/accounts';
import { bulk } from '@evenkeel/contract/bulk';
import { deals } from '@evenkeel/contract/deals';
import { describe, expect, test } from 'vitest';
import { startTestApp } from '../../test/app.ts';

const app = await startTestApp();
const owner = await app.client();

async function makeAccounts(...names: string[]) {
  const made = [];
  for (const name of names) made.push(await owner.call(accounts.create, { body: { name } }));
  return made;
}

const sectorOf = async (id: (typeof accounts.get)['params']['_output']['id']) =>
  (await owner.call(accounts.get, { params: { id } })).sector;

describe('many records at once', () => {
  test('are changed in one go, and back by the same call on the versions that were made', async () => {
    const made = await makeAccounts('A', 'B', 'C');
    const rows = made.map(({ id, version }) => ({ id, version, change: { sector: 'Food' } }));
    const written = await owner.call(bulk.update, { body: { kind: 'account', rows } });
    expect(written.rows).toEqual(made.map(({ id, version }) => ({ id, version: version + 1 })));
    expect(await Promise.all(made.map(({ id }) => sectorOf(id)))).toEqual(['Food', 'Food', 'Food']);
    const back = written.rows.map((row) => ({ ...row, change: { sector: null } }));
    await owner.call(bulk.update, { body: { kind: 'account', rows: back } });
    expect(await Promise.all(made.map(({ id }) => sectorOf(id)))).toEqual([null, null, null]);
  });

  test('stay as they are when one of them is refused, and each that is refused is named', async () => {
    const made = await makeAccounts('Fresh', 'Stale', 'Its own parent');
    const [fresh, stale, looped] = made;
    if (!fresh || !stale || !looped) throw new Error('three accounts were made');
    const refused = await owner.refused(bulk.update, {
      body: {
        kind: 'account',
        rows: [
          { id: fresh.id, version: fresh.version, change: { sector: 'Food' } },
          { id: stale.id, version: stale.version + 4, change: { sector: 'Food' } },
          { id: looped.id, version: looped.version, change: { parentId: looped.id } },
        ],
      },
    });
    expect(refused.detail).toBe('2 of 3 could not be changed, so none was.');
    expect(refused.issues).toMatchObject([
      { path: ['rows', 1], code: 'stale-version', message: expect.stringContaining('Stale: ') },
      { path: ['rows', 2, 'parentId'], message: expect.stringContaining('Its own parent: ') },
    ]);
    expect(await sectorOf(fresh.id)).toBeNull();
  });

  test('follow the rules of their kind: a deal cannot end before it begins', async () => {
    const deal = await owner.call(deals.create, { body: { name: 'Depots' } });
    const change = { deliveryStartOn: '2026-03-01', deliveryEndOn: '2026-02-01' } as never;
    const refused = await owner.refused(bulk.update, {
      body: { kind: 'deal', rows: [{ id: deal.id, version: deal.version, change }] },
    });
    expect(refused.issues[0]?.path).toEqual(['rows', 0, 'deliveryEndOn']);
  });

  test('go to the trash together and come back together', async () => {
    const made = await makeAccounts('D', 'E');
    const ids = made.map(({ id }) => id);
    await owner.call(bulk.remove, { body: { kind: 'account', ids } });
    const listed = async () =>
      (await owner.call(accounts.list)).rows.filter(({ id }) => ids.includes(id)).length;
    expect(await listed()).toBe(0);
    await owner.call(bulk.restore, { body: { kind: 'account', ids } });
    expect(await listed()).toBe(2);
  });
});
