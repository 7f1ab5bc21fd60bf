import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { addDays, calendarDate } from '../calendar-date.ts';
import { portalLanguages } from '../words/language.ts';
import { statusReportWords } from '../words/status-report.ts';
import { textsOf } from '../words/words.ts';
import { draftCheckIn, longestCheckInLine } from './check-in.ts';
import { type ClientFacts, clientStanding, reportWeek } from './client-facts.ts';
import { draftClientText } from './client-text.ts';
import type { InternalFacts } from './internal-facts.ts';
import { draftInternalText } from './internal-text.ts';
import { filledSections, reportSections } from './report-text.ts';
import { wordingIssues } from './wording.ts';

const today = calendarDate('2027-05-12');
const item = (name: string, promisedOn: string | null = null) => ({
  id: name,
  name,
  isMilestone: false,
  promisedOn: promisedOn === null ? null : calendarDate(promisedOn),
});
const facts: ClientFacts = {
  project: 'Shop',
  week: reportWeek(today),
  today,
  done: [{ ...item('Design'), doneOn: calendarDate('2027-05-11') }],
  next: [item('Build', '2027-06-01')],
  needs: [item('Access to the till')],
  decisions: [{ name: 'One language first', decidedOn: calendarDate('2027-05-10') }],
  notices: [],
  slips: [
    { id: 'x', name: 'Test', fromOn: calendarDate('2027-06-10'), toOn: calendarDate('2027-06-11') },
  ],
};

const anyText = fc.string({ minLength: 1, maxLength: 20 });
const anyDay = fc.integer({ min: -60, max: 60 }).map((days) => addDays(today, days));
const anyItem = fc.record({
  id: anyText,
  name: anyText,
  isMilestone: fc.boolean(),
  promisedOn: fc.option(anyDay),
});
const anySlip = fc.record({ id: anyText, name: anyText, fromOn: anyDay, toOn: anyDay });
const anyFacts: fc.Arbitrary<ClientFacts> = fc.record({
  project: anyText,
  week: fc.constant(facts.week),
  today: fc.constant(today),
  done: fc.array(fc.tuple(anyItem, anyDay).map(([one, doneOn]) => ({ ...one, doneOn }))),
  next: fc.array(anyItem),
  needs: fc.array(anyItem),
  decisions: fc.array(fc.record({ name: anyText, decidedOn: anyDay })),
  notices: fc.array(anySlip),
  slips: fc.array(anySlip),
});

/** What no client may read, in every field that the team's facts have and the client's have not. */
const sentinel = 'XSENTINELX';
const own = (name: string) => ({ name: `${name}${sentinel}`, people: [sentinel], dueOn: today });
const internal: InternalFacts = {
  project: 'Shop',
  account: 'Hofladen',
  week: facts.week,
  today,
  health: { health: 'off-track', note: sentinel, by: sentinel },
  checkIn: { by: sentinel, moved: sentinel, next: sentinel, obstacle: sentinel },
  done: [{ ...own('a'), doneOn: today }],
  next: [own('b')],
  overdue: [own('c')],
  needs: facts.needs,
  decisions: facts.decisions,
  notices: facts.notices,
  slips: facts.slips,
  endOn: today,
  p80On: addDays(today, 30),
  loggedMinutes: 1_092,
  estimateMinutes: 1_200,
};

