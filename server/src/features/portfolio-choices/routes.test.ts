import { deals } from '@evenkeel/contract/deals';
import { goals } from '@evenkeel/contract/goals';
import { costItems } from '@evenkeel/contract/initiative-case';
import { initiatives } from '@evenkeel/contract/initiatives';
import { people, roles, teams } from '@evenkeel/contract/people';
import { plans } from '@evenkeel/contract/plans';
import { portfolioChoices } from '@evenkeel/contract/portfolio-choices';
import { tasks } from '@evenkeel/contract/tasks';
import { addDays, addMonths, daysBetween, monthOf } from '@evenkeel/core/calendar-date';
import type { DealId, PortfolioChoiceId, ProjectId, RoleId } from '@evenkeel/core/id';
import { placedDates } from '@evenkeel/core/portfolio-choice/extent';
import { beforeAll, describe, expect, test } from 'vitest';
import { dayIn } from '../../platform/clock.ts';
import { type Client, startTestApp } from '../../test/app.ts';

const app = await startTestApp();
const today = dayIn('Europe/Berlin', new Date());
const first = addMonths(monthOf(today), 1);
let manager: Client;
let designer: RoleId;
let small: DealId;
let large: DealId;
let initiative: ProjectId;

const noRule = {
  firstMonth: null,
  lastMonth: null,
  isMandatory: false,
  exclusiveGroup: '',
  requires: [],
  pin: null,
  pinReason: '',
};
const hours = (count: number) => count * 60;
/** The days of whole months from the first of the choice. */
const days = (length: number) =>
  placedDates({ startOn: null, endOn: null, naturalMonth: null, length }, first);

/** One designer of 40 hours a week, two deals that want all of her, and an initiative. */
beforeAll(async () => {
  manager = await app.client();
  designer = (
    await manager.call(roles.create, {
      body: { name: 'Tailor', costRate: 6_000, billRate: 12_000 },
    })
  ).id;
  const body = { name: 'Anna', roleId: designer, weeklyMinutes: 2_400 };
  const anna = (await manager.call(people.create, { body })).id;
  const teamId = (await manager.call(teams.create, { body: { name: 'Studio' } })).id;
  small = await deal('Small', 2_000_000, hours(120));
  large = await deal('Large', 3_000_000, hours(140));
  const planId = (
    await manager.call(plans.create, {
      body: { name: 'Plan', startsOn: today, endsOn: addDays(today, 700) },
    })
  ).id;
  const goalId = (
    await manager.call(goals.create, { body: { name: 'Known', planId, driver: 'growth' } })
  ).id;
  initiative = (
    await manager.call(initiatives.create, {
      body: {
        name: 'Showroom',
        scope: 'One room',
        purpose: 'Be seen',
        teamId,
        ownerId: anna,
        projectManagerId: anna,
        budget: 1_000_000,
        goals: [{ goalId, strength: 2 }],
        ...days(2),
      },
    })
  ).id;
  await manager.call(costItems.create, {
    params: { id: initiative },
    body: { name: 'Building', kind: 'people', roleId: designer, minutes: hours(100) },
  });
});

async function deal(name: string, value: number, minutes: number): Promise<DealId> {
  const placed = days(1);
  const { id } = await manager.call(deals.create, {
    body: { name, value, deliveryStartOn: placed.startOn, deliveryEndOn: placed.endOn },
  });
  await manager.call(deals.setDemand, {
    params: { id },
    body: { lines: [{ roleId: designer, minutes }] },
  });
  return id;
}

async function choose(aims = {}): Promise<PortfolioChoiceId> {
  const { id } = await manager.call(portfolioChoices.create, {
    body: { name: 'Choice', monthCount: 3, dealDelayMonths: 0, initiativeDelayMonths: 0, ...aims },
  });
  return id;
}

