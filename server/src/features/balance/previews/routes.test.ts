import { type BalanceView, balance } from '@evenkeel/contract/balance';
import { deals } from '@evenkeel/contract/deals';
import { type ProjectPreview, previews, type WinTerms } from '@evenkeel/contract/previews';
import { projects } from '@evenkeel/contract/projects';
import {
  addDays,
  addMonths,
  type CalendarDate,
  monthEnd,
  monthOf,
  monthStart,
  weekStart,
} from '@evenkeel/core/calendar-date';
import { sumOf } from '@evenkeel/core/grouping';
import type { DealId, PersonId, ProjectId, RoleId, TeamId } from '@evenkeel/core/id';
import {
  type OutlineTask,
  plainTask,
  type TemplateOutline,
} from '@evenkeel/core/projects/template';
import { describe, expect, test } from 'vitest';
import { dayIn } from '../../../platform/clock.ts';
import { type Client, startTestApp } from '../../../test/app.ts';
import { asOwner } from '../../../test/factories.ts';
import { databaseDigest } from '../database-digest.fixture.ts';
import { createFirm, type FirmIds, type FirmRow } from '../firm.fixture.ts';

const app = await startTestApp();
const today = dayIn('Europe/Berlin', new Date());
const monday = addDays(weekStart(today), 7);
const past = weekStart(addDays(monthStart(addMonths(monthOf(today), -1)), 6));

const outlineTask = (name: string, startShare: number, endShare: number): OutlineTask => ({
  name,
  roleId: null,
  weight: 1,
  startShare,
  endShare,
  isMilestone: false,
  ...plainTask,
});
const outline: TemplateOutline = {
  durationWeekdays: 30,
  phases: [
    { name: 'Find out', startShare: 0, endShare: 4000, tasks: [outlineTask('Ask', 0, 4000)] },
    {
      name: 'Build',
      startShare: 4000,
      endShare: 10_000,
      tasks: [
        outlineTask('Make', 4000, 9000),
        { ...outlineTask('Live', 9000, 10_000), weight: 0, isMilestone: true },
      ],
    },
  ],
};

/** A designer with room for little, an initiative that needs it, and a deal that would take it. */
const firmRows: readonly FirmRow[] = [
  { table: 'team', as: 'North', name: 'North' },
  {
    table: 'person',
    as: 'Ada',
    name: 'Ada',
    role_id: '@Designer',
    team_id: '@North',
    weekly_minutes: 1201,
  },
  { table: 'person', as: 'Ben', name: 'Ben', role_id: '@Consultant' },
  {
    table: 'template',
    as: 'Shape',
    name: 'Shape',
    kind: 'client',
    outline: JSON.stringify(outline),
  },
  {
    table: 'project',
    as: 'Academy',
    number: 1,
    kind: 'initiative',
    name: 'Academy',
    state: 'executing',
    start_on: past,
    promised_weekly_minutes: 600,
  },
  { table: 'project', as: 'Idea', number: 2, kind: 'initiative', name: 'Idea', state: 'proposed' },
  { table: 'project', as: 'Site', number: 3, kind: 'client', name: 'Site', state: 'executing' },
  ...[
    { as: 'Teach', project_id: '@Academy', estimate_minutes: 6001, role_id: '@Designer' },
    { as: 'Dream', project_id: '@Idea', estimate_minutes: 3000, role_id: '@Designer' },
    { as: 'Draw', project_id: '@Site', estimate_minutes: 1777, role_id: '@Designer' },
  ].map((task, index) => ({
    table: 'task',
    number: index + 1,
    name: task.as,
    start_on: today,
    due_on: addDays(monday, 46),
    ...task,
  })),
  { table: 'assignment', as: 'a', project_id: '@Academy', task_id: '@Teach', person_id: '@Ada' },
  {
    table: 'time_entry',
    as: 'e',
    person_id: '@Ada',
    project_id: '@Site',
    on_date: past,
    minutes: 300,
    is_billable: true,
  },
  ...[
    { as: 'Shop', stage_id: '@Proposal', next_step: 'Send the plan' },
    { as: 'Other', stage_id: '@Proposal' },
    { as: 'Gone', stage_id: '@Lost' },
  ].map((deal, index) => ({
    table: 'deal',
    name: deal.as,
    number: index + 1,
    stage_since: past,
    opened_on: past,
    delivery_start_on: monday,
    delivery_end_on: addDays(monday, 74),
    value: 4_500_000,
    ...deal,
  })),
  { table: 'deal_demand', as: 'd1', deal_id: '@Shop', role_id: '@Designer', minutes: 9007 },
  { table: 'deal_demand', as: 'd2', deal_id: '@Shop', role_id: '@Consultant', minutes: 4001 },
  { table: 'deal_demand', as: 'd3', deal_id: '@Other', role_id: '@Consultant', minutes: 1500 },
];

