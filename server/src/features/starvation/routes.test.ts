import { people } from '@evenkeel/contract/people';
import { starvation } from '@evenkeel/contract/starvation';
import { addDays, weekStart } from '@evenkeel/core/calendar-date';
import { sumOf } from '@evenkeel/core/grouping';
import type { ProjectId } from '@evenkeel/core/id';
import { beforeAll, expect, test } from 'vitest';
import { dayIn } from '../../platform/clock.ts';
import { type Client, startTestApp } from '../../test/app.ts';
import { asOwner } from '../../test/factories.ts';
import { createFirm, type FirmIds, type FirmRow } from '../balance/firm.fixture.ts';
import { warnEverywhere } from './jobs.ts';

const app = await startTestApp({ EVENKEEL_URL: 'https://keel.example' });
const today = dayIn('Europe/Berlin', new Date());
const monday = (weeks: number) => addDays(weekStart(today), weeks * 7);
let client: Client;
let ids: FirmIds;

/** Ten weeks of an initiative: four as promised, then its person worked for a client. */
const rows: readonly FirmRow[] = [
  { table: 'person', as: 'Ada', name: 'Ada', role_id: '@Consultant' },
  { table: 'project', as: 'Site', number: 1, kind: 'client', name: 'Site', state: 'executing' },
  {
    table: 'project',
    as: 'Academy',
    number: 2,
    kind: 'initiative',
    name: 'Academy',
    state: 'executing',
    owner_id: '@Ada',
    start_on: monday(-10),
    end_on: monday(20),
    promised_weekly_minutes: 600,
  },
  {
    table: 'task',
    as: 'Pilot',
    number: 1,
    name: 'Pilot',
    project_id: '@Academy',
    is_milestone: true,
    due_on: monday(5),
  },
  ...[-10, -9, -8, -7].map((week) => entry('Academy', week, 600)),
  ...[-6, -5, -4, -3, -2, -1].map((week) => entry('Site', week, 480)),
];

function entry(project: string, week: number, minutes: number): FirmRow {
  return {
    table: 'time_entry',
    as: `${project} ${week}`,
    project_id: `@${project}`,
    person_id: '@Ada',
    on_date: monday(week),
    is_billable: project === 'Site',
    minutes,
  };
}

beforeAll(async () => {
  client = await app.client();
  ids = await createFirm(app.databaseUrl, client.member.workspaceId, rows);
});

/** The server's nightly job. */
function reckon(): Promise<number> {
  return asOwner(app.databaseUrl, (owner) => warnEverywhere(owner, app.app.database, new Date()));
}

test('a starving initiative is named with who took its hours, before its milestone, and its people get a letter (B06, ST-12)', async () => {
  expect((await client.call(starvation.list)).rows).toEqual([]);
  expect(await reckon()).toBe(1);
  const [warning] = (await client.call(starvation.list)).rows;
  expect(warning).toMatchObject({
    initiative: { id: ids['Academy'], name: 'Academy' },
    owner: { name: 'Ada' },
    since: today,
    target: { milestone: { name: 'Pilot' }, dueOn: monday(5) },
    culprits: [{ project: { id: ids['Site'], name: 'Site' } }],
  });
  const { culprits = [], unexplainedMinutes = 0, shortfallMinutes } = warning ?? {};
  expect(sumOf(culprits, ({ minutes }) => minutes) + unexplainedMinutes).toBe(shortfallMinutes);
  await expect.poll(() => app.mails.length).toBe(1);
  expect(app.mails[0]?.subject).toContain('Academy is about to miss');
  expect(app.mails[0]?.text).toContain('Site (48 h)');
  expect(app.mails[0]?.text).toContain(`https://keel.example/initiatives/${ids['Academy']}`);
});

test('a warning that stands is reckoned anew without another letter, and ends when the hours come back (B06)', async () => {
  expect(await reckon()).toBe(0);
  const more = [-6, -5, -4, -3, -2, -1].map((week) => ({
    ...entry('Academy', week, 900),
    as: `more ${week}`,
    project_id: ids['Academy'],
    person_id: ids['Ada'],
  }));
  await createFirm(app.databaseUrl, client.member.workspaceId, more);
  await reckon();
  expect((await client.call(starvation.list)).rows).toEqual([]);
  expect(app.mails.length).toBe(1);
});

test('the outlook of an initiative is there for everybody; of what has no promise there is none (B06)', async () => {
  const member = await app.client({ role: 'member', workspaceOf: client });
  const outlookOf = (id: string | undefined) =>
    // The fixture names ids by what they were made as.
    member.call(starvation.outlook, { params: { id: id as ProjectId } });
  const { outlook } = await outlookOf(ids['Academy']);
  expect(outlook).toMatchObject({
    forecast: { isStarving: false },
    target: { isEstimated: false },
  });
  expect(outlook?.promise.weeks.length).toBeGreaterThanOrEqual(10);
  expect((await outlookOf(ids['Site'])).outlook).toBeNull();
});

test('yours are those that you own or manage', async () => {
  const mine = await client.call(starvation.list, { query: { mine: 'true' } });
  expect(mine.rows).toEqual([]);
  expect((await client.call(people.list)).total).toBe(1);
});
