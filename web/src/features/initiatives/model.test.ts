import { describe, expect, test } from 'vitest';
import { givenShare, hoursHealth } from './model.ts';

describe('promised against given hours of an initiative', () => {
  test.each([
    [null, 600, null, null],
    [0, 600, null, null],
    [600, 600, 'on-track', 10_000],
    [600, 540, 'on-track', 9_000],
    [600, 539, 'off-track', 8_983],
    [600, 0, 'off-track', 0],
    [600, 900, 'on-track', 15_000],
  ] as const)('%s promised and %s given is %s', (promisedMinutes, loggedMinutes, health, share) => {
    expect(hoursHealth({ promisedMinutes, loggedMinutes })).toBe(health);
    expect(givenShare({ promisedMinutes, loggedMinutes })).toBe(share);
  });
});