async function run(id: PortfolioChoiceId) {
  await manager.call(portfolioChoices.run, { params: { id }, body: {} });
  for (let tries = 0; tries < 600; tries += 1) {
    const found = await manager.call(portfolioChoices.get, { params: { id } });
    if (!found.isRunning) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the run did not end');
}

const chosenOf = (found: Awaited<ReturnType<typeof run>>) =>
  found.result?.chosen.map(({ candidateId }) => candidateId) ?? [];

describe('choosing a portfolio (B01)', () => {
  test('gathers open deals and proposed initiatives with hours, margin and contribution', async () => {
    const id = await choose();
    const facts = await manager.call(portfolioChoices.facts, { params: { id } });
    expect(facts.candidates.map(({ name }) => name).sort()).toEqual(['Large', 'Showroom', 'Small']);
    expect(facts.candidates.find((one) => one.id === large)).toMatchObject({
      kind: 'deal',
      minutes: hours(140),
      costMinor: 140 * 6_000,
      contribution: null,
      gaps: [],
    });
    expect(facts.candidates.find((one) => one.id === initiative)).toMatchObject({
      kind: 'initiative',
      minutes: hours(100),
      marginMinor: null,
      contribution: 20,
      approvalGaps: [],
    });
  });

  test('takes the deal with more margin where one designer can work on one only, and says it is proven', async () => {
    const found = await run(await choose());
    expect(found.outcome).toMatchObject({ status: 'optimal', gapBasisPoints: 0, deals: 1 });
    expect(found).toMatchObject({ state: 'solved', changes: [], aimsChanged: false });
    expect(chosenOf(found)).toContain(large);
    expect(chosenOf(found)).not.toContain(small);
  });

  test('takes what a person puts in, with the reason that is kept, and none without a reason', async () => {
    const id = await choose();
    const params = { id, candidateId: small };
    const pin = { side: 'in', month: null } as const;
    const refusal = await manager.refused(portfolioChoices.setRule, {
      params,
      body: { ...noRule, pin },
    });
    expect(refusal.issues[0]).toMatchObject({ path: ['pinReason'] });
    await manager.call(portfolioChoices.setRule, {
      params,
      body: { ...noRule, pin, pinReason: 'We gave our word.' },
    });
    const found = await run(id);
    expect(chosenOf(found)).toContain(small);
    expect(chosenOf(found)).not.toContain(large);
    const { candidates } = await manager.call(portfolioChoices.facts, {
      params: { id },
      query: { as: 'solved' },
    });
    expect(candidates.find((one) => one.id === small)?.rule).toMatchObject({
      pin,
      pinReason: 'We gave our word.',
    });
  });

  test('names demands that cannot be met together', async () => {
    const id = await choose();
    for (const candidateId of [small, large])
      await manager.call(portfolioChoices.setRule, {
        params: { id, candidateId },
        body: { ...noRule, isMandatory: true },
      });
    const found = await run(id);
    expect(found.outcome?.status).toBe('infeasible');
    const kinds = found.result?.conflict.map(({ kind }) => kind).sort();
    expect(kinds).toEqual(['capacity', 'mandatory', 'mandatory']);
  });

  test('shows margins, costs and prices to managers only', async () => {
    const id = await choose();
    await run(id);
    const viewer = await app.client({ role: 'viewer', workspaceOf: manager });
    const seen = await viewer.call(portfolioChoices.get, { params: { id } });
    expect(seen.outcome).toMatchObject({ marginMinor: null, deals: 1 });
    const { candidates } = await viewer.call(portfolioChoices.facts, { params: { id } });
    expect(candidates.every(({ marginMinor }) => marginMinor === null)).toBe(true);
    expect(candidates.every(({ costMinor }) => costMinor === null)).toBe(true);
    const refusal = await viewer.refused(portfolioChoices.run, { params: { id }, body: {} });
    expect(refusal.code).toBe('not-allowed');
  });
});

describe('deciding on a portfolio (IN-05, BA-08)', () => {
  test('refuses when something has changed since, and names it; nothing is written', async () => {
    const id = await choose();
    const found = await run(id);
    const before = await manager.call(deals.get, { params: { id: large } });
    await manager.call(deals.update, {
      params: { id: large },
      version: before.version,
      body: { value: 3_100_000 },
    });
    const seen = await manager.call(portfolioChoices.get, { params: { id } });
    expect(seen.changes).toEqual([
      expect.objectContaining({ kind: 'candidate', candidateId: large, aspects: ['value'] }),
    ]);
    const refusal = await manager.refused(portfolioChoices.apply, {
      params: { id },
      body: {
        runId: found.run?.id ?? ('' as never),
        decisions: [{ candidateId: large, verdict: 'pursue' }],
      },
    });
    expect(refusal).toMatchObject({ code: 'wrong-state' });
    expect(refusal.detail).toContain('Large');
    const after = await manager.call(portfolioChoices.get, { params: { id } });
    expect(after).toMatchObject({ state: 'solved', decisions: [] });
  });

  test('makes exactly what was shown, keeps who decided and why, and can be taken back', async () => {
    const opening = await manager.call(tasks.create, {
      body: { projectId: initiative, name: 'Opening', isMilestone: true, dueOn: days(2).startOn },
    });
    const dueOn = async () =>
      (await manager.call(tasks.get, { params: { id: opening.id } })).dueOn ?? today;
    const dueBefore = await dueOn();
    const id = await choose({ initiativeDelayMonths: 1 });
    await manager.call(portfolioChoices.setRule, {
      params: { id, candidateId: initiative },
      body: {
        ...noRule,
        pin: { side: 'in', month: addMonths(first, 1) },
        pinReason: 'Everybody is away before.',
      },
    });
    const found = await run(id);
    const runId = found.run?.id ?? ('' as never);
    const shown = found.result?.chosen.find((one) => one.candidateId === initiative);
    expect(shown).toBeDefined();
    const decisions = [
      { candidateId: initiative, verdict: 'start' as const },
      { candidateId: large, verdict: 'decline' as const },
    ];
    const refusal = await manager.refused(portfolioChoices.apply, {
      params: { id },
      body: { runId, decisions },
    });
    expect(refusal.issues).toEqual([expect.objectContaining({ path: ['decisions', 1, 'reason'] })]);
    const decided = await manager.call(portfolioChoices.apply, {
      params: { id },
      body: {
        runId,
        decisions: decisions.map((one) => ({ ...one, reason: 'The partners said so.' })),
      },
    });
    expect(decided.state).toBe('decided');
    expect(decided.decisions).toHaveLength(2);
    const begun = await manager.call(initiatives.get, { params: { id: initiative } });
    expect(begun).toMatchObject({
      state: 'approved',
      startOn: shown?.startOn,
      endOn: shown?.endOn,
    });
    const moved = daysBetween(days(2).startOn, shown?.startOn ?? days(2).startOn);
    expect(moved).toBeGreaterThan(0);
    // Its tasks go with its start, and come back with it.
    expect(daysBetween(dueBefore, await dueOn())).toBe(moved);
    const of = await manager.call(portfolioChoices.decisionsOf, { query: { subjectId: large } });
    expect(of.rows[0]).toMatchObject({
      verdict: 'decline',
      wasProposed: false,
      reason: 'The partners said so.',
      differs: [],
    });
    const back = await manager.call(portfolioChoices.takeBack, { params: { id } });
    expect(back).toMatchObject({ takenBack: 2, changedSince: 0 });
    const again = await manager.call(initiatives.get, { params: { id: initiative } });
    expect(again).toMatchObject({ state: 'considered', ...days(2) });
    expect(await dueOn()).toBe(dueBefore);
  });
});
