import { accounts } from '@evenkeel/contract/accounts';
import { actions } from '@evenkeel/contract/actions';
import { history } from '@evenkeel/contract/history';
import { people } from '@evenkeel/contract/people';
import { trash } from '@evenkeel/contract/trash';
import { addDays } from '@evenkeel/core/calendar-date';
import { describe, expect, test } from 'vitest';
import { dayIn } from '../../platform/clock.ts';
import { startTestApp } from '../../test/app.ts';

const app = await startTestApp();
const owner = await app.client();
const today = dayIn('Europe/Berlin', new Date());
const account = await owner.call(accounts.create, { body: { name: 'Harbour Freight' } });
const subject = { kind: 'account', id: account.id } as const;
const ada = await owner.call(people.create, { body: { name: 'Ada' } });

describe('actions (ST-41)', () => {
  test('hang on a record, or on nothing, and say when they are overdue', async () => {
    const call = await owner.call(actions.create, {
      body: { name: 'Call about the renewal', subject, ownerId: ada.id, dueOn: addDays(today, -1) },
    });
    expect(call).toMatchObject({
      subject: { ...subject, name: 'Harbour Freight' },
      owner: { name: 'Ada' },
      isOverdue: true,
      doneOn: null,
    });
    const loose = await owner.call(actions.create, { body: { name: 'Order coffee' } });
    expect(loose).toMatchObject({ subject: null, isOverdue: false });
    const onAccount = await owner.call(actions.list, {
      query: { subjectKind: 'account', subjectId: account.id },
    });
    expect(onAccount.rows.map(({ id }) => id)).toEqual([call.id]);
    const adas = await owner.call(actions.list, { query: { ownerId: ada.id, isDone: 'false' } });
    expect(adas.rows.map(({ id }) => id)).toEqual([call.id]);
  });

  test('are ticked off today and taken back, on the record of what they hang on', async () => {
    const action = await owner.call(actions.create, { body: { name: 'Send figures', subject } });
    const ticked = await owner.call(actions.update, {
      params: { id: action.id },
      version: action.version,
      body: { isDone: true },
    });
    expect(ticked).toMatchObject({ doneOn: today, isOverdue: false });
    const open = await owner.call(actions.update, {
      params: { id: action.id },
      version: ticked.version,
      body: { isDone: false },
    });
    expect(open.doneOn).toBeNull();
    const { rows } = await owner.call(history.list, {
      query: { root: 'account', rootId: account.id },
    });
    expect(rows.filter((row) => row.subject === 'action').length).toBeGreaterThanOrEqual(3);
    expect(rows[0]).toMatchObject({ subject: 'action', subjectName: 'Send figures' });
  });

  test('can be moved to another record, or freed from one', async () => {
    const action = await owner.call(actions.create, { body: { name: 'Moves', subject } });
    const moved = await owner.call(actions.update, {
      params: { id: action.id },
      version: action.version,
      body: { subject: { kind: 'person', id: ada.id } },
    });
    expect(moved.subject).toMatchObject({ kind: 'person', name: 'Ada' });
    const freed = await owner.call(actions.update, {
      params: { id: action.id },
      version: moved.version,
      body: { subject: null },
    });
    expect(freed.subject).toBeNull();
    const unknown = { kind: 'deal', id: account.id } as const;
    const refusal = await owner.refused(actions.create, {
      body: { name: 'Lost', subject: unknown },
    });
    expect(refusal.issues[0]?.path).toEqual(['subject']);
  });

  test('go to the trash and come out of it, and viewers only read them', async () => {
    const action = await owner.call(actions.create, { body: { name: 'Not needed' } });
    await owner.call(actions.remove, { params: { id: action.id } });
    expect((await owner.call(trash.list)).rows).toContainEqual(
      expect.objectContaining({ kind: 'action', id: action.id, name: 'Not needed' }),
    );
    const back = await owner.call(actions.restore, { params: { id: action.id } });
    expect(back.deletedAt).toBeNull();
    const viewer = await app.client({ role: 'viewer', workspaceOf: owner });
    expect((await viewer.call(actions.list)).total).toBeGreaterThan(0);
    expect((await viewer.refused(actions.create, { body: { name: 'No' } })).code).toBe(
      'not-allowed',
    );
  });
});
