import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../random.ts';
import { normalQuantile } from './normal.ts';
import { type PastTask, pastHonesty, pastRatios } from './past-ratios.ts';

/** Tasks whose log ratios are normal round the mean of their kind, shifted together by project. */
function tasksOf(
  kinds: Readonly<Record<string, { count: number; mean: number }>>,
  { deviation = 0.4, together = 0, seed = 1 } = {},
): PastTask[] {
  const random = seededRandom(seed);
  const score = () => normalQuantile(Math.max(1e-6, random()));
  const shifts = Array.from({ length: 30 }, () => together * score());
  return Object.entries(kinds).flatMap(([key, { count, mean }]) =>
    Array.from({ length: count }, (_, i) => ({
      id: `${key}${i}`,
      projectId: `p${i % 30}`,
      key,
      estimateMinutes: 480,
      actualMinutes: 480 * Math.exp(mean + (shifts[i % 30] ?? 0) + deviation * score()),
    })),
  );
}

const many = { design: { count: 400, mean: 0.3 }, build: { count: 400, mean: 0 } };

describe('the firm’s own past (IN-07)', () => {
  it('finds ratio and spread of each kind', () => {
    const { kinds, count } = pastRatios(tasksOf(many));
    expect(count).toBe(800);
    const design = kinds.find(({ key }) => key === 'design');
    expect(design?.ratio).toBeCloseTo(Math.exp(0.3), 1);
    expect(design?.spread.logDeviation).toBeCloseTo(0.4, 1);
    expect(design?.weight).toBeGreaterThan(0.95);
  });

  it('a kind with few tasks is drawn towards the firm, one never seen is the firm', () => {
    const found = pastRatios(tasksOf({ ...many, odd: { count: 2, mean: 2 } }));
    const odd = found.kinds.find(({ key }) => key === 'odd');
    expect(odd?.ratio).toBeLessThan(odd?.ownRatio ?? 0);
    expect(odd?.ratio).toBeGreaterThan(found.ratio);
    expect(Math.exp(found.spreadOf('never')?.logMean ?? 0)).toBeCloseTo(found.ratio, 6);
  });

  it('kinds that do not differ are one', () => {
    const same = {
      a: { count: 6, mean: 0.2 },
      b: { count: 500, mean: 0.2 },
      c: { count: 500, mean: 0.2 },
    };
    const { kinds, ratio } = pastRatios(tasksOf(same));
    const few = kinds.find(({ key }) => key === 'a');
    expect(few?.weight).toBeLessThan(0.5);
    expect(Math.abs((few?.ratio ?? 0) - ratio)).toBeLessThan(0.15);
  });

  it('foretells honestly: of tasks left out one by one, P50, P80 and P95 hold as often as they say', () => {
    const honesty = pastHonesty(tasksOf(many));
    expect(honesty?.within50).toBeCloseTo(0.5, 1);
    expect(honesty?.within80).toBeCloseTo(0.8, 1);
    expect(honesty?.within95).toBeCloseTo(0.95, 1);
    expect(honesty?.errorWithRatios).toBeLessThan(honesty?.errorAsEstimated ?? 0);
  });

  it('a task is not foretold from itself', () => {
    const [first, ...rest] = tasksOf({ a: { count: 6, mean: 0 } }, { deviation: 0 });
    const far = { ...first, actualMinutes: 4_800 } as PastTask;
    // The five others agree on 1, so the odd one lies beyond whatever they say.
    expect(pastHonesty([far, ...rest])?.within95).toBeCloseTo(5 / 6, 6);
  });

  it('tasks that run over together by project are found to', () => {
    expect(pastRatios(tasksOf(many, { together: 0 })).correlation).toBeLessThan(0.05);
    // 0.3² / (0.3² + 0.4²) = 0.36.
    const found = pastRatios(tasksOf(many, { together: 0.3, seed: 4 })).correlation;
    expect(found).toBeGreaterThan(0.2);
    expect(found).toBeLessThan(0.5);
  });

  it('says nothing without finished tasks, or of tasks without hours', () => {
    expect(pastRatios([]).spreadOf('a')).toBeNull();
    expect(pastRatios([])).toMatchObject({ count: 0, ratio: 1, kinds: [] });
    expect(pastHonesty([])).toBeNull();
    const unlogged = tasksOf(many).map((task) => ({ ...task, actualMinutes: 0 }));
    expect(pastRatios(unlogged).count).toBe(0);
  });
});
