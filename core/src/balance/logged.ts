import { dateFromDayNumber, dayNumber, daysBetween, monthOf } from '../calendar-date.ts';
import { type Days, type Term, termsBetween } from '../capacity/person-capacity.ts';
import { entryOf } from '../grouping.ts';
import type { PersonId } from '../id.ts';
import { costOfMinutes } from '../money.ts';
import type { BalanceInput, BalancePerson, TimeLog } from './input.ts';
import {
  type GrowingSum,
  type LoadFacts,
  type LoadRow,
  type LoadSum,
  loadSum,
  nothing,
} from './load.ts';
import { type MonthSpan, monthSpans } from './months.ts';
import { type HourlyRate, type RateStep, rateBook, rememberedSteps } from './rates.ts';
import { type DayNumbers, type DayRange, dayNumbers, eachEntry } from './time-log.ts';

/** A row for each time entry on the days of `range`. Logs without ids make rows without a source. */
export function loggedRows(input: BalanceInput, range: DayRange): LoadRow[] {
  const factsOf = pricing(input, range);
  const within = dayNumbers(range);
  const rows: LoadRow[] = [];
  for (const log of input.logs) {
    const facts = factsOf(log);
    if (!facts) continue;
    eachEntry(log, within, (day, minutes, place) => {
      const on = dateFromDayNumber(day);
      const sum = loadSum(facts.on(day), { month: monthOf(on), from: on, to: on }, nothing);
      addTo(sum, minutes, facts.rateOn(day));
      rows.push({ ...sum, source: 'entry', sourceId: log.entryIds[place] ?? '' });
    });
  }
  return rows;
}

/** The same entries, added up by log and month. Complexity: O(entries + logs × months). */
export function loggedSums(input: BalanceInput, range: DayRange): LoadSum[] {
  const factsOf = pricing(input, range);
  const within = dayNumbers(range);
  const spans = monthSpans(range);
  const monthAt = monthPlaces(spans);
  const sums: LoadSum[] = [];
  for (const log of input.logs) {
    const facts = factsOf(log);
    if (!facts) continue;
    for (const part of facts.parts) {
      const ofLog: (GrowingSum | undefined)[] = [];
      eachEntry(log, part, (day, minutes) => {
        const month = monthAt[day - within.first] ?? 0;
        let sum = ofLog[month];
        if (!sum) {
          const span = spans[month];
          if (!span) return;
          sum = loadSum(part.facts, span, nothing);
          ofLog[month] = sum;
          sums.push(sum);
        }
        addTo(sum, minutes, facts.rateOn(day));
      });
    }
  }
  return sums;
}

type LogFacts = {
  /** Whose and what it is, in parts where the person's role or team changes. */
  readonly parts: readonly LogPart[];
  readonly on: (day: number) => LoadFacts;
  /** What an hour of a day counts; its bill rate is 0 unless it is billable client work. */
  readonly rateOn: (day: number) => HourlyRate | null;
};

type LogPart = DayNumbers & { readonly facts: LoadFacts };

/** Who and what each log is of, and the rates of its days; nothing for projects that are not there. */
function pricing(input: BalanceInput, range: DayRange): (log: TimeLog) => LogFacts | null {
  const stepsOf = rememberedSteps(rateBook(input), range);
  const people = new Map(input.people.map((person) => [person.id, person]));
  const projects = new Map(input.projects.map((project) => [project.id, project]));
  const ratesOf = new Map<string, LogFacts['rateOn']>();
  const within = dayNumbers(range);
  const termsOf = new Map<PersonId, ReturnType<typeof termDays>>();
  return (log) => {
    const project = projects.get(log.projectId);
    if (!project) return null;
    const person = people.get(log.personId);
    const isCharged = project.kind === 'client' && log.isBillable;
    // The same text for all of a person's rows: grouping by it is then quicker.
    const personId = person?.id ?? log.personId;
    const who = { personId, roleId: null };
    const days = entryOf(termsOf, personId, () => termDays(person, within));
    const parts = days.map(({ from, to, term }) => ({
      first: from,
      last: to,
      facts: {
        certainty: 'logged',
        kind: project.kind,
        projectId: project.id,
        dealId: null,
        personId,
        roleId: term?.roleId ?? null,
        teamId: term?.teamId ?? null,
      } as const,
    }));
    const [first, ...others] = parts;
    if (!first) return null;
    return {
      parts,
      on: (day) => others.findLast((part) => part.first <= day)?.facts ?? first.facts,
      rateOn: entryOf(ratesOf, `${isCharged} ${log.personId}`, () =>
        rateByDay(stepsOf(who), isCharged),
      ),
    };
  };
}

/** Days with a person's terms; all of them without any for somebody who is not there. */
function termDays(
  person: BalancePerson | undefined,
  { first, last }: DayNumbers,
): readonly (Days & { readonly term: Term | null })[] {
  if (!person) return [{ from: first, to: last, term: null }];
  return termsBetween(person.capacity, first, last);
}

function rateByDay(steps: readonly RateStep[], isCharged: boolean): LogFacts['rateOn'] {
  const ends = steps.map(({ to, rate }) => ({
    last: dayNumber(to),
    rate: rate && !isCharged ? { ...rate, billPerHourMinor: 0 } : rate,
  }));
  const [only, ...others] = ends;
  if (others.length === 0) return () => only?.rate ?? null;
  return (day) => ends.find(({ last }) => day <= last)?.rate ?? null;
}

function addTo(sum: GrowingSum, minutes: number, rate: HourlyRate | null): void {
  sum.minutes += minutes;
  if (!rate) return;
  sum.costMinor += costOfMinutes(minutes, rate.costPerHourMinor);
  sum.billMinor += costOfMinutes(minutes, rate.billPerHourMinor);
}

/** The place of its month for each day, the first being that of the first month. */
function monthPlaces(spans: readonly MonthSpan[]): number[] {
  return spans.flatMap(({ from, to }, place) =>
    Array.from({ length: daysBetween(from, to) + 1 }, () => place),
  );
}
