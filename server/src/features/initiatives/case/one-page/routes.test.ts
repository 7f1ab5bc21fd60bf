import { benefits, initiativeCases } from '@evenkeel/contract/initiative-case';
import { initiatives } from '@evenkeel/contract/initiatives';
import { expect, test } from 'vitest';
import { startStrategyFirm } from '../../strategy-firm.fixture.ts';

const { app, owner, goalId } = await startStrategyFirm();

test('a one-page case is for those who write until it is published, then for all staff (ST-10)', async () => {
  const viewer = await app.client({ role: 'viewer', workspaceOf: owner });
  const initiative = await owner.call(initiatives.create, {
    body: {
      name: 'Enter Poland',
      businessNeed: 'Two clients asked',
      goals: [{ goalId, strength: 2 }],
    },
  });
  const params = { id: initiative.id };
  await owner.call(benefits.create, {
    params,
    body: { name: 'Income', nature: 'money', amount: 500_000 },
  });
  const draft = await owner.call(initiativeCases.onePage, { params });
  expect(draft).toMatchObject({
    isPublished: false,
    need: 'Two clients asked',
    benefits: [{ name: 'Income', amount: 500_000 }],
    goals: [{ id: goalId }],
  });
  expect((await viewer.refused(initiativeCases.onePage, { params })).status).toBe(404);
  expect((await viewer.call(initiativeCases.published)).rows).toEqual([]);

  const body = { isCasePublished: true };
  await owner.call(initiatives.update, { params, version: initiative.version, body });
  const read = await viewer.call(initiativeCases.onePage, { params });
  expect((await viewer.call(initiativeCases.published)).rows).toEqual([read]);
  const stranger = await app.client();
  expect((await stranger.refused(initiativeCases.onePage, { params })).status).toBe(404);
  expect((await stranger.call(initiativeCases.published)).rows).toEqual([]);

  await owner.call(initiatives.remove, { params });
  expect((await viewer.refused(initiativeCases.onePage, { params })).status).toBe(404);
  expect((await viewer.call(initiativeCases.published)).rows).toEqual([]);
});
