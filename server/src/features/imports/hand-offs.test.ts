import { deals } from '@evenkeel/contract/deals';
import { handOffs } from '@evenkeel/contract/hand-offs';
import { imports } from '@evenkeel/contract/imports';
import { calendarDate } from '@evenkeel/core/calendar-date';
import { expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';
import { addFile } from './sales-files.fixture.ts';

const app = await startTestApp();

const file = `Opportunity ID,Deal name,Stage,Close date,Value,Contract signed on,Loss reason
A1,Old win,Won,2024-03-01,1000,2024-03-01,
A2,Fresh win,Won,2026-03-01,2000,2026-03-02,
A3,Unsigned win,Won,2026-03-05,3000,,
A4,Lost to price,Lost,2026-02-01,4000,,Price
A5,Lost as well,Lost,2026-02-02,5000,,Price
`;

async function imported(client: Client, body: { handOffsFrom?: never } | object) {
  const { id } = await client.call(imports.create);
  await addFile(client, id, { name: 'deals.csv', bytes: file });
  await client.call(imports.run, { params: { id }, body });
  for (;;) {
    const found = await client.call(imports.get, { params: { id } });
    if (found.state !== 'running') return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('won and signed deals that come in flood no inbox: none is proposed unless a day is given', async () => {
  const manager = await app.client();
  expect((await imported(manager, {})).failure).toBeNull();
  expect((await manager.call(handOffs.list)).rows).toEqual([]);
});

test('with a day, those signed since then are proposed, and undoing the import takes them back', async () => {
  const manager = await app.client();
  const run = await imported(manager, { handOffsFrom: calendarDate('2026-01-01') });
  expect(run).toMatchObject({ state: 'done', failure: null });
  const { rows } = await manager.call(handOffs.list);
  expect(rows.map(({ deal }) => deal.name)).toEqual(['Fresh win']);
  await manager.call(imports.undo, { params: { id: run.id } });
  expect((await manager.call(handOffs.list)).rows).toEqual([]);
});

test('reasons that come as text become those of the list, and are found again the second time', async () => {
  const manager = await app.client();
  await imported(manager, {});
  const { rows } = await manager.call(deals.list, { query: { outcome: 'lost' } });
  expect(new Set(rows.map(({ reason }) => reason?.id)).size).toBe(1);
  expect(rows[0]?.reason?.name).toBe('Price');
  const { id } = await manager.call(imports.create);
  await addFile(manager, id, { name: 'deals.csv', bytes: file });
  const { counts } = await manager.call(imports.preview, { params: { id } });
  expect(counts.deal).toMatchObject({ create: 0, update: 0, unchanged: 5 });
});
