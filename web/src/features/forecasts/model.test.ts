import type { ForecastResultView, ForecastView } from '@evenkeel/contract/forecasts';
import { describe, expect, it } from 'vitest';
import { basisText, chanceTone, isWanted, ratioText, shareText } from './model.ts';

const view: ForecastView = {
  state: 'done',
  done: 0,
  samples: 0,
  failure: null,
  isLevelled: false,
  isOutdated: false,
  result: null,
};

describe('the words of a forecast (U14)', () => {
  it('a chance is good from four of five on, and bad below half', () => {
    expect([0.8, 0.79, 0.5, 0.49].map(chanceTone)).toEqual(['good', 'warn', 'warn', 'bad']);
  });

  it('is made by itself when there is none or the plan has moved on, and not again after a failure', () => {
    expect(isWanted({ ...view, state: null })).toBe(true);
    expect(isWanted({ ...view, isOutdated: true })).toBe(true);
    expect(isWanted(view)).toBe(false);
    expect(isWanted({ ...view, state: 'failed', isOutdated: true })).toBe(false);
    expect(isWanted({ ...view, state: 'running', isOutdated: true })).toBe(false);
  });

  it('says what the spread rests on', () => {
    // Only what the sentence reads.
    const result = (sources: ForecastResultView['sources']) =>
      ({ sources, pastCount: 220 }) as ForecastResultView;
    expect(basisText(result({ estimates: 1, past: 8, none: 2 }))).toBe(
      '1 task from three estimates, 8 tasks from our own past (220 finished tasks), 2 tasks as planned, for nothing says more.',
    );
    expect(basisText(result({ estimates: 0, past: 0, none: 0 }))).toBe('Nothing is left to do.');
  });

  it('shares are whole per cent, ratios have two places', () => {
    expect([shareText(0.024), ratioText(1.178)]).toEqual(['2%', '1.18 ×']);
  });
});