describe('the client text (B11, CL-16)', () => {
  it('has no field to read health, hours, money, forecasts, notes or people from', () => {
    type Inside = Exclude<keyof InternalFacts, keyof ClientFacts>;
    expectTypeOf<Extract<keyof ClientFacts, Inside>>().toBeNever();
    expectTypeOf<keyof ClientFacts>().toEqualTypeOf<
      'project' | 'week' | 'today' | 'done' | 'next' | 'needs' | 'decisions' | 'notices' | 'slips'
    >();
  });

  it('is byte for byte the same whatever is planted in every internal field', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...portalLanguages), (seen, language) => {
        const plain = draftClientText(seen, language);
        // Even handed over with everything else on it, as a careless caller would.
        const planted = draftClientText({ ...internal, ...seen }, language);
        expect(planted).toEqual(plain);
        expect(JSON.stringify(planted)).not.toContain(sentinel);
      }),
      { numRuns: 300 },
    );
  });

  it('says in each language what was done, what comes next by the promised day, and what is needed', () => {
    const text = draftClientText(facts, 'de');
    expect(text.done).toBe('Design, abgeschlossen am 11. Mai 2027');
    expect(text.next).toBe('Build, bis 1. Juni 2027');
    expect(text.slips).toBe('Test: erwartet am 11. Juni 2027; zugesagt für den 10. Juni 2027');
    expect(draftClientText(facts, 'en').standing).toContain('proceeding as promised');
    expect(filledSections(text).map(({ section }) => section)).toEqual(
      reportSections.filter((section) => section !== 'risks'),
    );
  });

  it('stands by what was told alone: the gravest first', () => {
    expect(clientStanding(facts)).toBe('as-promised');
    const waits = { ...facts, needs: [item('Access', '2027-05-01')] };
    expect(clientStanding(waits)).toBe('waits');
    const moves = { ...waits, notices: facts.slips };
    expect(clientStanding(moves)).toBe('date-moves');
    const late = { ...moves, next: [item('Build', '2027-05-11')] };
    expect(clientStanding(late)).toBe('late');
    expect(draftClientText(late, 'fr').next).toContain('reste à livrer');
    expect(draftClientText(late, 'es').risks.split('\n')).toHaveLength(2);
  });
});

describe('the two voices (CL-16)', () => {
  it('draft formally for the client in every language, whatever the facts are', () => {
    for (const { language, text } of textsOf(statusReportWords)) {
      expect(wordingIssues(text, language)).toEqual([]);
    }
    for (const language of portalLanguages) {
      const said = Object.values(draftClientText(facts, language)).join('\n');
      expect(wordingIssues(said, language)).toEqual([]);
    }
  });

  it('tell the team everything, in a tone that the rules would not let out', () => {
    const text = draftInternalText(internal);
    expect(text.standing).toContain('Off track, says');
    expect(text.risks).toContain("That's 91 % of the estimated hours used.");
    expect(text.risks).toContain('four in five chances say 11 June 2027');
    expect(
      wordingIssues(draftInternalText({ ...internal, health: null, checkIn: null }).standing, 'en'),
    ).toEqual([{ rule: 'contraction', excerpt: "Nobody's" }]);
  });

  it.each([
    ['en', "We're late, sorry!", ['contraction', 'exclamation', 'casual-word']],
    ['en', 'Your margin is ours.', ['inside-word']],
    ['en', 'This is URGENT 🚀', ['emoji', 'shouting']],
    ['de', 'Schick uns deinen Zugang, ok?', ['familiar-address', 'casual-word']],
    ['fr', 'Peux-tu nous répondre ?', ['familiar-address']],
    ['fr', 'Tu peux nous répondre ?', ['familiar-address']],
    ['es', 'Dinos qué piensas tú', ['familiar-address']],
    ['de', 'Der Titel „Du und ich!“ bleibt.', []],
    ['en', 'The client’s file is here; we cannot open it.', []],
  ] as const)('hold %s "%s" against the rules', (language, text, rules) => {
    expect(wordingIssues(text, language).map(({ rule }) => rule)).toEqual(rules);
  });
});

it('a check-in is drafted from the week in three short lines (PM-16)', () => {
  const many = Array.from({ length: 9 }, (_, index) => own(`Task ${index} `));
  const draft = draftCheckIn({ ...internal, next: many, needs: [item('Access', '2027-05-01')] });
  expect(draft.next).toContain('and 6 more, the first by 12 May 2027');
  expect(draft.obstacle).toContain('Waiting for the client: Access');
  for (const line of Object.values(draft)) expect(line.length).toBeLessThan(longestCheckInLine);
});
