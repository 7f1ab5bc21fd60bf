import {
  addDays,
  type CalendarDate,
  type CalendarMonth,
  monthEnd,
  monthOf,
  monthStart,
  monthsBetween,
} from '../calendar-date.ts';
import type { DealId, PersonId, ProjectId, RoleId, TeamId } from '../id.ts';
import { costOfMinutes } from '../money.ts';
import type { ProjectKind } from '../projects/template.ts';
import type { BalanceEntry, BalanceInput, BalancePerson, BalanceProject } from './input.ts';
import { plannedWork, tentativeWork } from './planned-work.ts';
import { type RateBook, rateBook, rateChanges, rateOn } from './rates.ts';
import { overlap, type Spread, sliceOfSpread } from './spread.ts';

/** How sure a stretch of work is: it happened, it is planned, or it hangs on an open deal. */
export const certainties = ['logged', 'planned', 'tentative'] as const;
export type Certainty = (typeof certainties)[number];

/**
 * One fact: this source puts this work on these days of one month. Every figure of Balance is a sum
 * over such rows, so the rows behind a figure are those its filter lets through.
 */
export type LoadRow = {
  readonly source: 'entry' | 'task' | 'deal';
  /** Id of the time entry, task or deal. */
  readonly sourceId: string;
  readonly certainty: Certainty;
  readonly kind: ProjectKind;
  readonly month: CalendarMonth;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly projectId: ProjectId | null;
  readonly dealId: DealId | null;
  readonly personId: PersonId | null;
  readonly roleId: RoleId | null;
  readonly teamId: TeamId | null;
  readonly minutes: number;
  /** At cost rate. */
  readonly costMinor: number;
  /** Client value: billable minutes of client work at bill rate; 0 for initiatives. */
  readonly billMinor: number;
};

/** What rows add up to. */
export type Amounts = {
  readonly minutes: number;
  readonly costMinor: number;
  readonly billMinor: number;
};

/** Which rows are meant; a part left out lets all through, null means "none". */
export type LoadFilter = {
  readonly from?: CalendarDate | undefined;
  readonly to?: CalendarDate | undefined;
  readonly kind?: ProjectKind | undefined;
  readonly certainties?: readonly Certainty[] | undefined;
  readonly projectId?: ProjectId | null | undefined;
  readonly dealId?: DealId | null | undefined;
  readonly personId?: PersonId | null | undefined;
  readonly roleId?: RoleId | null | undefined;
  readonly teamId?: TeamId | null | undefined;
};

/**
 * All rows on the days from `range.from` to `range.to`: one for each time entry, and one for each
 * month of each person's share of a task and of each role of a deal. A row does not depend on the
 * range, but for being in it; whole months only.
 * Complexity: O(entries + months of the tasks and deals).
 */
export function loadRows(
  input: BalanceInput,
  range: { readonly from: CalendarDate; readonly to: CalendarDate },
): LoadRow[] {
  const book = rateBook(input);
  const people = new Map(input.people.map((person) => [person.id, person]));
  const projects = new Map(input.projects.map((project) => [project.id, project]));
  const rows: LoadRow[] = [];
  for (const entry of input.entries) {
    const project = projects.get(entry.projectId);
    if (!project || entry.on < range.from || entry.on > range.to) continue;
    rows.push(entryRow(entry, { project, person: people.get(entry.personId), book }));
  }
  for (const { taskId, project, personId, roleId, teamId, ...work } of plannedWork(input)) {
    const facts = {
      source: 'task',
      sourceId: taskId,
      certainty: 'planned',
      kind: project.kind,
      projectId: project.id,
      dealId: null,
      personId,
      roleId,
      teamId,
    } as const;
    rows.push(...monthRows(work, facts, { book, range }));
  }
  for (const { dealId, roleId, ...work } of tentativeWork(input)) {
    const facts = {
      source: 'deal',
      sourceId: dealId,
      certainty: 'tentative',
      kind: 'client',
      projectId: null,
      dealId,
      personId: null,
      roleId,
      teamId: null,
    } as const;
    rows.push(...monthRows(work, facts, { book, range }));
  }
  return rows;
}

