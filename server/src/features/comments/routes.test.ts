import { accounts } from '@evenkeel/contract/accounts';
import { comments } from '@evenkeel/contract/comments';
import { goals } from '@evenkeel/contract/goals';
import { history } from '@evenkeel/contract/history';
import { plans } from '@evenkeel/contract/plans';
import type { SubjectRef } from '@evenkeel/contract/subjects';
import { calendarDate } from '@evenkeel/core/calendar-date';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';

const app = await startTestApp();
let owner: Client;
let member: Client;
let viewer: Client;
let subject: SubjectRef;

beforeAll(async () => {
  owner = await app.client();
  member = await app.client({ role: 'member', workspaceOf: owner });
  viewer = await app.client({ role: 'viewer', workspaceOf: owner });
  const account = await owner.call(accounts.create, { body: { name: 'Harbour Foods' } });
  subject = { kind: 'account', id: account.id };
});

const on = ({ kind, id }: SubjectRef) => ({ query: { subjectKind: kind, subjectId: id } });

describe('a comment', () => {
  test('is for the team only unless it says otherwise, and names its author and record (U07, PM-14)', async () => {
    const comment = await member.call(comments.create, {
      body: { subject, body: 'They want to move in March. ', mentionIds: [owner.member.memberId] },
    });
    expect(comment).toMatchObject({
      body: 'They want to move in March.',
      isClientVisible: false,
      author: { memberId: member.member.memberId, name: 'Test member' },
      mentions: [{ id: owner.member.memberId, name: 'Test owner' }],
      subject: { kind: 'account', name: 'Harbour Foods', number: 1001, isDeleted: false },
      editedAt: null,
    });
    const { rows } = await viewer.call(comments.list, on(subject));
    expect(rows).toEqual([comment]);
    const mine = { query: { mentions: owner.member.memberId, search: 'march' } };
    expect((await owner.call(comments.list, mine)).rows).toEqual([comment]);
    const changes = await owner.call(history.list, {
      query: { root: 'account', rootId: subject.id },
    });
    expect(changes.rows[0]).toMatchObject({ subject: 'comment', action: 'create' });
  });

  test('is changed by its author alone, on the version they saw', async () => {
    const { id, version } = await member.call(comments.create, {
      body: { subject, body: 'First words' },
    });
    const change = { params: { id }, version, body: { body: 'Second words' } };
    expect((await owner.refused(comments.update, change)).code).toBe('not-allowed');
    const changed = await member.call(comments.update, change);
    expect(changed).toMatchObject({ body: 'Second words', version: version + 1 });
    expect(changed.editedAt).not.toBeNull();
    expect((await member.refused(comments.update, change)).code).toBe('stale-version');
  });

  test('is deleted by its author or an administrator, and taken back', async () => {
    const { id } = await owner.call(comments.create, { body: { subject, body: 'A slip' } });
    expect((await member.refused(comments.remove, { params: { id } })).code).toBe('not-allowed');
    await owner.call(comments.remove, { params: { id } });
    expect((await owner.call(comments.list, on(subject))).rows.map((row) => row.id)).not.toContain(
      id,
    );
    await owner.call(comments.restore, { params: { id } });
    expect((await owner.call(comments.list, on(subject))).rows.map((row) => row.id)).toContain(id);
  });

  test('is read by viewers and written by members', async () => {
    const refused = await viewer.refused(comments.create, { body: { subject, body: 'Hello' } });
    expect(refused.code).toBe('not-allowed');
  });

  test('needs a record that stands, and mentions only those who work here', async () => {
    const nowhere: SubjectRef = { kind: 'deal', id: subject.id };
    const lost = await owner.refused(comments.create, { body: { subject: nowhere, body: 'x' } });
    expect(lost.issues[0]).toMatchObject({ path: ['subject'], code: 'unknown' });
    const stranger = await app.client();
    const body = { subject, body: 'x', mentionIds: [stranger.member.memberId] };
    const unknown = await owner.refused(comments.create, { body });
    expect(unknown.issues[0]).toMatchObject({ path: ['mentionIds', 0], code: 'unknown' });
    const other = await owner.call(accounts.create, { body: { name: 'Gone' } });
    await owner.call(accounts.remove, { params: { id: other.id } });
    const gone = { subject: { kind: 'account' as const, id: other.id }, body: 'x' };
    expect((await owner.refused(comments.create, { body: gone })).code).toBe('wrong-state');
  });

  test('for the client stands only where a client can look (U07)', async () => {
    const plan = await owner.call(plans.create, {
      body: { name: 'P', startsOn: calendarDate('2026-01-01'), endsOn: calendarDate('2026-12-31') },
    });
    const goal = await owner.call(goals.create, {
      body: { planId: plan.id, name: 'Grow', driver: 'growth' },
    });
    const secret = { subject: { kind: 'goal' as const, id: goal.id }, body: 'Aims' };
    const refused = await owner.refused(comments.create, {
      body: { ...secret, isClientVisible: true },
    });
    expect(refused.issues[0]?.path).toEqual(['isClientVisible']);
    expect((await owner.call(comments.create, { body: secret })).isClientVisible).toBe(false);
    const shown = { subject, body: 'Dear client', isClientVisible: true };
    expect((await owner.call(comments.create, { body: shown })).isClientVisible).toBe(true);
  });
});
