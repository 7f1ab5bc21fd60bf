import { deals } from '@evenkeel/contract/deals';
import { people } from '@evenkeel/contract/people';
import { projects } from '@evenkeel/contract/projects';
import {
  type ComparisonView,
  type ScenarioChangeFacts,
  type ScenarioColumn,
  type ScenarioView,
  scenarios,
} from '@evenkeel/contract/scenarios';
import { tasks } from '@evenkeel/contract/tasks';
import { monthEnd, monthStart } from '@evenkeel/core/calendar-date';
import type { DealId, GoalId, ProjectId, ScenarioChangeId, TaskId } from '@evenkeel/core/id';
import { describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../../test/app.ts';
import { databaseDigest } from '../database-digest.fixture.ts';
import { createFirm, type FirmIds } from '../firm.fixture.ts';
import { type FactsName, factsOf, firmRows, months, told } from './scenario-firm.fixture.ts';

const app = await startTestApp();
type Firm = {
  readonly client: Client;
  readonly ids: FirmIds;
  readonly scenario: ScenarioView;
};

/** A firm with a scenario of these changes. */
async function firm(...names: FactsName[]): Promise<Firm> {
  const client = await app.client();
  const ids = await createFirm(app.databaseUrl, client.member.workspaceId, firmRows);
  const changes = names.map((name) => factsOf(ids)[name]);
  const body = { name: 'What if', changes };
  const scenario = await client.call(scenarios.create, { body });
  return { client, ids, scenario };
}

async function compare(
  client: Client,
  ...list: readonly ScenarioView[]
): Promise<ComparisonView & { live: ScenarioColumn; first: ScenarioColumn }> {
  const scenarioIds = list.map(({ id }) => id);
  const found = await client.call(scenarios.compare, { body: { scenarioIds, months } });
  const [live, first = live] = found.columns;
  if (!live || !first) throw new Error('a comparison without columns');
  return { ...found, live, first };
}

function apply(scenario: ScenarioView, { seen }: ScenarioColumn) {
  return { params: { id: scenario.id }, version: scenario.version, body: { seen, months } };
}

describe('scenarios (B13)', () => {
  const kinds = Object.keys(factsOf({})) as FactsName[];

  test.each(kinds)(
    '%s: what is shown is what applying it makes, number for number',
    async (name) => {
      const { client, scenario } = await firm(name);
      const before = await databaseDigest(app.databaseUrl);
      const shown = await compare(client, scenario);
      expect(await databaseDigest(app.databaseUrl)).toBe(before);
      expect(shown.first.problems).toEqual([]);
      expect(shown.first.figures).not.toEqual(shown.live.figures);
      const applied = await client.call(scenarios.apply, apply(scenario, shown.first));
      expect(applied.applied?.by.name).toBe('Test owner');
      const then = await compare(client);
      expect(told(then, then.live)).toEqual(told(shown, shown.first));
    },
  );

  test('all kinds in one scenario: what is shown is what applying it makes', async () => {
    const { client, scenario } = await firm(...kinds.filter((name) => name !== 'hire'));
    const shown = await compare(client, scenario);
    expect(shown.first.problems).toEqual([]);
    await client.call(scenarios.apply, apply(scenario, shown.first));
    const then = await compare(client);
    expect(told(then, then.live)).toEqual(told(shown, shown.first));
  });

  test('a deal that starves an initiative is seen beside one where somebody is hired for it', async () => {
    const { client, ids, scenario } = await firm('win-deal');
    const second = await client.call(scenarios.create, {
      body: { name: 'With a hire', copyOf: scenario.id, changes: [factsOf(ids).hire] },
    });
    const { columns, names } = await compare(client, scenario, second);
    const academy = columns.map(({ figures }) =>
      figures.finishes.find((finish) => finish.projectId === ids['Academy']),
    );
    expect(academy[0]?.daysLater).toBe(0);
    expect(academy[1]?.daysLater).toBeGreaterThan(academy[2]?.daysLater ?? 0);
    expect(columns[1]?.figures.initiativeHours).toMatchObject([
      { projectId: ids['Academy'], isStarved: true },
    ]);
    expect(columns[1]?.figures.goalsAtRisk).toMatchObject([
      { goalId: ids['Known'] as GoalId, because: [{ reason: 'late' }] },
    ]);
    expect(names.goals).toContainEqual({ id: ids['Known'], name: 'Known for teaching' });
  });

  test('figures open to the rows behind them, those of work that is not there yet as well (U19)', async () => {
    const { client, scenario } = await firm('win-deal', 'delay-project');
    const { first } = await compare(client, scenario);
    for (const { month, clientMinutes, initiativeMinutes } of first.figures.months) {
      const body = { from: monthStart(month), to: monthEnd(month), limit: 1000 };
      const found = await client.call(scenarios.rows, { params: { id: scenario.id }, body });
      expect(found.sum.minutes, month).toBe(clientMinutes + initiativeMinutes);
      expect(found.rows.every((row) => row.project !== null && row.project.name !== '')).toBe(true);
    }
  });

  test('says where tasks lie in it, as they do once it is applied, and writes nothing (PM-03)', async () => {
    const { client, scenario } = await firm('delay-project');
    const before = await databaseDigest(app.databaseUrl);
    const shown = await client.call(scenarios.dates, { params: { id: scenario.id } });
    expect(await databaseDigest(app.databaseUrl)).toBe(before);
    expect(shown.rows.length).toBeGreaterThan(0);
    expect(shown).toMatchObject({ scenario: { name: 'What if' }, problems: [] });
    const { first } = await compare(client, scenario);
    await client.call(scenarios.apply, apply(scenario, first));
    for (const { taskId, after } of shown.rows) {
      const { startOn, dueOn } = await client.call(tasks.get, { params: { id: taskId } });
      expect({ startOn, dueOn }).toEqual(after);
    }
  });

  test('applying is refused once the plan is not the one that was shown, naming what changed and who did it', async () => {
    const { client, ids, scenario } = await firm('win-deal');
    const { first } = await compare(client, scenario);
    const task = { id: ids['Draw'] as TaskId };
    await client.call(tasks.update, { params: task, version: 1, body: { estimateMinutes: 5000 } });
    const before = await databaseDigest(app.databaseUrl);
    const refusal = await client.refused(scenarios.apply, apply(scenario, first));
    expect(refusal).toMatchObject({ status: 409, code: 'stale-version' });
    expect(refusal.detail).toContain(`Site (project) by Test owner`);
    expect(await databaseDigest(app.databaseUrl)).toBe(before);
    const again = await compare(client, scenario);
    await client.call(scenarios.apply, apply(scenario, again.first));
  });

  test('what does not touch the figures does not stand in the way', async () => {
    const { client, ids, scenario } = await firm('stop-project');
    const { first } = await compare(client, scenario);
    const params = { id: ids['Site'] as ProjectId };
    const { project } = await client.call(projects.get, { params }).then((found) => ({
      project: found,
    }));
    await client.call(projects.update, {
      params,
      version: project.version,
      body: { kind: 'client', notes: 'Called them' },
    });
    const applied = await client.call(scenarios.apply, apply(scenario, first));
    expect(applied.applied).not.toBeNull();
  });

  test('a change that the plan does not allow any more is named, left out of the figures, and not applied', async () => {
    const { client, ids, scenario } = await firm('win-deal', 'stop-project');
    const params = { id: ids['Shop'] as DealId };
    await client.call(deals.move, {
      params,
      version: 1,
      body: { stageId: ids['Lost'] as never, lostReason: 'Gone' },
    });
    const { first } = await compare(client, scenario);
    expect(first.problems).toEqual([
      { changeId: scenario.changes[0]?.id, message: 'The deal is not open any more.' },
    ]);
    const refusal = await client.refused(scenarios.apply, apply(scenario, first));
    expect(refusal.code).toBe('wrong-state');
    expect(refusal.detail).toContain('Shop: The deal is not open any more.');
  });

  test('a refusal half way leaves nothing behind and says which change it was', async () => {
    const { client, ids } = await firm();
    const facts = { ...factsOf(ids)['stop-project'], reason: '' };
    const body = { name: 'No reason', changes: [factsOf(ids)['win-deal'], facts] };
    const scenario = await client.call(scenarios.create, { body });
    const { first } = await compare(client, scenario);
    const before = await databaseDigest(app.databaseUrl);
    const refusal = await client.refused(scenarios.apply, apply(scenario, first));
    expect(refusal.detail).toMatch(/^Academy: .*Nothing was changed\.$/);
    expect(await databaseDigest(app.databaseUrl)).toBe(before);
  });

  test('changes are added, changed, switched off, put in order and taken out; each says whose it is', async () => {
    const { client, ids, scenario } = await firm('win-deal', 'lose-deal');
    const ben = await app.client({ role: 'member', workspaceOf: client });
    const params = { id: scenario.id };
    const added = await ben.call(scenarios.addChange, {
      params,
      body: { facts: factsOf(ids)['stop-project'] },
    });
    expect(added.changes.map((change) => change.addedBy.name)).toEqual([
      'Test owner',
      'Test owner',
      'Test member',
    ]);
    expect(added.names[ids['Academy'] ?? '']).toBe('Academy');
    const [first, second, third] = added.changes.map((change) => change.id);
    if (!first || !second || !third) throw new Error('three changes');
    const off = await client.call(scenarios.updateChange, {
      params: { ...params, changeId: first },
      version: 1,
      body: { isOff: true },
    });
    expect(off.changes[0]?.isOff).toBe(true);
    expect(off.version).toBeGreaterThan(added.version);
    const order = await client.call(scenarios.orderChanges, {
      params,
      body: { changeIds: [third, first, second] },
    });
    expect(order.changes.map((change) => change.id)).toEqual([third, first, second]);
    const half = { params, body: { changeIds: [third, first] } };
    expect((await client.refused(scenarios.orderChanges, half)).code).toBe('invalid-input');
    const left = await client.call(scenarios.removeChange, {
      params: { ...params, changeId: first },
    });
    expect(left.changes.map((change) => change.id)).toEqual([third, second]);
    const stale = { params: { ...params, changeId: second }, version: 7, body: { isOff: true } };
    expect((await client.refused(scenarios.updateChange, stale)).code).toBe('stale-version');
  });

  test('an applied scenario stays as it was, and can be copied', async () => {
    const { client, scenario } = await firm('change-target');
    const { first } = await compare(client, scenario);
    const applied = await client.call(scenarios.apply, apply(scenario, first));
    const params = { id: scenario.id, changeId: applied.changes[0]?.id as ScenarioChangeId };
    expect((await client.refused(scenarios.removeChange, { params })).code).toBe('wrong-state');
    const copy = await client.call(scenarios.create, {
      body: { name: 'Again', copyOf: scenario.id },
    });
    expect(copy.changes).toHaveLength(1);
  });

  test('members see no money and no rates; those who only read write nothing, those who write do not apply', async () => {
    const { client, ids, scenario } = await firm('hire at rates of their own');
    const member = await app.client({ role: 'member', workspaceOf: client });
    const viewer = await app.client({ role: 'viewer', workspaceOf: client });
    const { first, live } = await compare(member, scenario);
    expect(live.figures.months.every((month) => month.cashMinor === null)).toBe(true);
    expect((await compare(client, scenario)).live.figures.months[0]?.cashMinor).not.toBeNull();
    const seen = await member.call(scenarios.get, { params: { id: scenario.id } });
    const [change] = seen.changes;
    expect(change?.facts).toMatchObject({ costPerHourMinor: null });
    if (!change) throw new Error('a change');
    // Written by somebody who does not see the rates, they stay as they were.
    const renamed = await member.call(scenarios.updateChange, {
      params: { id: scenario.id, changeId: change.id },
      version: 1,
      body: { facts: { ...change.facts, name: 'Another designer' } as ScenarioChangeFacts },
    });
    expect(renamed.changes[0]?.facts).toMatchObject({ name: 'Another designer' });
    const whole = await client.call(scenarios.get, { params: { id: scenario.id } });
    expect(whole.changes[0]?.facts).toMatchObject({ costPerHourMinor: 7700 });
    expect((await member.refused(scenarios.apply, apply(scenario, first))).status).toBe(403);
    const draft = { body: { name: 'Mine' } };
    expect((await viewer.refused(scenarios.create, draft)).status).toBe(403);
    expect((await compare(viewer, scenario)).columns).toHaveLength(2);
    expect(ids['Ada']).toBeDefined();
  });

  test('a scenario is put away and taken back; strangers see none of it', async () => {
    const { client, scenario } = await firm('win-deal');
    const stranger = await app.client();
    const params = { id: scenario.id };
    expect((await stranger.refused(scenarios.get, { params })).status).toBe(404);
    const body = { scenarioIds: [scenario.id], months };
    expect((await stranger.refused(scenarios.compare, { body })).status).toBe(404);
    await client.call(scenarios.remove, { params });
    expect((await client.call(scenarios.list, {})).rows).toEqual([]);
    await client.call(scenarios.restore, { params });
    const { rows } = await client.call(scenarios.list, { query: { search: 'what' } });
    expect(rows).toMatchObject([{ name: 'What if', changeCount: 1, applied: null }]);
  });

  test('an applied hire is a person of that name without a log-in, paid by its own rates', async () => {
    const { client, scenario } = await firm('hire at rates of their own');
    const { first } = await compare(client, scenario);
    await client.call(scenarios.apply, apply(scenario, first));
    const { rows } = await client.call(people.list, { query: { search: 'second designer' } });
    expect(rows).toMatchObject([{ name: 'A second designer', weeklyMinutes: 1800 }]);
  });
});