/** The rows that a filter lets through, in their order. */
export function figureRows(rows: readonly LoadRow[], filter: LoadFilter): LoadRow[] {
  const fields = filteredFields.filter((field) => filter[field] !== undefined);
  return rows.filter(
    (row) =>
      isWithin(row, filter) &&
      (filter.certainties?.includes(row.certainty) ?? true) &&
      fields.every((field) => filter[field] === row[field]),
  );
}

/** Sum of rows, or of sums. */
export function sumAmounts(rows: Iterable<Amounts>): Amounts {
  let minutes = 0;
  let costMinor = 0;
  let billMinor = 0;
  for (const row of rows) {
    minutes += row.minutes;
    costMinor += row.costMinor;
    billMinor += row.billMinor;
  }
  return { minutes, costMinor, billMinor };
}

/** Minutes of rows by project, the most first. */
export function minutesByProject(
  rows: readonly LoadRow[],
): { readonly projectId: ProjectId; readonly minutes: number }[] {
  const minutes = new Map<ProjectId, number>();
  for (const row of rows) {
    if (row.projectId === null) continue;
    minutes.set(row.projectId, (minutes.get(row.projectId) ?? 0) + row.minutes);
  }
  return [...minutes]
    .map(([projectId, total]) => ({ projectId, minutes: total }))
    .sort((a, b) => b.minutes - a.minutes || (a.projectId < b.projectId ? -1 : 1));
}

const filteredFields = ['kind', 'projectId', 'dealId', 'personId', 'roleId', 'teamId'] as const;

function isWithin(row: LoadRow, days: Pick<LoadFilter, 'from' | 'to'>): boolean {
  if (days.from !== undefined && row.from < days.from) return false;
  return days.to === undefined || row.to <= days.to;
}

type EntryFacts = {
  readonly project: BalanceProject;
  readonly person: BalancePerson | undefined;
  readonly book: RateBook;
};

function entryRow(entry: BalanceEntry, { project, person, book }: EntryFacts): LoadRow {
  const roleId = person?.roleId ?? null;
  const rate = rateOn(book, { personId: entry.personId, roleId }, entry.on);
  const isCharged = project.kind === 'client' && entry.isBillable;
  return {
    source: 'entry',
    sourceId: entry.id,
    certainty: 'logged',
    kind: project.kind,
    month: monthOf(entry.on),
    from: entry.on,
    to: entry.on,
    projectId: project.id,
    dealId: null,
    personId: entry.personId,
    roleId,
    teamId: person?.teamId ?? null,
    minutes: entry.minutes,
    costMinor: rate ? costOfMinutes(entry.minutes, rate.costPerHourMinor) : 0,
    billMinor: rate && isCharged ? costOfMinutes(entry.minutes, rate.billPerHourMinor) : 0,
  };
}

type WorkFacts = Omit<LoadRow, 'month' | 'from' | 'to' | keyof Amounts>;

function monthRows(
  work: Spread,
  facts: WorkFacts,
  { book, range }: { book: RateBook; range: { from: CalendarDate; to: CalendarDate } },
): LoadRow[] {
  const seen = overlap(work, range);
  if (!seen) return [];
  return monthsBetween(seen.from, seen.to).flatMap((month) => {
    const days = overlap(work, { from: monthStart(month), to: monthEnd(month) });
    if (!days) return [];
    const amounts = amountsAtRates(work, days, { facts, book });
    return amounts.minutes > 0 ? [{ ...facts, month, ...days, ...amounts }] : [];
  });
}

/** A slice of work, each part of it at the rate of its days. */
function amountsAtRates(
  work: Spread,
  days: { readonly from: CalendarDate; readonly to: CalendarDate },
  { facts, book }: { facts: WorkFacts; book: RateBook },
): Amounts {
  const starts = [days.from, ...rateChanges(book, facts, days)];
  return sumAmounts(
    starts.map((from, index) => {
      const next = starts[index + 1];
      const minutes = sliceOfSpread(work, from, next ? addDays(next, -1) : days.to);
      const rate = rateOn(book, facts, from);
      const isCharged = rate !== null && facts.kind === 'client';
      return {
        minutes,
        costMinor: rate ? costOfMinutes(minutes, rate.costPerHourMinor) : 0,
        billMinor: isCharged ? costOfMinutes(minutes, rate.billPerHourMinor) : 0,
      };
    }),
  );
}
