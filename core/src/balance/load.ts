import {
  type CalendarDate,
  type CalendarMonth,
  earlier,
  later,
  monthEnd,
  monthOf,
  monthStart,
  monthsBetween,
} from '../calendar-date.ts';
import { entryOf } from '../grouping.ts';
import type { DealId, PersonId, ProjectId, RoleId, TeamId } from '../id.ts';
import { costOfMinutes } from '../money.ts';
import type { ProjectKind } from '../projects/template.ts';
import type { BalanceEntry, BalanceInput, BalancePerson, BalanceProject } from './input.ts';
import { type PlannedWork, plannedWork, tentativeWork } from './planned-work.ts';
import { type RateBook, type RateStep, rateBook, rateOn, rateSteps, type Worker } from './rates.ts';
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
 * range, but for being in it; whole months only. `planned` is the planned work of the input, for
 * callers that need it themselves too.
 * Complexity: O(entries + months of the tasks and deals).
 */
export function loadRows(
  input: BalanceInput,
  range: { readonly from: CalendarDate; readonly to: CalendarDate },
  planned: readonly PlannedWork[] = plannedWork(input),
): LoadRow[] {
  const book = rateBook(input);
  const place = { stepsOf: rememberedSteps(book, range), months: monthSpans(range) };
  const people = new Map(input.people.map((person) => [person.id, person]));
  const projects = new Map(input.projects.map((project) => [project.id, project]));
  const rows: LoadRow[] = [];
  for (const entry of input.entries) {
    const project = projects.get(entry.projectId);
    if (!project || entry.on < range.from || entry.on > range.to) continue;
    rows.push(entryRow(entry, { project, person: people.get(entry.personId), book }));
  }
  for (const work of planned) {
    const facts = {
      source: 'task',
      sourceId: work.taskId,
      certainty: 'planned',
      kind: work.project.kind,
      projectId: work.project.id,
      dealId: null,
      personId: work.personId,
      roleId: work.roleId,
      teamId: work.teamId,
    } as const;
    rows.push(...monthRows(work, facts, place));
  }
  for (const work of tentativeWork(input)) {
    const facts = {
      source: 'deal',
      sourceId: work.dealId,
      certainty: 'tentative',
      kind: 'client',
      projectId: null,
      dealId: work.dealId,
      personId: null,
      roleId: work.roleId,
      teamId: null,
    } as const;
    rows.push(...monthRows(work, facts, place));
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

/** How much of some work is a project's. */
export type ProjectMinutes = { readonly projectId: ProjectId; readonly minutes: number };

/** Minutes of rows by project, the most first. */
export function minutesByProject(rows: readonly LoadRow[]): ProjectMinutes[] {
  const minutes = new Map<ProjectId, number>();
  for (const row of rows) {
    if (row.projectId === null) continue;
    minutes.set(row.projectId, (minutes.get(row.projectId) ?? 0) + row.minutes);
  }
  return mostFirst(minutes);
}

/** Projects with their minutes, the most first. */
export function mostFirst(minutes: ReadonlyMap<ProjectId, number>): ProjectMinutes[] {
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
    // The same text for all of a person's rows: grouping by it is then quicker.
    personId: person?.id ?? entry.personId,
    roleId,
    teamId: person?.teamId ?? null,
    minutes: entry.minutes,
    costMinor: rate ? costOfMinutes(entry.minutes, rate.costPerHourMinor) : 0,
    billMinor: rate && isCharged ? costOfMinutes(entry.minutes, rate.billPerHourMinor) : 0,
  };
}

type WorkFacts = Omit<LoadRow, 'month' | 'from' | 'to' | keyof Amounts>;

type MonthSpan = {
  readonly month: CalendarMonth;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
};

function monthSpans(range: { readonly from: CalendarDate; readonly to: CalendarDate }) {
  return monthsBetween(range.from, range.to).map(
    (month): MonthSpan => ({ month, from: monthStart(month), to: monthEnd(month) }),
  );
}

type Place = {
  readonly stepsOf: (who: Worker) => readonly RateStep[];
  readonly months: readonly MonthSpan[];
};

function monthRows(work: Spread, facts: WorkFacts, { stepsOf, months }: Place): LoadRow[] {
  const rows: LoadRow[] = [];
  const steps = stepsOf(facts);
  for (const { month, ...span } of months) {
    const days = overlap(work, span);
    if (!days) continue;
    const { minutes, costMinor, billMinor } = amountsAtRates(work, days, {
      steps,
      isCharged: facts.kind === 'client',
    });
    if (minutes > 0)
      rows.push({ ...facts, month, from: days.from, to: days.to, minutes, costMinor, billMinor });
  }
  return rows;
}

/** Steps of rates, reckoned once for each person, and for each role of work that is nobody's yet. */
function rememberedSteps(
  book: RateBook,
  range: { readonly from: CalendarDate; readonly to: CalendarDate },
): Place['stepsOf'] {
  const known = new Map<string | null, readonly RateStep[]>();
  // Of a person's work the role is always the same.
  return (who) => entryOf(known, who.personId ?? who.roleId, () => rateSteps(book, who, range));
}

/** A slice of work, each part of it at the rate of its days. */
function amountsAtRates(
  work: Spread,
  days: { readonly from: CalendarDate; readonly to: CalendarDate },
  { steps, isCharged }: { readonly steps: readonly RateStep[]; readonly isCharged: boolean },
): Amounts {
  let [minutes, costMinor, billMinor] = [0, 0, 0];
  for (const { from, to, rate } of steps) {
    if (to < days.from || from > days.to) continue;
    const part = sliceOfSpread(work, later(from, days.from), earlier(to, days.to));
    minutes += part;
    if (rate) costMinor += costOfMinutes(part, rate.costPerHourMinor);
    if (rate && isCharged) billMinor += costOfMinutes(part, rate.billPerHourMinor);
  }
  return { minutes, costMinor, billMinor };
}
