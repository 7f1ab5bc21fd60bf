import { accounts } from '@evenkeel/contract/accounts';
import { comments } from '@evenkeel/contract/comments';
import { contacts } from '@evenkeel/contract/contacts';
import { decisions } from '@evenkeel/contract/decisions';
import { calendarFeeds, meetings } from '@evenkeel/contract/meetings';
import { people } from '@evenkeel/contract/people';
import { portalMeetings } from '@evenkeel/contract/portal/meetings';
import { projects } from '@evenkeel/contract/projects';
import { tasks } from '@evenkeel/contract/tasks';
import { addDays } from '@evenkeel/core/calendar-date';
import type { ContactId, PersonId, ProjectId, TaskId } from '@evenkeel/core/id';
import type { ClockTime } from '@evenkeel/core/meetings/zoned-time';
import { beforeAll, describe, expect, test } from 'vitest';
import { dayIn } from '../../platform/clock.ts';
import { type Client, startTestApp } from '../../test/app.ts';
import { asOwner } from '../../test/factories.ts';

const app = await startTestApp();
const today = dayIn('Europe/Berlin', new Date());
const ten = '10:00' as ClockTime;
const when = { on: addDays(today, 7), at: ten, minutes: 30, timeZone: 'Europe/Berlin' } as const;
let firm: Client;
let projectId: ProjectId;
let dutyId: TaskId;
let ada: PersonId;
let carla: ContactId;
let reader: Client;

async function sql(query: string, values: readonly unknown[] = []): Promise<void> {
  await asOwner(app.databaseUrl, (client) => client.query(query, [...values]));
}

beforeAll(async () => {
  firm = await app.client();
  const account = await firm.call(accounts.create, { body: { name: 'Velden Energy' } });
  const body = { kind: 'client', name: 'Till', accountId: account.id } as const;
  ({ id: projectId } = await firm.call(projects.create, { body }));
  await sql('update project set portal_opened_at = now() where id = $1', [projectId]);
  ({ id: ada } = await firm.call(people.create, {
    body: { name: 'Ada', email: 'ada@example.com' },
  }));
  ({ id: carla } = await firm.call(contacts.create, {
    body: { name: 'Carla', emails: [{ email: 'carla@velden.example' }] },
  }));
  const late = { projectId, name: 'Access to the till', dueOn: addDays(today, -3) };
  ({ id: dutyId } = await firm.call(tasks.create, { body: late }));
  await sql(`update task set is_client_visible = true, side = 'client' where id = $1`, [dutyId]);
  await firm.call(tasks.create, {
    body: { projectId, name: 'Quiet trouble', dueOn: addDays(today, -1) },
  });
  reader = await app.clientUser({ of: firm, accountId: account.id });
});

const attendees = () => [
  { personId: ada, part: 'presents' as const },
  { contactId: carla, part: 'decides' as const },
];

/** Calendar files mailed to an address, oldest first. */
async function filesTo(address: string): Promise<string[]> {
  await expect.poll(() => app.mails.some(({ to }) => to === address)).toBe(true);
  return app.mails.flatMap(({ to, icalEvent }) =>
    to === address && icalEvent ? icalEvent.content.replaceAll('\r\n ', '') : [],
  );
}

