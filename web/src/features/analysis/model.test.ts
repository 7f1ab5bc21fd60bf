import type { InsightView } from '@evenkeel/contract/analysis';
import { expect, test } from 'vitest';
import { levelLines, sharePoints } from './model.ts';

// The charts read numbers, name and section only.
const insight = (part: Partial<InsightView>) =>
  ({ section: 'factors', levels: {}, share: null, growth: null, ...part }) as InsightView;

test('a strategy canvas draws a line for each competitor, with gaps where no level is known (ST-37)', () => {
  const insights = [
    insight({ name: 'Price', levels: { Us: 10, Rival: 0 } }),
    insight({ name: 'Speed', levels: { Us: 5 } }),
    insight({ name: 'Cut it', section: 'reduce' }),
  ];
  const { factors, lines } = levelLines({ insights, competitors: ['Us', 'Rival'] });
  expect(factors).toEqual(['Price', 'Speed']);
  expect(lines).toMatchObject([
    {
      name: 'Us',
      isOurs: true,
      points: [
        { x: 0.25, y: 0 },
        { x: 0.75, y: 0.5 },
      ],
    },
    { name: 'Rival', isOurs: false, points: [{ x: 0.25, y: 1 }] },
  ]);
});

test('a growth-share matrix puts equal share and ten percent growth in the middle', () => {
  const [middle, leader] = sharePoints([
    insight({ share: 100, growth: 1_000 }),
    insight({ share: 2_000, growth: 9_000 }),
    insight({ share: 50 }),
  ]);
  expect([middle?.x, middle?.y]).toEqual([0.5, 0.5]);
  expect([leader?.x, leader?.y]).toEqual([0, 0]);
});
