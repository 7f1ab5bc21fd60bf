import { accounts } from '@evenkeel/contract/accounts';
import { history } from '@evenkeel/contract/history';
import type { SubjectRef } from '@evenkeel/contract/subjects';
import { tags } from '@evenkeel/contract/tags';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';

const app = await startTestApp();
let owner: Client;
let first: SubjectRef;
let second: SubjectRef;

beforeAll(async () => {
  owner = await app.client();
  const make = async (name: string): Promise<SubjectRef> => {
    const { id } = await owner.call(accounts.create, { body: { name } });
    return { kind: 'account', id };
  };
  first = await make('Harbour Foods');
  second = await make('Velden Energy');
});

const standing = async () => {
  const { rows } = await owner.call(tags.ofKind, { query: { subjectKind: 'account' } });
  return new Map(rows.map(({ subjectId, tagIds }) => [subjectId, tagIds]));
};

describe('tags', () => {
  test('are put on several records and taken off in one go, or not at all (CR-01)', async () => {
    const key = await owner.call(tags.create, { body: { name: 'Key account', colour: 'teal' } });
    const nordic = await owner.call(tags.create, { body: { name: 'Nordic' } });
    const subjects = [first, second];
    const both = await owner.call(tags.apply, {
      body: { subjects, add: [key.id, nordic.id] },
    });
    expect(both).toEqual({ added: 4, removed: 0 });
    const again = await owner.call(tags.apply, {
      body: { subjects, add: [key.id], remove: [nordic.id] },
    });
    expect(again).toEqual({ added: 0, removed: 2 });
    expect(await standing()).toEqual(new Map([first, second].map(({ id }) => [id, [key.id]])));
    const nowhere: SubjectRef = { kind: 'deal', id: first.id };
    const refused = await owner.refused(tags.apply, {
      body: { subjects: [first, nowhere], add: [nordic.id] },
    });
    expect(refused.issues[0]?.path).toEqual(['subjects', 1]);
    expect((await standing()).get(first.id)).toEqual([key.id]);
    const changes = await owner.call(history.list, {
      query: { root: 'account', rootId: first.id },
    });
    expect(changes.rows[0]).toMatchObject({ subject: 'tagging', action: 'delete' });
  });

  test('bear one name each, and two that mean the same are merged', async () => {
    const one = await owner.call(tags.create, { body: { name: 'Banking' } });
    const twin = await owner.refused(tags.create, { body: { name: 'banking' } });
    expect(twin).toMatchObject({ code: 'already-exists', issues: [{ path: ['name'] }] });
    const other = await owner.call(tags.create, { body: { name: 'Banks' } });
    await owner.call(tags.apply, { body: { subjects: [first, second], add: [other.id] } });
    await owner.call(tags.apply, { body: { subjects: [first], add: [one.id] } });
    const merged = await owner.call(tags.merge, {
      params: { id: other.id },
      body: { intoId: one.id },
    });
    expect(merged).toMatchObject({ name: 'Banking', count: 2 });
    expect((await owner.call(tags.list)).rows.map(({ id }) => id)).not.toContain(other.id);
  });

  test('are renamed and deleted by those who manage', async () => {
    const tag = await owner.call(tags.create, { body: { name: 'Temporary' } });
    await owner.call(tags.apply, { body: { subjects: [first], add: [tag.id] } });
    const member = await app.client({ role: 'member', workspaceOf: owner });
    const params = { id: tag.id };
    expect((await member.refused(tags.remove, { params })).code).toBe('not-allowed');
    const renamed = await owner.call(tags.update, {
      params,
      version: tag.version,
      body: { name: 'For now', colour: 'red' },
    });
    expect(renamed).toMatchObject({ name: 'For now', colour: 'red', count: 1 });
    await owner.call(tags.remove, { params });
    expect((await standing()).get(first.id) ?? []).not.toContain(tag.id);
  });
});
