import { projects } from '@evenkeel/contract/projects';
import { promises } from '@evenkeel/contract/promises';
import { calendarDate } from '@evenkeel/core/calendar-date';
import { expect, test } from 'vitest';
import { startTestApp } from '../../test/app.ts';
import { slippingProject } from '../delay-notices/slipping-project.fixture.ts';

const app = await startTestApp();

test('the promise-kept rate of project, account, manager and firm is the count by hand (B08)', async () => {
  const firm = await app.client();
  const first = await slippingProject(app, firm, 'First');
  const second = await slippingProject(app, firm, 'Second');
  const third = await slippingProject(app, firm, 'Third');
  // Told for 2100 and done today: kept. Told for 2020 and not done: broken.
  for (const { change, live } of [first, second]) await change(live, { state: 'done' });
  await first.change(first.concept, { isClientVisible: true, state: 'done' });
  for (const { projectId } of [first, third]) {
    await firm.call(promises.tell, {
      params: { id: projectId },
      body: {
        subject: { kind: 'client-project', id: projectId },
        what: 'date',
        day: calendarDate('2020-01-10'),
        wording: 'Everything runs',
        channel: 'meeting',
      },
    });
  }
  const rateOf = async (query: object) => (await firm.call(promises.list, { query })).rate;
  const byHand = [
    // Go live and Concept kept, the end broken.
    [first, { kept: 2, broken: 1, open: 0, rate: 6_667 }],
    // Go live kept, the end not due yet.
    [second, { kept: 1, broken: 0, open: 1, rate: 10_000 }],
    // The end broken, Go live not due yet.
    [third, { kept: 0, broken: 1, open: 1, rate: 0 }],
  ] as const;
  for (const [{ projectId, accountId }, expected] of byHand) {
    const { projectManager } = await firm.call(projects.get, { params: { id: projectId } });
    expect(await rateOf({ projectId })).toEqual(expected);
    expect(await rateOf({ accountId })).toEqual(expected);
    expect(await rateOf({ personId: projectManager?.id })).toEqual(expected);
  }
  expect(await rateOf({})).toEqual({ kept: 3, broken: 2, open: 2, rate: 6_000 });
});
