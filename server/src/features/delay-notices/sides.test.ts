import { accounts } from '@evenkeel/contract/accounts';
import { clientDuties } from '@evenkeel/contract/client-duties';
import { comparedHours } from '@evenkeel/contract/compared-hours';
import { contacts } from '@evenkeel/contract/contacts';
import { delayNotices } from '@evenkeel/contract/delay-notices';
import { dependencies } from '@evenkeel/contract/dependencies';
import { portalDelayNotices } from '@evenkeel/contract/portal/delay-notices';
import { projects } from '@evenkeel/contract/projects';
import { tasks } from '@evenkeel/contract/tasks';
import { addDays, weekday } from '@evenkeel/core/calendar-date';
import { beforeAll, describe, expect, test } from 'vitest';
import { dayIn } from '../../platform/clock.ts';
import { type Client, startTestApp } from '../../test/app.ts';
import { asOwner } from '../../test/factories.ts';
import { allocate, createPlannedFirm } from '../allocations/allocations.fixture.ts';
import { backdateDuty, type DutyPast } from '../client-duties/backdated.fixture.ts';

const app = await startTestApp();
const today = dayIn('Europe/Berlin', new Date());
const ago = (days: number) => addDays(today, -days);
/** When a day begins in Berlin, give or take an hour of the night. */
const nightBefore = (days: number) => `${ago(days + 1)}T23:00:00Z`;
let firm: Client;

beforeAll(async () => {
  firm = await app.client();
});

/** Texts that the client owed two weeks ago, a build that waits for them, and a shown milestone. */
async function waitingProject(name: string, states: DutyPast) {
  const account = await firm.call(accounts.create, { body: { name, language: 'en' } });
  const contact = await firm.call(contacts.create, {
    body: { name: `Contact of ${name}`, accounts: [{ accountId: account.id }] },
  });
  const project = await firm.call(projects.create, {
    body: { kind: 'client', name, accountId: account.id, startOn: ago(28) },
  });
  const projectId = project.id;
  const build = await firm.call(tasks.create, {
    body: { projectId, name: 'Build', durationMinutes: 5 * 480 },
  });
  const live = await firm.call(tasks.create, {
    body: { projectId, name: 'Go live', isMilestone: true },
  });
  await firm.call(dependencies.create, {
    body: { predecessorId: build.id, successorId: live.id },
  });
  const duty = await firm.call(clientDuties.create, {
    body: {
      projectId,
      name: 'Texts',
      kind: 'input',
      contactId: contact.id,
      dueOn: ago(14),
      neededForId: build.id,
    },
  });
  await backdateDuty(app, firm, { id: duty.id, dueOn: ago(14), states });
  await asOwner(app.databaseUrl, (database) =>
    database.query('update project set portal_opened_at = now() where id = $1', [projectId]),
  );
  const { version } = await firm.call(tasks.get, { params: { id: live.id } });
  await firm.call(tasks.update, {
    params: { id: live.id },
    version,
    body: { isClientVisible: true },
  });
  const { rows } = await firm.call(delayNotices.list, { query: { projectId } });
  const row = rows.find(({ wording }) => wording === 'Go live');
  if (!row) throw new Error('no notice was drafted');
  const notice = await firm.call(delayNotices.get, { params: { id: row.id } });
  return { projectId, accountId: account.id, notice };
}

describe('whose the days of a delay are (B15, B07)', () => {
  test('late input that the client answered a week ago is theirs for one week and ours for the other', async () => {
    const { projectId, accountId, notice } = await waitingProject('Shared', [
      ['asked', nightBefore(20)],
      ['answered', nightBefore(6)],
      ['confirmed', nightBefore(0)],
    ]);
    expect(notice.slipDays).toBe(10);
    // From the end of the agreed day: a week theirs; then up to last night ours, on a working day one less.
    const expected = weekday(today) <= 5 ? { theirs: 6, ours: 4 } : { theirs: 5, ours: 5 };
    expect(notice.sides).toEqual({ ...expected, neither: 0 });
    expect(notice.clientReasons).toEqual([{ cause: 'client-input', days: 10, task: 'Texts' }]);
    expect(notice.clientText).toContain(
      `${expected.theirs} working days from waiting for you, ${expected.ours} working days on our side`,
    );
    await firm.call(delayNotices.send, { params: { id: notice.id }, version: notice.version });
    const reader = await app.clientUser({ of: firm, accountId, projectId });
    const { rows } = await reader.call(portalDelayNotices.list, { params: { projectId } });
    expect(rows[0]).toMatchObject({ sides: { ...expected, neither: 0 } });
    expect(JSON.stringify(rows)).not.toContain('Build');
  }, 240_000);

  test('what rested by agreement is nobody’s, and what was never answered is all theirs', async () => {
    const resting = await waitingProject('Resting', [
      ['asked', nightBefore(20)],
      ['paused', nightBefore(13)],
      ['confirmed', nightBefore(0)],
    ]);
    expect(resting.notice.sides).toEqual({ theirs: 0, ours: 0, neither: 10 });
    const silent = await waitingProject('Silent', [['asked', nightBefore(20)]]);
    expect(silent.notice.sides).toEqual({ theirs: 10, ours: 0, neither: 0 });
  }, 240_000);

  test('waiting costs what people were booked for and could not work, on the side that held the ball (B09)', async () => {
    const { projectId } = await waitingProject('Costly', [
      ['asked', nightBefore(20)],
      ['answered', nightBefore(6)],
      ['confirmed', nightBefore(0)],
    ]);
    const planned = await createPlannedFirm(firm);
    const booked = { projectId, personId: planned.ada, startOn: ago(28), endOn: addDays(today, 7) };
    await allocate(firm, booked);
    const project = await firm.call(projects.get, { params: { id: projectId } });
    await firm.call(projects.changeState, {
      params: { id: projectId },
      version: project.version,
      body: { state: 'executing' },
    });
    const { waiting, worked } = await firm.call(comparedHours.burn, { params: { id: projectId } });
    expect(worked.minutes).toBe(0);
    // Four hours a day: five days theirs, then four or five days ours.
    expect(waiting.theirs.minutes).toBe(5 * 240);
    expect(waiting.ours.minutes).toBe((weekday(today) <= 5 ? 4 : 5) * 240);
    expect(waiting.theirs.costMinor).toBeGreaterThan(0);
    expect(waiting.theirs.costMinor * waiting.ours.minutes).toBe(
      waiting.ours.costMinor * waiting.theirs.minutes,
    );
  }, 240_000);
});
