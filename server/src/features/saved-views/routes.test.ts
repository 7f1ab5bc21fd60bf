import { savedViews } from '@evenkeel/contract/saved-views';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';

const app = await startTestApp();
let owner: Client;
let member: Client;
let viewer: Client;
const state = { search: 'foods', filters: [], sort: [], columns: {}, density: 'normal' };

beforeAll(async () => {
  owner = await app.client();
  member = await app.client({ role: 'member', workspaceOf: owner });
  viewer = await app.client({ role: 'viewer', workspaceOf: owner });
});

const namesFor = async (client: Client) =>
  (await client.call(savedViews.list, { query: { list: 'deals' } })).rows.map(({ name }) => name);

describe('a saved view', () => {
  test('is seen by its owner alone, until it is shared', async () => {
    const view = await member.call(savedViews.create, {
      body: { list: 'deals', name: 'Mine', state },
    });
    expect(view).toMatchObject({ state, isShared: false, isDefault: false, list: 'deals' });
    expect(await namesFor(member)).toEqual(['Mine']);
    expect(await namesFor(owner)).toEqual([]);
    const params = { id: view.id };
    const stolen = await owner.refused(savedViews.update, {
      params,
      version: view.version,
      body: { name: 'Ours' },
    });
    expect(stolen.code).toBe('not-found');
    await member.call(savedViews.update, {
      params,
      version: view.version,
      body: { isShared: true, name: 'Ours' },
    });
    expect(await namesFor(viewer)).toEqual(['Ours']);
    await owner.call(savedViews.remove, { params });
    expect(await namesFor(viewer)).toEqual([]);
    await owner.call(savedViews.restore, { params });
    expect(await namesFor(viewer)).toEqual(['Ours']);
  });

  test('is kept by viewers for themselves', async () => {
    const body = { list: 'accounts', name: 'Mine', state };
    await viewer.call(savedViews.create, { body });
    const refused = await viewer.refused(savedViews.create, { body: { ...body, isShared: true } });
    expect(refused.code).toBe('not-allowed');
  });

  test('opens its list for one member or for all: one default of each', async () => {
    const make = (client: Client, name: string, isShared: boolean) =>
      client.call(savedViews.create, {
        body: { list: 'goals', name, state, isShared, isDefault: true },
      });
    await make(member, 'A', false);
    await make(member, 'B', false);
    await make(owner, 'C', true);
    const { rows } = await member.call(savedViews.list, { query: { list: 'goals' } });
    expect(rows.filter((row) => row.isDefault).map(({ name }) => name)).toEqual(['B', 'C']);
  });
});
