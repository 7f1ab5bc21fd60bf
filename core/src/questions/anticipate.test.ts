import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '../calendar-date.ts';
import { type ClientFacts, reportWeek } from '../status-reports/client-facts.ts';
import { wordingIssues } from '../status-reports/wording.ts';
import { portalLanguages } from '../words/language.ts';
import { questionWords } from '../words/question.ts';
import { textsOf } from '../words/words.ts';
import { anticipate, type QuestionFacts } from './anticipate.ts';

const today = calendarDate('2027-05-12');
const item = (name: string, days: number | null) => ({
  id: name,
  name,
  isMilestone: false,
  promisedOn: days === null ? null : addDays(today, days),
});
const client: ClientFacts = {
  project: 'Shop',
  week: reportWeek(today),
  today,
  done: [],
  next: [item('Build', 10)],
  needs: [item('Access', 5)],
  decisions: [],
  notices: [],
  slips: [],
};
const calm: QuestionFacts = {
  client,
  rejected: [],
  hoursUsed: 5_000,
  showsHours: false,
  heardOn: addDays(today, -3),
  quietAfterDays: 7,
};
const rulesOf = (facts: QuestionFacts) => anticipate(facts, 'en').map(({ rule }) => rule);

describe('anticipated questions (CL-10)', () => {
  it('are none while nothing calls for one', () => {
    expect(rulesOf(calm)).toEqual([]);
  });

  it.each<[string, Partial<QuestionFacts>, string[]]>([
    [
      'a promised day passed',
      { client: { ...client, next: [item('Build', -1)] } },
      ['promise-late'],
    ],
    [
      'a date moved',
      {
        client: {
          ...client,
          notices: [{ id: 'b', name: 'Build', fromOn: today, toOn: addDays(today, 9) }],
        },
      },
      ['date-moved'],
    ],
    ['a deliverable was sent back', { rejected: [{ id: 'd', name: 'Draft' }] }, ['rejected']],
    ['a duty is overdue', { client: { ...client, needs: [item('Access', -2)] } }, ['need-overdue']],
    ['80 % of the hours are used', { hoursUsed: 8_000 }, ['hours-used']],
    ['just under 80 %', { hoursUsed: 7_999 }, []],
    ['a week and a day without a word', { heardOn: addDays(today, -8) }, ['silence']],
    ['never a word', { heardOn: null }, ['silence']],
    [
      'nothing bears a day',
      { client: { ...client, next: [item('Build', null)] } },
      ['nothing-next'],
    ],
  ])('come when %s', (_, change, rules) => {
    expect(rulesOf({ ...calm, ...change })).toEqual(rules);
  });

  it('have one key for one cause, the most pressing first, and say what calls for them', () => {
    const pressed = anticipate(
      {
        ...calm,
        heardOn: null,
        hoursUsed: 9_100,
        client: { ...client, next: [item('Build', -4)], needs: [item('Access', -2)] },
      },
      'en',
    );
    expect(pressed.map(({ key }) => key)).toEqual([
      'promise-late:Build:2027-05-08',
      'need-overdue:Access:2027-05-10',
      'hours-used:9',
      'silence:2027-05-10',
    ]);
    expect(pressed[0]?.because).toBe('Build was promised for 8 May 2027, 4 days ago');
  });

  it('never name hours that the client is not shown, in any language', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 8_000, max: 20_000 }),
        fc.constantFrom(...portalLanguages),
        (hoursUsed, language) => {
          const [hidden] = anticipate({ ...calm, hoursUsed }, language);
          const [shown] = anticipate({ ...calm, hoursUsed, showsHours: true }, language);
          expect(hidden?.answer).not.toMatch(/\d/);
          expect(shown?.answer).toContain(String(Math.floor(hoursUsed / 100)));
        },
      ),
    );
  });

  it('are worded formally in every language', () => {
    for (const { language, text } of textsOf(questionWords)) {
      expect(wordingIssues(text, language)).toEqual([]);
    }
  });
});
