import { addDays, type CalendarDate } from '../calendar-date.ts';
import { roundCommercially } from '../money.ts';

/** What can be answered when satisfaction is asked for, from very dissatisfied to very satisfied. */
export const scores = [1, 2, 3, 4, 5] as const;
/** A rating of satisfaction (CSAT), 1 to 5. */
export type Score = (typeof scores)[number];

/** When satisfaction is asked for: when a milestone is reached, or when the project is over (CR-03). */
export const satisfactionOccasions = ['milestone', 'close'] as const;
/** When satisfaction is asked for. */
export type SatisfactionOccasion = (typeof satisfactionOccasions)[number];

/** Days from asking to the one reminder. */
export const reminderAfterDays = 7;
/** Days from asking until it cannot be answered any more: four weeks. */
export const expiresAfterDays = 28;
/** Days for which a milestone that was reached, or a project that is over, is still asked about. */
export const askWithinDays = 14;
/** Working with a low score cannot wait: days until its task is due. */
export const followUpWithinDays = 2;

/** Whether somebody has to speak with the client: 1 or 2. */
export function isLowScore(score: Score): boolean {
  return score <= 2;
}

/** Whether a client is satisfied: 4 or 5. */
export function isSatisfied(score: Score): boolean {
  return score >= 4;
}

/** Whether a number is a score. */
export function isScore(value: number): value is Score {
  return scores.some((score) => score === value);
}

/** An answer on the day that it was given. */
export type SatisfactionAnswer = { readonly score: Score; readonly on: CalendarDate };

/** What some answers say together. */
export type SatisfactionSum = {
  readonly count: number;
  /** Mean score in hundredths, 100 to 500; null without answers. */
  readonly mean: number | null;
  /** Share of answers that are 4 or 5, in basis points; null without answers. */
  readonly satisfied: number | null;
};

/** The answers of one calendar quarter. */
export type SatisfactionQuarter = SatisfactionSum & {
  /** `2026-Q4`. */
  readonly quarter: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
};

/**
 * Number, mean and share of 4 and 5 of some answers. CSAT is reported as the share of the two best
 * answers and their number (Farris et al., Marketing Metrics, 2010).
 * @example sumOf([{ score: 5, on }, { score: 2, on }]) // { count: 2, mean: 350, satisfied: 5000 }
 */
export function sumOf(answers: readonly Pick<SatisfactionAnswer, 'score'>[]): SatisfactionSum {
  const count = answers.length;
  if (count === 0) return { count, mean: null, satisfied: null };
  const total = answers.reduce((sum, { score }) => sum + score, 0);
  const good = answers.filter(({ score }) => isSatisfied(score)).length;
  return {
    count,
    mean: roundCommercially((total * 100) / count),
    satisfied: roundCommercially((good * 10_000) / count),
  };
}

/**
 * Answers by calendar quarter, from the first that has one to the last, those without any between
 * them: what a trend is read from. O(answers + quarters).
 */
export function trendOf(answers: readonly SatisfactionAnswer[]): readonly SatisfactionQuarter[] {
  const days = answers.map(({ on }) => on).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const found: SatisfactionQuarter[] = [];
  for (let span = quarterOf(first); span.from <= last; span = quarterOf(addDays(span.to, 1))) {
    const own = answers.filter(({ on }) => on >= span.from && on <= span.to);
    found.push({ ...span, ...sumOf(own) });
  }
  return found;
}

/** The calendar quarter of a day. */
export function quarterOf(day: CalendarDate): Pick<SatisfactionQuarter, 'quarter' | 'from' | 'to'> {
  const year = Number(day.slice(0, 4));
  const number = Math.ceil(Number(day.slice(5, 7)) / 3);
  const [from, to] = quarterEdges[number - 1] ?? quarterEdges[0];
  return {
    quarter: `${year}-Q${number}`,
    // Four digits, a month and a day that every year has.
    from: `${day.slice(0, 4)}-${from}` as CalendarDate,
    to: `${day.slice(0, 4)}-${to}` as CalendarDate,
  };
}

const quarterEdges = [
  ['01-01', '03-31'],
  ['04-01', '06-30'],
  ['07-01', '09-30'],
  ['10-01', '12-31'],
] as const;