async function firm(): Promise<{ client: Client; ids: FirmIds; shop: DealId; ada: PersonId }> {
  const client = await app.client();
  const ids = await createFirm(app.databaseUrl, client.member.workspaceId, firmRows);
  // What the fixture made as deal and person.
  return { client, ids, shop: ids['Shop'] as DealId, ada: ids['Ada'] as PersonId };
}

/** The figures of a preview that Balance shows too, taken from Balance. */
function figuresOf(view: BalanceView, preview: ProjectPreview, made: ProjectId | null) {
  const isPlain = (cell: BalanceView['cells'][number]) => cell.certainty !== 'tentative';
  const month = monthOf(view.today);
  return {
    months: preview.months.map((change) => {
      const cells = view.cells.filter((cell) => cell.month === change.month && isPlain(cell));
      return {
        minutes: sumOf(cells, (cell) => cell.minutes),
        costMinor: sumOf(cells, (cell) => cell.costMinor ?? 0),
        billMinor: sumOf(cells, (cell) => cell.billMinor ?? 0),
      };
    }),
    quarters: view.quarters
      .filter(({ which }) => which !== 'previous')
      .map(({ which: _, from: _from, to: _to, ...mix }) => mix),
    roles: preview.roles.map(({ after }) =>
      view.roles.find((load) => load.roleId === after.roleId && load.month === after.month),
    ),
    teams: preview.teams.map(({ after }) =>
      view.teams.find((load) => load.teamId === after.teamId && load.month === after.month),
    ),
    peopleOver: view.people
      .filter((load) => load.excessMinutes > 0 && load.month >= month)
      .map(({ month: over, personId, excessMinutes }) => ({
        month: over,
        personId,
        excessMinutes,
      })),
    finishes: preview.finishes.map((change) => {
      const finish = view.finishes.find((one) => one.projectId === (change.projectId ?? made));
      if (!finish) return null;
      const { projectId: _, ...rest } = finish;
      return rest;
    }),
  };
}

function after(preview: ProjectPreview) {
  return {
    months: preview.months.map((change) => change.after),
    quarters: preview.quarters.map((change) => change.after),
    roles: preview.roles.map((change) => change.after),
    teams: preview.teams.map((change) => change.after),
    peopleOver: preview.peopleOver.after,
    finishes: preview.finishes.map((change) => change.after),
  };
}

/** Balance over the very months that a preview shows. */
function viewLike(client: Client, preview: ProjectPreview) {
  const from = preview.months[0]?.month;
  const to = preview.months.at(-1)?.month;
  if (!from || !to) throw new Error('a preview without months');
  return client.call(balance.view, { query: { from, to } });
}