describe('a meeting (PM-24)', () => {
  test('gets an agenda from what is open, each point linked to its record', async () => {
    const meeting = await firm.call(meetings.create, {
      body: { name: 'Weekly', ...when, projectId, attendees: attendees(), isClientVisible: true },
    });
    expect(meeting.agenda).toMatchObject([
      { name: 'Access to the till', subject: { kind: 'task', id: dutyId }, isClientVisible: true },
      { name: 'Quiet trouble', isClientVisible: false },
    ]);
    const { coming } = await reader.call(portalMeetings.list, { params: { projectId } });
    expect(coming).toMatchObject([
      {
        name: 'Weekly',
        agenda: [{ name: 'Access to the till' }],
        attendees: [{ name: 'Ada' }, { name: 'Carla' }],
      },
    ]);
    expect(JSON.stringify(coming)).not.toContain('Quiet trouble');
  });

  test('is told by calendar files of one UID: come, it moved, it is off', async () => {
    const made = await firm.call(meetings.create, {
      body: { name: 'Review', ...when, projectId, attendees: attendees() },
    });
    const params = { id: made.id };
    const invited = await firm.call(meetings.invite, { params });
    expect(invited.isInvited).toBe(true);
    const moved = await firm.call(meetings.update, {
      params,
      version: invited.version,
      body: { at: '11:30' as ClockTime },
    });
    await firm.call(meetings.cancel, { params, version: moved.version });
    await expect.poll(async () => (await filesTo('carla@velden.example')).length).toBe(3);
    const files = await filesTo('carla@velden.example');
    const lineOf = (file: string, name: string) =>
      file.split('\r\n').find((line) => line.startsWith(name));
    expect(files.map((file) => lineOf(file, 'METHOD'))).toEqual([
      'METHOD:REQUEST',
      'METHOD:REQUEST',
      'METHOD:CANCEL',
    ]);
    expect(files.map((file) => lineOf(file, 'SEQUENCE'))).toEqual([
      'SEQUENCE:0',
      'SEQUENCE:1',
      'SEQUENCE:2',
    ]);
    expect(new Set(files.map((file) => lineOf(file, 'UID'))).size).toBe(1);
    expect(lineOf(files[1] ?? '', 'DTSTART;TZID=Europe/Berlin')).toContain('T113000');
    const gone = await firm.refused(meetings.cancel, { params, version: moved.version + 1 });
    expect(gone.code).toBe('wrong-state');
  });

  test('comes every other week at the same hour, and its invitation says so once', async () => {
    const first = await firm.call(meetings.create, {
      body: {
        name: 'Jour fixe',
        ...when,
        projectId,
        attendees: [{ personId: ada, part: 'writes' }],
        repeats: { everyWeeks: 2, count: 4 },
      },
    });
    expect(first.series).toMatchObject({ everyWeeks: 2, count: 4 });
    await firm.call(meetings.invite, { params: { id: first.id } });
    const { rows } = await firm.call(meetings.list, { query: { projectId } });
    const series = rows.filter(({ series: of }) => of?.id === first.series?.id);
    expect(series.map(({ on }) => on)).toEqual(
      [0, 14, 28, 42].map((days) => addDays(when.on, days)),
    );
    expect(series.every(({ at, isInvited }) => at === ten && isInvited)).toBe(true);
    await expect
      .poll(async () => (await filesTo('ada@example.com')).some((file) => file.includes('RRULE')))
      .toBe(true);
    const second = series[1];
    if (!second) return expect.fail();
    await firm.call(meetings.update, {
      params: { id: second.id },
      version: second.version,
      body: { at: '15:00' as ClockTime },
    });
    await expect
      .poll(async () => (await filesTo('ada@example.com')).at(-1)?.includes('RECURRENCE-ID'))
      .toBe(true);
  });

  test('of a series changes alone or with those after it, which everybody hears of in one mail', async () => {
    const first = await firm.call(meetings.create, {
      body: {
        name: 'Steering',
        ...when,
        projectId,
        attendees: attendees(),
        repeats: { everyWeeks: 1, count: 4 },
      },
    });
    await firm.call(meetings.invite, { params: { id: first.id } });
    const ofSeries = async () => {
      const { rows } = await firm.call(meetings.list, { query: { projectId } });
      return rows.filter(({ series }) => series?.id === first.series?.id);
    };
    const [, second, third] = await ofSeries();
    if (!second || !third) return expect.fail();
    await firm.call(meetings.update, {
      params: { id: third.id },
      version: third.version,
      body: { place: 'Room 4' },
    });
    const sent = (await filesTo('carla@velden.example')).length;
    await firm.call(meetings.update, {
      params: { id: second.id },
      version: second.version,
      body: { on: addDays(second.on, 1), at: '14:00' as ClockTime, withFollowing: true },
    });
    const series = await ofSeries();
    expect(series.map(({ on, at, place }) => ({ on, at, place }))).toEqual([
      { on: when.on, at: ten, place: '' },
      { on: addDays(when.on, 8), at: '14:00', place: '' },
      { on: addDays(when.on, 15), at: '14:00', place: 'Room 4' },
      { on: addDays(when.on, 22), at: '14:00', place: '' },
    ]);
    await expect
      .poll(async () => (await filesTo('carla@velden.example')).length)
      .toBeGreaterThan(sent);
    const files = await filesTo('carla@velden.example');
    expect(files.length).toBeLessThanOrEqual(sent + 2);
    const last = files.at(-1) ?? '';
    expect(last.match(/RECURRENCE-ID/g)).toHaveLength(3);
  });

  test('invites a contact in their language, and people of the firm in English (CL-22)', async () => {
    await sql(`update contact set language = 'de' where id = $1`, [carla]);
    const made = await firm.call(meetings.create, {
      body: { name: 'Abnahme', ...when, projectId, attendees: attendees() },
    });
    await firm.call(meetings.invite, { params: { id: made.id } });
    const subjects = (to: string) =>
      app.mails.filter((mail) => mail.to === to).map(({ subject }) => subject);
    await expect.poll(() => subjects('carla@velden.example')).toContain('Besprechung: Abnahme');
    await expect.poll(() => subjects('ada@example.com')).toContain('Meeting: Abnahme');
  });

  test('keeps the outcome of each point, and takes what else is open', async () => {
    const made = await firm.call(meetings.create, {
      body: { name: 'Short', ...when, projectId, withAgenda: false },
    });
    const params = { id: made.id };
    const { rows } = await firm.call(meetings.suggestions, { params });
    expect(rows.map(({ kind }) => kind)).toEqual(['overdue-duty', 'overdue-task']);
    const [duty] = rows;
    if (!duty) return expect.fail();
    const { name, subject } = duty;
    const added = await firm.call(meetings.addItem, {
      params,
      body: { name, subject: { kind: subject.kind, id: subject.id } },
    });
    const [item] = added.agenda;
    if (!item) return expect.fail();
    expect((await firm.call(meetings.suggestions, { params })).rows).toHaveLength(1);
    const said = await firm.call(meetings.updateItem, {
      params: { id: made.id, itemId: item.id },
      version: item.version,
      body: { outcome: 'They open it on Monday.', presenterId: ada },
    });
    expect(said.agenda).toMatchObject([
      { outcome: 'They open it on Monday.', presenter: { name: 'Ada' } },
    ]);
    const decided = await firm.call(meetings.decide, { params, body: { itemId: item.id } });
    const { rows: written } = await firm.call(decisions.list, { query: { projectId } });
    expect(decided.agenda).toMatchObject([{ decision: { name: item.name } }]);
    expect(written).toMatchObject([{ title: item.name, decidedOn: when.on, shownAt: null }]);
    const again = await firm.refused(meetings.decide, { params, body: { itemId: item.id } });
    expect(again.code).toBe('wrong-state');
    const empty = await firm.refused(meetings.decide, { params, body: {} });
    expect(empty.code).toBe('wrong-state');
    const held = await firm.call(meetings.hold, { params, version: made.version });
    expect(held.state).toBe('held');
  });
});

