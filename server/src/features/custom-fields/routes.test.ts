import { accounts } from '@evenkeel/contract/accounts';
import { customFields } from '@evenkeel/contract/custom-fields';
import { history } from '@evenkeel/contract/history';
import type { AccountId } from '@evenkeel/core/id';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';

const app = await startTestApp();
let owner: Client;
let first: AccountId;
let second: AccountId;

beforeAll(async () => {
  owner = await app.client();
  first = (await owner.call(accounts.create, { body: { name: 'Harbour Foods' } })).id;
  second = (await owner.call(accounts.create, { body: { name: 'Velden Energy' } })).id;
});

const valuesOf = async (id: AccountId) => {
  const { rows } = await owner.call(customFields.values, {
    query: { kind: 'account', subjectId: id },
  });
  return rows[0]?.values ?? {};
};
const set = (records: { id: AccountId; values: Record<string, unknown> }[]) => ({
  body: { kind: 'account' as const, records: records as never },
});

describe('a custom field', () => {
  test('is set on several records in one go, checked by its type, or not at all (issue 3)', async () => {
    const region = await owner.call(customFields.create, {
      body: {
        kind: 'account',
        name: 'Region',
        type: 'choice',
        choices: [
          { id: 'n', name: 'North' },
          { id: 's', name: 'South' },
        ],
      },
    });
    const score = await owner.call(customFields.create, {
      body: { kind: 'account', name: 'Score', type: 'number' },
    });
    expect([region.position, score.position]).toEqual([0, 1]);
    await owner.call(
      customFields.setValues,
      set([
        { id: first, values: { [region.id]: 'n', [score.id]: 4.5 } },
        { id: second, values: { [region.id]: 's' } },
      ]),
    );
    expect(await valuesOf(first)).toEqual({ [region.id]: 'n', [score.id]: 4.5 });
    const refused = await owner.refused(
      customFields.setValues,
      set([
        { id: first, values: { [region.id]: 's' } },
        { id: second, values: { [region.id]: 'west' } },
      ]),
    );
    expect(refused.issues[0]).toMatchObject({
      path: ['records', 1, 'values', region.id],
      message: 'Region must be one of its choices',
    });
    expect(await valuesOf(first)).toMatchObject({ [region.id]: 'n' });
    await owner.call(
      customFields.setValues,
      set([{ id: first, values: { [region.id]: 's', [score.id]: null } }]),
    );
    expect(await valuesOf(first)).toEqual({ [region.id]: 's' });
  });

  test('that is deleted leaves a history that can be read, and comes back with its values', async () => {
    const field = await owner.call(customFields.create, {
      body: { kind: 'account', name: 'Since', type: 'date' },
    });
    const write = (value: string) =>
      owner.call(customFields.setValues, set([{ id: first, values: { [field.id]: value } }]));
    await write('2020-01-31');
    await write('2021-01-31');
    await owner.call(customFields.remove, { params: { id: field.id } });
    expect(await valuesOf(first)).not.toHaveProperty(field.id);
    const { rows } = await owner.call(history.list, { query: { root: 'account', rootId: first } });
    expect(rows[0]).toMatchObject({
      subject: 'custom_value',
      subjectName: 'Since',
      fields: [{ field: 'words', before: '2020-01-31', after: '2021-01-31' }],
    });
    await owner.call(customFields.restore, { params: { id: field.id } });
    expect(await valuesOf(first)).toMatchObject({ [field.id]: '2021-01-31' });
  });

  test('has a name of its own among those of its kind, and choices where they belong', async () => {
    const twin = await owner.refused(customFields.create, {
      body: { kind: 'account', name: 'region', type: 'text' },
    });
    expect(twin.code).toBe('already-exists');
    const bare = await owner.refused(customFields.create, {
      body: { kind: 'deal', name: 'Size', type: 'choice' },
    });
    expect(bare.issues[0]?.path).toEqual(['choices']);
    const stranger = await app.client();
    expect((await stranger.call(customFields.list)).rows).toEqual([]);
    const member = await app.client({ role: 'member', workspaceOf: owner });
    const refused = await member.refused(customFields.create, {
      body: { kind: 'deal', name: 'Size', type: 'text' },
    });
    expect(refused.code).toBe('not-allowed');
  });
});
