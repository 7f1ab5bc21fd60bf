import { type CalendarDate, daysBetween, weekStart } from '../calendar-date.ts';
import { type ClientFacts, isPast } from '../status-reports/client-facts.ts';
import { dayInWords } from '../status-reports/day-in-words.ts';
import { hoursWarning } from '../status-reports/internal-facts.ts';
import type { PortalLanguage } from '../words/language.ts';
import { questionWords } from '../words/question.ts';
import { say } from '../words/words.ts';

/** What makes a client ask, the most pressing first (CL-10). */
export const questionRules = [
  'promise-late',
  'date-moved',
  'rejected',
  'need-overdue',
  'hours-used',
  'silence',
  'nothing-next',
] as const;
/** What makes a client ask. */
export type QuestionRule = (typeof questionRules)[number];

/** What the rules look at: what the client sees, and a little that only the firm knows. */
export type QuestionFacts = {
  readonly client: ClientFacts;
  /** Deliverables that the client sent back and that have not come again. */
  readonly rejected: readonly { readonly id: string; readonly name: string }[];
  /** Share of the estimated hours that is used, basis points; null without an estimate. */
  readonly hoursUsed: number | null;
  /** Whether the firm shows the client the hours used. Without it no answer names them. */
  readonly showsHours: boolean;
  /** The last day on which the client heard from the firm; null for never. */
  readonly heardOn: CalendarDate | null;
  /** Days without a word after which there is silence. */
  readonly quietAfterDays: number;
};

/** A question to expect, with a draft of its answer and the facts that call for it. */
export type AnticipatedQuestion = {
  readonly rule: QuestionRule;
  /** The same for the same cause, so that it is answered or put aside once. */
  readonly key: string;
  readonly question: string;
  readonly answer: string;
  /** Why it is expected, for the team, in English. */
  readonly because: string;
};

/**
 * The questions that the state of a project calls for, the most pressing first. The texts are in the
 * client's language and made of what the client can see; hours are named only where they are shown.
 */
export function anticipate(facts: QuestionFacts, language: PortalLanguage): AnticipatedQuestion[] {
  const found = [
    ...latePromises(facts, language),
    ...movedDates(facts, language),
    ...rejections(facts, language),
    ...overdueNeeds(facts, language),
    ...usedHours(facts, language),
    ...silence(facts, language),
    ...nothingNext(facts, language),
  ];
  return found.sort((a, b) => questionRules.indexOf(a.rule) - questionRules.indexOf(b.rule));
}

type Rule = (facts: QuestionFacts, language: PortalLanguage) => AnticipatedQuestion[];

const latePromises: Rule = ({ client }, language) =>
  client.next.flatMap((item) => {
    const { id, name, promisedOn } = item;
    if (promisedOn === null || !isPast(item, client.today)) return [];
    const days = daysBetween(promisedOn, client.today);
    return asked('promise-late', `${id}:${promisedOn}`, language, {
      values: { name, day: dayInWords(promisedOn, language) },
      because: `${name} was promised for ${dayInWords(promisedOn, 'en')}, ${days} days ago`,
    });
  });

const movedDates: Rule = ({ client }, language) =>
  [...client.notices, ...client.slips].flatMap(({ id, name, fromOn, toOn }) =>
    asked('date-moved', `${id}:${toOn}`, language, {
      values: { name, from: dayInWords(fromOn, language), to: dayInWords(toOn, language) },
      because: `${name} moves from ${dayInWords(fromOn, 'en')} to ${dayInWords(toOn, 'en')}`,
    }),
  );

const rejections: Rule = ({ rejected }, language) =>
  rejected.flatMap(({ id, name }) =>
    asked('rejected', id, language, {
      values: { name },
      because: `${name} was sent back and has not come again`,
    }),
  );

const overdueNeeds: Rule = ({ client }, language) =>
  client.needs.flatMap((item) => {
    const { id, name, promisedOn } = item;
    if (promisedOn === null || !isPast(item, client.today)) return [];
    return asked('need-overdue', `${id}:${promisedOn}`, language, {
      values: { name, day: dayInWords(promisedOn, language) },
      because: `${name} is theirs to bring since ${dayInWords(promisedOn, 'en')}`,
    });
  });

/** Asked anew at each further tenth. */
const usedHours: Rule = ({ hoursUsed, showsHours }, language) => {
  if (hoursUsed === null || hoursUsed < hoursWarning) return [];
  const percent = Math.floor(hoursUsed / 100);
  return asked('hours-used', String(Math.floor(hoursUsed / 1_000)), language, {
    values: { percent },
    answer: showsHours ? 'hours-used-answer' : 'hours-hidden-answer',
    because: `${percent} % of the estimated hours are used`,
  });
};

/** Asked anew each week. */
const silence: Rule = ({ client, heardOn, quietAfterDays }, language) => {
  const days = heardOn === null ? null : daysBetween(heardOn, client.today);
  if (days !== null && days <= quietAfterDays) return [];
  const values = { done: client.done.length, next: client.next[0]?.name ?? '' };
  return asked('silence', weekStart(client.today), language, {
    values,
    answer: values.next === '' ? 'silence-bare-answer' : 'silence-answer',
    because:
      days === null
        ? 'they have never heard from us'
        : `they have not heard from us for ${days} days`,
  });
};

const nothingNext: Rule = ({ client }, language) => {
  if (client.next.length > 0 && client.next.some(({ promisedOn }) => promisedOn !== null))
    return [];
  return asked('nothing-next', weekStart(client.today), language, {
    values: {},
    because:
      client.next.length === 0
        ? 'they see nothing that is to come'
        : 'nothing that is to come bears a day that they were told',
  });
};

type AnswerKey = `${QuestionRule}-answer` | 'hours-hidden-answer' | 'silence-bare-answer';

function asked(
  rule: QuestionRule,
  cause: string,
  language: PortalLanguage,
  of: {
    readonly values: Readonly<Record<string, string | number>>;
    readonly answer?: AnswerKey;
    readonly because: string;
  },
): AnticipatedQuestion[] {
  const words = say(questionWords, language);
  return [
    {
      rule,
      key: `${rule}:${cause}`,
      question: words(rule, of.values),
      answer: words(of.answer ?? `${rule}-answer`, of.values),
      because: of.because,
    },
  ];
}
