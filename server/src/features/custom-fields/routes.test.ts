import { accounts } from '@evenkeel/contract/accounts';
import { contacts } from '@evenkeel/contract/contacts';
import { customFields } from '@evenkeel/contract/custom-fields';
import { goals } from '@evenkeel/contract/goals';
import { history } from '@evenkeel/contract/history';
import { leads } from '@evenkeel/contract/leads';
import { plans } from '@evenkeel/contract/plans';
import { tags } from '@evenkeel/contract/tags';
import { calendarDate } from '@evenkeel/core/calendar-date';
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

describe('fields and tags of a goal, a lead and a contact', () => {
  test('are kept and listed like those of an account (CR-01)', async () => {
    const lead = await owner.call(leads.create, { body: { name: 'Ines Duarte' } });
    const contact = await owner.call(contacts.create, { body: { name: 'Jan Holm' } });
    const plan = await owner.call(plans.create, {
      body: {
        name: 'Plan',
        startsOn: calendarDate('2026-01-01'),
        endsOn: calendarDate('2028-12-31'),
      },
    });
    const goal = await owner.call(goals.create, {
      body: { planId: plan.id, name: 'Half the emissions', driver: 'risk' },
    });
    const tag = await owner.call(tags.create, { body: { name: 'For the board' } });
    const subjects = [
      { kind: 'lead', id: lead.id },
      { kind: 'contact', id: contact.id },
      { kind: 'goal', id: goal.id },
    ] as const;
    await owner.call(tags.apply, { body: { subjects: [...subjects], add: [tag.id] } });
    for (const { kind, id } of subjects) {
      const field = await owner.call(customFields.create, {
        body: { kind, name: 'Reported', type: 'boolean' },
      });
      const records = [{ id, values: { [field.id]: true } }];
      await owner.call(customFields.setValues, { body: { kind, records } });
      const values = await owner.call(customFields.values, { query: { kind } });
      expect(values.rows).toEqual([{ subjectId: id, values: { [field.id]: true } }]);
      const taggings = await owner.call(tags.ofKind, { query: { subjectKind: kind } });
      expect(taggings.rows).toEqual([{ subjectId: id, tagIds: [tag.id] }]);
    }
  });
});
