import type { LevellingOutcome, LevellingProposal } from '@evenkeel/contract/levelling';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { describe, expect, it } from 'vitest';
import { barOf, boundWords, moveOf, rangeOf, reasonWords, shiftWords } from './model.ts';

const day = (text: string) => text as CalendarDate; // tests write real days
const noReason = {
  kind: 'today',
  day: null,
  isProjectStart: false,
  person: null,
  role: null,
  tasks: [],
};

/** A proposal of which only the days and the reason are looked at. */
function proposal(own: object): LevellingProposal {
  return {
    startBefore: day('2026-11-30'),
    dueBefore: day('2026-12-04'),
    startOn: day('2026-11-30'),
    dueOn: day('2026-12-04'),
    isMoved: true,
    gap: null,
    reason: noReason,
    ...own,
  } as unknown as LevellingProposal; // the parts that these functions read
}

describe('what a levelling says', () => {
  it('tells later from earlier, longer and first days', () => {
    expect(moveOf(proposal({ isMoved: false }))).toBe('stays');
    expect(moveOf(proposal({ dueOn: day('2026-12-07') }))).toBe('later');
    expect(moveOf(proposal({ dueOn: day('2026-12-03') }))).toBe('earlier');
    expect(moveOf(proposal({ startOn: day('2026-12-01') }))).toBe('longer');
    expect(moveOf(proposal({ startBefore: null, dueBefore: null }))).toBe('first');
    expect([shiftWords(3), shiftWords(-1), shiftWords(0)]).toEqual(['+3 days', '−1 day', '']);
  });

  it('names who is busy with what', () => {
    const reason = {
      ...noReason,
      kind: 'person-busy',
      person: { name: 'Ann' },
      tasks: [{ name: 'Build' }],
    };
    expect(reasonWords(proposal({ reason }))).toBe('Ann is busy until then with “Build”.');
    expect(reasonWords(proposal({ gap: 'no-estimate' }))).toBe(
      'It can begin at once. It has no estimate, so it takes nobody’s time.',
    );
  });

  it('says how far the plan can be from the best possible', () => {
    const outcome = {
      end: '2026-12-10',
      earliestEnd: '2026-12-04',
      gapPercent: 4.26,
      isOptimal: false,
    };
    expect(boundWords(outcome as LevellingOutcome)).toContain(
      'at most 4.3% from the best possible',
    );
    expect(boundWords({ ...outcome, end: '2026-12-04' } as LevellingOutcome)).toBe(
      'No plan ends sooner.',
    );
  });

  it('places bars within the range of all rows', () => {
    const rows = [proposal({}), proposal({ startOn: day('2026-12-05'), dueOn: day('2026-12-09') })];
    const range = rangeOf(rows);
    expect(barOf(range, day('2026-11-30'), day('2026-12-04'))).toEqual({ left: 0, width: 0.5 });
    expect(barOf(range, null, null)).toBeNull();
  });
});
