import { describe, expect, test } from 'vitest';
import { canMovePlan, planGaps, planStates, type WrittenPlan } from './plan.ts';

const whole: WrittenPlan = {
  mission: 'Help firms move',
  vision: 'The first choice in the north',
  standing: 'Six clients, one office',
  destination: 'Twelve clients, two offices',
  ownerId: 'ada',
  goalCount: 1,
};

describe('a strategic plan (ST-22)', () => {
  test('lacks nothing when everything is written and a goal stands in it', () => {
    expect(planGaps(whole)).toEqual([]);
  });

  test('cannot be approved without a goal, whatever else is written', () => {
    expect(planGaps({ ...whole, goalCount: 0 })[0]).toMatchObject({
      field: 'goals',
      isNeeded: true,
    });
  });

  test.each(['mission', 'vision', 'standing', 'destination'] as const)(
    'without its %s can be approved, and is told what to write',
    (field) => {
      const plan = { ...whole, [field]: ' \n' };
      expect(planGaps(plan)).toMatchObject([{ field, isNeeded: false }]);
    },
  );

  test('goes from draft to approved to closed, one step at a time, and back', () => {
    const steps = planStates.flatMap((from) =>
      planStates.filter((to) => canMovePlan(from, to)).map((to) => `${from} ${to}`),
    );
    expect(steps).toEqual([
      'draft approved',
      'approved draft',
      'approved closed',
      'closed approved',
    ]);
  });
});
