import { accounts } from '@evenkeel/contract/accounts';
import { comments } from '@evenkeel/contract/comments';
import { uploads } from '@evenkeel/contract/files';
import { goals } from '@evenkeel/contract/goals';
import { history } from '@evenkeel/contract/history';
import { notifications } from '@evenkeel/contract/notifications';
import { plans } from '@evenkeel/contract/plans';
import { projects } from '@evenkeel/contract/projects';
import type { SubjectRef } from '@evenkeel/contract/subjects';
import { calendarDate } from '@evenkeel/core/calendar-date';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';
import { asOwner } from '../../test/factories.ts';

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

describe('a discussion', () => {
  test('has answers, shown no further than what they answer, and reactions, each once (CL-17, U07)', async () => {
    const project = await owner.call(projects.create, { body: { kind: 'client', name: 'Site' } });
    const about = { kind: 'client-project', id: project.id } as const;
    const asked = await member.call(comments.create, { body: { subject: about, body: 'Ready?' } });
    const answer = { subject: about, body: 'Yes', parentId: asked.id };
    const said = await owner.call(comments.create, { body: answer });
    expect(said).toMatchObject({ parentId: asked.id, isClientVisible: false, isFromClient: false });
    const shown = { ...answer, isClientVisible: true };
    expect((await owner.refused(comments.create, { body: shown })).issues).toMatchObject([
      { path: ['isClientVisible'] },
    ]);
    const elsewhere = { ...answer, subject };
    expect((await owner.refused(comments.create, { body: elsewhere })).issues).toMatchObject([
      { path: ['parentId'] },
    ]);
    const params = { id: asked.id };
    await owner.call(comments.react, { params, body: { reaction: 'agree', isOn: true } });
    await owner.call(comments.react, { params, body: { reaction: 'agree', isOn: true } });
    const liked = await member.call(comments.react, {
      params,
      body: { reaction: 'agree', isOn: true },
    });
    expect(liked.reactions).toMatchObject([
      { reaction: 'agree', members: [{ name: 'Test owner' }, { name: 'Test member' }] },
    ]);
    const taken = await owner.call(comments.react, {
      params,
      body: { reaction: 'agree', isOn: false },
    });
    expect(taken.reactions[0]?.members).toHaveLength(1);
    expect(
      (await viewer.refused(comments.react, { params, body: { reaction: 'done', isOn: true } }))
        .code,
    ).toBe('not-allowed');
  });

  test('carries files, which are seen by whom the comment is seen (CL-19)', async () => {
    const project = await owner.call(projects.create, { body: { kind: 'client', name: 'Files' } });
    const about = { kind: 'client-project', id: project.id } as const;
    const upload = await owner.call(uploads.begin, { body: { byteSize: 0 } });
    const said = await owner.call(comments.create, {
      body: {
        subject: about,
        body: 'Here',
        isClientVisible: true,
        files: [{ uploadId: upload.id, name: 'plan.txt' }],
      },
    });
    expect(said.files).toMatchObject([{ name: 'plan.txt', byteSize: 0 }]);
    const visible = () =>
      asOwner(app.databaseUrl, async (client) => {
        const { rows } = await client.query<{ is_client_visible: boolean }>(
          'select is_client_visible from file where id = $1',
          [said.files[0]?.id],
        );
        return rows[0]?.is_client_visible;
      });
    expect(await visible()).toBe(true);
    const change = { params: { id: said.id }, version: said.version };
    await owner.call(comments.update, { ...change, body: { isClientVisible: false } });
    expect(await visible()).toBe(false);
  });

  test('is heard of by those who follow it, and no longer by those who do not want to (PM-17)', async () => {
    const account = await owner.call(accounts.create, { body: { name: 'Followed' } });
    const about = { kind: 'account', id: account.id } as const;
    const query = { subjectKind: about.kind, subjectId: about.id } as const;
    const heard = async () => {
      const found = await viewer.call(notifications.list, { query: { search: 'Followed' } });
      return found.total;
    };
    expect((await viewer.call(comments.following, { query })).isFollowing).toBe(false);
    await viewer.call(comments.follow, { body: { subject: about, isFollowing: true } });
    expect((await viewer.call(comments.following, { query })).isFollowing).toBe(true);
    await owner.call(comments.create, { body: { subject: about, body: 'First' } });
    expect(await heard()).toBe(1);
    await viewer.call(comments.follow, { body: { subject: about, isFollowing: false } });
    await owner.call(comments.create, { body: { subject: about, body: 'Second' } });
    expect(await heard()).toBe(1);
  });
});
