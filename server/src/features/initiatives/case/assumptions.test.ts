import { history } from '@evenkeel/contract/history';
import { assumptions, initiativeCases } from '@evenkeel/contract/initiative-case';
import { initiatives } from '@evenkeel/contract/initiatives';
import { kpis } from '@evenkeel/contract/kpis';
import { addDays } from '@evenkeel/core/calendar-date';
import type { KpiId, ProjectId } from '@evenkeel/core/id';
import { beforeAll, describe, expect, test } from 'vitest';
import { startStrategyFirm } from '../strategy-firm.fixture.ts';

const { app, owner, today, goalId } = await startStrategyFirm();
let id: ProjectId;
let kpiId: KpiId;

beforeAll(async () => {
  id = (await owner.call(initiatives.create, { body: { name: 'Enter Poland' } })).id;
  const body = { goalId, name: 'Proposals asked for', baseline: 0, target: 20 };
  kpiId = (await owner.call(kpis.create, { body })).id;
});

async function standings() {
  const found = await owner.call(initiativeCases.get, { params: { id } });
  return found.assumptions.map(({ name, standing }) => [name, standing]);
}

describe('an assumption (ST-42)', () => {
  test('is untested until its KPI has an actual, then holds, and is flagged once disproved', async () => {
    const created = await owner.call(assumptions.create, {
      params: { id },
      body: { name: 'Buyers ask us', kpiId, operator: 'below', threshold: 5.5 },
    });
    expect(created).toMatchObject({ standing: 'untested', actual: null, threshold: 5.5 });
    const measure = (on: typeof today, value: number) =>
      owner.call(kpis.setActual, { params: { id: kpiId, on }, body: { value } });
    await measure(addDays(today, -30), 5.5);
    expect(await standings()).toEqual([['Buyers ask us', 'holds']]);
    await measure(today, 5);
    expect(await standings()).toEqual([['Buyers ask us', 'disproved']]);
    // An older actual that is put in late says nothing about now.
    await measure(addDays(today, -10), 9);
    expect(await standings()).toEqual([['Buyers ask us', 'disproved']]);
  });

  test('loses its KPI while that is in the trash, and is changed and removed on the record', async () => {
    const body = { name: 'Prices stay', kpiId, operator: 'above' as const, threshold: 3 };
    const created = await owner.call(assumptions.create, { params: { id }, body });
    expect(created.standing).toBe('disproved');
    await owner.call(kpis.remove, { params: { id: kpiId } });
    expect(await standings()).toContainEqual(['Prices stay', 'untested']);
    await owner.call(kpis.restore, { params: { id: kpiId } });
    const params = { id: created.id };
    const change = { params, version: 1, body: { threshold: 30 } };
    expect((await owner.call(assumptions.update, change)).standing).toBe('holds');
    expect((await owner.refused(assumptions.update, change)).code).toBe('stale-version');
    await owner.call(assumptions.remove, { params });
    const { rows } = await owner.call(history.list, { query: { root: 'project', rootId: id } });
    expect(rows[0]).toMatchObject({ subject: 'assumption', subjectName: 'Prices stay' });
  });

  test('takes no KPI that is not there or of another workspace, and a viewer writes none down', async () => {
    const stranger = await app.client();
    const refused = await stranger.refused(assumptions.create, {
      params: { id },
      body: { name: 'Not mine' },
    });
    expect(refused.status).toBe(404);
    const own = await stranger.call(initiatives.create, { body: { name: 'Own' } });
    const foreign = await stranger.refused(assumptions.create, {
      params: { id: own.id },
      body: { name: 'By their KPI', kpiId, threshold: 1 },
    });
    expect(foreign.issues[0]?.path).toEqual(['kpiId']);
    const viewer = await app.client({ role: 'viewer', workspaceOf: owner });
    const denied = await viewer.refused(assumptions.create, {
      params: { id },
      body: { name: 'None' },
    });
    expect(denied.code).toBe('not-allowed');
  });
});
