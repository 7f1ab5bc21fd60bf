import type { CalendarDate, CalendarMonth } from '../calendar-date.ts';
import type { DealId, PersonId, ProjectId, RoleId, TeamId } from '../id.ts';
import type { ProjectKind } from '../projects/template.ts';

/** How sure a stretch of work is: it happened, it is planned, or it hangs on an open deal. */
export const certainties = ['logged', 'planned', 'tentative'] as const;
export type Certainty = (typeof certainties)[number];

/** What a row comes from; an allocation's are the hours that it reserves beyond the tasks of its project. */
export const loadSources = ['entry', 'task', 'allocation', 'deal'] as const;
export type LoadSource = (typeof loadSources)[number];

/**
 * One fact: this source puts this work on these days of one month. Every figure of Balance is a sum
 * over such rows, so the rows behind a figure are those its filter lets through.
 */
export type LoadRow = LoadSum & {
  readonly source: LoadSource;
  /** Id of the time entry, task, allocation or deal. */
  readonly sourceId: string;
};

/** Rows of one month that agree in all that a filter can ask for, added up; its days are the month's. */
export type LoadSum = Amounts & {
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
};

/** What rows add up to. */
export type Amounts = {
  readonly minutes: number;
  /** At cost rate. */
  readonly costMinor: number;
  /** Client value: billable minutes of client work at bill rate; 0 for initiatives. */
  readonly billMinor: number;
};

/** Whose work it is and of what kind: all of a sum but its month and amounts. */
export type LoadFacts = Omit<LoadSum, 'month' | 'from' | 'to' | keyof Amounts>;

/**
 * The sum of some work of one month. Written out field by field, so that all sums are objects of one
 * shape: there are tens of thousands, and reading them is then five times quicker.
 */
export function loadSum(
  facts: LoadFacts,
  span: Pick<LoadSum, 'month' | 'from' | 'to'>,
  amounts: Amounts,
): GrowingSum {
  return {
    certainty: facts.certainty,
    kind: facts.kind,
    month: span.month,
    from: span.from,
    to: span.to,
    projectId: facts.projectId,
    dealId: facts.dealId,
    personId: facts.personId,
    roleId: facts.roleId,
    teamId: facts.teamId,
    minutes: amounts.minutes,
    costMinor: amounts.costMinor,
    billMinor: amounts.billMinor,
  };
}

/** A sum while it is added up. */
export type GrowingSum = { -readonly [Field in keyof LoadSum]: LoadSum[Field] };

/** The sum of no rows. */
export const nothing: Amounts = { minutes: 0, costMinor: 0, billMinor: 0 };

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

/** The rows, or sums of rows, that a filter lets through, in their order. */
export function figureRows<Row extends LoadSum>(rows: readonly Row[], filter: LoadFilter): Row[] {
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

/** Projects with their minutes, the most first. */
export function mostFirst(minutes: ReadonlyMap<ProjectId, number>): ProjectMinutes[] {
  return [...minutes]
    .map(([projectId, total]) => ({ projectId, minutes: total }))
    .sort((a, b) => b.minutes - a.minutes || (a.projectId < b.projectId ? -1 : 1));
}

const filteredFields = ['kind', 'projectId', 'dealId', 'personId', 'roleId', 'teamId'] as const;

function isWithin(row: LoadSum, days: Pick<LoadFilter, 'from' | 'to'>): boolean {
  if (days.from !== undefined && row.from < days.from) return false;
  return days.to === undefined || row.to <= days.to;
}