describe('the preview of a win (B13)', () => {
  test('writes nothing at all: the digest of every table stays the same', async () => {
    const { client, shop } = await firm();
    const before = await databaseDigest(app.databaseUrl);
    await client.call(previews.win, { params: { id: shop } });
    await client.call(previews.win, { params: { id: shop }, query: { templateId: 'none' } });
    expect(await databaseDigest(app.databaseUrl)).toBe(before);
  });

  test('shows what changes: load, over-full roles, share, and the initiative that finishes later', async () => {
    const { client, ids, shop } = await firm();
    const found = await client.call(previews.win, { params: { id: shop } });
    expect(found.project).toMatchObject({
      name: 'Shop',
      kind: 'client',
      startOn: monday,
      minutes: 13_008,
    });
    expect(found.valueMinor).toBe(4_500_000);
    const added = sumOf(found.months, (month) => month.after.minutes - month.before.minutes);
    expect(added).toBe(13_008);
    const academy = found.finishes.find((change) => change.projectId === ids['Academy']);
    expect(academy?.weeksLater).toBeGreaterThan(0);
    expect(found.finishes.filter((change) => change.projectId === null)).toHaveLength(1);
    expect(found.rolesOver.after.length).toBeGreaterThan(found.rolesOver.before.length);
    expect(found.gaps.map((gap) => gap.code)).toContain('no-project-manager');
  });

  test('brings the rows behind each figure: those there and those added sum to it (U19)', async () => {
    const { client, shop } = await firm();
    const found = await client.call(previews.win, { params: { id: shop } });
    const sumOfRows = async (days: { from: CalendarDate; to: CalendarDate }, role?: RoleId) => {
      const query = { ...days, certainty: 'logged,planned', ...(role ? { roleId: role } : {}) };
      const { sum } = await client.call(balance.rows, { query });
      const added = found.added.filter(
        (row) => row.from <= days.to && row.to >= days.from && (!role || row.roleId === role),
      );
      return sum.minutes + sumOf(added, (row) => row.minutes);
    };
    for (const { month, after: figure } of found.months) {
      const days = { from: monthStart(month), to: monthEnd(month) };
      expect(await sumOfRows(days), month).toBe(figure.minutes);
    }
    for (const { after: load } of found.roles.filter(({ after: one }) => one.roleId !== null)) {
      const days = { from: monthStart(load.month), to: monthEnd(load.month) };
      const minutes = load.loggedMinutes + load.plannedMinutes;
      expect(await sumOfRows(days, load.roleId ?? undefined), load.month).toBe(minutes);
    }
    expect(found.added.every((row) => row.task !== '')).toBe(true);
  });

  const choices: [string, (ids: FirmIds) => WinTerms][] = [
    ['as the deal says', () => ({})],
    ['with its template', (ids) => ({ templateId: ids['Shape'] as WinTerms['templateId'] })],
    ['without a template, later', () => ({ templateId: 'none', startOn: addDays(monday, 21) })],
    [
      'for a team, shorter',
      (ids) => ({ teamId: ids['North'] as TeamId, endOn: addDays(monday, 30) }),
    ],
    ['in the past', () => ({ startOn: addDays(today, -20) })],
  ];
  test.each(choices)('then apply, %s: every number identical', async (_, choose) => {
    const { client, ids, shop, ada } = await firm();
    const terms = { ...choose(ids), projectManagerId: ada };
    const preview = await client.call(previews.win, { params: { id: shop }, query: terms });
    const now = await viewLike(client, preview);
    expect(figuresOf(now, preview, null).months).toEqual(
      preview.months.map((change) => change.before),
    );
    const { version } = await client.call(deals.get, { params: { id: shop } });
    const { projectId } = await client.call(previews.applyWin, {
      params: { id: shop },
      version,
      body: terms,
    });
    const then = await viewLike(client, preview);
    expect(figuresOf(then, preview, projectId)).toEqual(after(preview));
  });

  test('applied, leaves the deal won and signed, its hand-off accepted, its project standing', async () => {
    const { client, shop, ada } = await firm();
    const { projectId } = await client.call(previews.applyWin, {
      params: { id: shop },
      version: 1,
      body: { projectManagerId: ada, contractSignedOn: addDays(today, -1) },
    });
    const deal = await client.call(deals.get, { params: { id: shop } });
    expect(deal).toMatchObject({
      contractSignedOn: addDays(today, -1),
      handOff: { state: 'accepted', projectId },
    });
    const project = await client.call(projects.get, { params: { id: projectId } });
    expect(project).toMatchObject({ name: 'Shop', state: 'approved' });
    const again = await client.refused(previews.win, { params: { id: shop } });
    expect(again).toMatchObject({ status: 409, code: 'wrong-state' });
  });

  test('is refused for a lost deal, a missing one, a stale version; a refusal leaves nothing behind', async () => {
    const { client, ids, shop, ada } = await firm();
    const lost = await client.refused(previews.win, { params: { id: ids['Gone'] as DealId } });
    expect(lost.code).toBe('wrong-state');
    const stranger = await app.client();
    expect((await stranger.refused(previews.win, { params: { id: shop } })).status).toBe(404);
    const member = await app.client({ role: 'member', workspaceOf: client });
    const before = await databaseDigest(app.databaseUrl);
    const apply = { params: { id: shop }, version: 7, body: { projectManagerId: ada } };
    expect((await client.refused(previews.applyWin, apply)).code).toBe('stale-version');
    const refusal = await member.refused(previews.applyWin, { ...apply, version: 1 });
    expect(refusal.status).toBe(403);
    expect(await databaseDigest(app.databaseUrl)).toBe(before);
  });
});

describe('the preview of a start (B13)', () => {
  test('shows what approving a proposed initiative does, and approving it does just that', async () => {
    const { client, ids } = await firm();
    // What the fixture made as a project.
    const id = ids['Idea'] as ProjectId;
    const preview = await client.call(previews.start, { params: { id } });
    expect(preview.project).toMatchObject({ name: 'Idea', kind: 'initiative', minutes: 3000 });
    await asOwner(app.databaseUrl, (owner) =>
      owner.query(`update project set state = 'approved' where id = $1`, [id]),
    );
    const then = await viewLike(client, preview);
    expect(figuresOf(then, preview, id)).toEqual(after(preview));
    const again = await client.refused(previews.start, { params: { id } });
    expect(again.code).toBe('wrong-state');
  });
});
