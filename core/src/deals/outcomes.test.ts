import { describe, expect, test } from 'vitest';
import { type DecidedDeal, outcomesBy, outcomesOf } from './outcomes.ts';

const deal = (change: Partial<DecidedDeal>): DecidedDeal => ({
  isWon: true,
  value: 100,
  reason: null,
  contest: null,
  margin: null,
  ...change,
});

const deals = [
  deal({ contest: 'goal-led', value: 400, margin: { price: 400, cost: 300 } }),
  deal({ contest: 'goal-led', value: 600, margin: { price: 600, cost: 300 } }),
  deal({ contest: 'goal-led', isWon: false, value: 50, reason: 'Postponed' }),
  deal({ contest: 'initiative-led', value: 100, margin: { price: 100, cost: 90 } }),
  deal({ contest: 'initiative-led', isWon: false, value: 70, reason: 'Price' }),
  deal({ contest: 'initiative-led', isWon: false, value: 30, reason: 'Price' }),
  deal({ isWon: false, value: 5 }),
];

describe('win rate and margin by mark (B12)', () => {
  test('equal the sums of a hand', () => {
    expect(outcomesBy(deals, ({ contest }) => contest)).toEqual([
      {
        key: 'goal-led',
        wonCount: 2,
        wonValue: 1_000,
        lostCount: 1,
        lostValue: 50,
        winRate: 6_667,
        marginShare: 4_000,
      },
      {
        key: 'initiative-led',
        wonCount: 1,
        wonValue: 100,
        lostCount: 2,
        lostValue: 100,
        winRate: 3_333,
        marginShare: 1_000,
      },
      {
        key: null,
        wonCount: 0,
        wonValue: 0,
        lostCount: 1,
        lostValue: 5,
        winRate: 0,
        marginShare: null,
      },
    ]);
  });

  test('by reason count what was lost for it (CR-05)', () => {
    const lost = outcomesBy(
      deals.filter(({ isWon }) => !isWon),
      ({ reason }) => reason,
    );
    expect(lost.map(({ key, lostCount, lostValue }) => [key, lostCount, lostValue])).toEqual([
      ['Postponed', 1, 50],
      ['Price', 2, 100],
      [null, 1, 5],
    ]);
  });

  test('of nothing are no rate and no margin', () => {
    expect(outcomesOf([])).toMatchObject({ winRate: null, marginShare: null });
  });
});