test('a stuck thread becomes a meeting with who spoke, about the record (CL-18)', async () => {
  const subject = { kind: 'task', id: dutyId } as const;
  await sql('update member set person_id = $2 where id = $1', [firm.member.memberId, ada]);
  await firm.call(comments.create, {
    body: { subject, body: 'Where is it?', isClientVisible: true },
  });
  const start = await firm.call(meetings.forThread, {
    query: { subjectKind: 'task', subjectId: dutyId },
  });
  expect(start).toMatchObject({
    name: 'About: Access to the till',
    project: { id: projectId },
    isClientVisible: true,
    people: [{ id: ada }],
  });
  expect(start.on > today).toBe(true);
  const { on, at, minutes, name } = start;
  const made = await firm.call(meetings.create, {
    body: {
      name,
      on,
      at,
      minutes,
      projectId,
      subject,
      attendees: [{ personId: ada, part: 'takes-part' }],
    },
  });
  expect(made.subject).toMatchObject({ kind: 'task', id: dutyId });
  expect(made.agenda.filter(({ subject: about }) => about?.id === dutyId)).toHaveLength(1);
});

describe('a calendar of one’s own', () => {
  const read = (url: string) => app.app.http.inject({ url: new URL(url).pathname });

  test('opens by a secret address until it is revoked, and shows meetings and due tasks', async () => {
    await firm.call(tasks.create, {
      body: { projectId, name: 'My task', dueOn: addDays(today, 3), assigneeIds: [ada] },
    });
    const { url } = await firm.call(calendarFeeds.make);
    const { body, headers, statusCode } = await read(url);
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toContain('text/calendar');
    expect(body).toContain('SUMMARY:Jour fixe');
    expect(body).toContain('SUMMARY:Due: My task');
    const { url: second } = await firm.call(calendarFeeds.make);
    expect((await read(url)).statusCode).toBe(404);
    expect((await read(second)).statusCode).toBe(200);
    await firm.call(calendarFeeds.revoke);
    expect((await read(second)).statusCode).toBe(404);
    expect(await firm.call(calendarFeeds.mine)).toEqual({ since: null });
  });

  test('closes with the member, and of its secret only a hash is kept', async () => {
    const colleague = await app.client({ role: 'member', workspaceOf: firm });
    const { url } = await colleague.call(calendarFeeds.make);
    const secret = url.split('/').at(-1) ?? '';
    const kept = await asOwner(app.databaseUrl, async (client) => {
      const { rows } = await client.query<{ token_hash: string }>(
        'select token_hash from calendar_feed',
      );
      return rows.map(({ token_hash }) => token_hash);
    });
    expect(kept.join()).not.toContain(secret);
    await sql(`update member set state = 'deactivated' where id = $1`, [colleague.member.memberId]);
    expect((await read(url)).statusCode).toBe(404);
  });
});
