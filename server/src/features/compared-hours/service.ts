import type { ComparedGrouping, comparedHours } from '@evenkeel/contract/compared-hours';
import type { QueryOf } from '@evenkeel/contract/endpoint';
import { quartersAround } from '@evenkeel/core/balance/mix';
import {
  addMonths,
  type CalendarDate,
  monthEnd,
  monthOf,
  monthStart,
  monthsBetween,
} from '@evenkeel/core/calendar-date';
import { allocatedMonths } from '@evenkeel/core/capacity/allocated';
import { standingAllocations } from '@evenkeel/core/capacity/allocation';
import { type ComparedRow, comparedRows } from '@evenkeel/core/capacity/compared-hours';
import type { PersonId } from '@evenkeel/core/id';
import { invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { capacitiesOf, listNamed, listStanding } from '../allocations/service.ts';
import * as repository from './repository.ts';

type Query = QueryOf<typeof comparedHours.view>;
type RowsQuery = QueryOf<typeof comparedHours.rows>;

/** What rows are called by. */
export type Names = {
  readonly projects: ReadonlyMap<
    string,
    Awaited<ReturnType<typeof repository.listProjects>>[number]
  >;
  readonly others: ReadonlyMap<string, string>;
};

/** The numbers of some work, as rows. */
export type Compared = {
  readonly today: CalendarDate;
  readonly by: ComparedGrouping;
  readonly rows: readonly ComparedRow[];
  readonly names: Names;
};

/** Some rows behind a number, and all of them to be added up. */
export type ComparedPage = Compared & {
  readonly shown: readonly ComparedRow[];
  readonly words: ReadonlyMap<string, string>;
};

/** Five years either way is all there is of a project; what is shown month by month stays readable. */
const projectMonths = 60;
const mostMonths = 121;

/** Allocated, estimated and logged hours, added up by month: entries are not told apart. */
export async function compareHours(scope: Scope, query: Query): Promise<Compared> {
  const filter = filterOf(scope, query);
  const entries = await repository.sumEntries(scope, filter);
  const { rows } = await rowsOf(scope, filter, entries);
  return { today: scope.today, by: query.by, rows, names: await namesOf(scope, rows) };
}

/** The rows behind one of the numbers, the largest first. */
export async function findRows(scope: Scope, query: RowsQuery): Promise<ComparedPage> {
  const filter = filterOf(scope, query);
  const entries = await repository.listEntries(scope, filter);
  const { rows, tasks, allocations } = await rowsOf(scope, filter, entries);
  const behind = rows.filter(isBehind(query)).sort((a, b) => b.minutes - a.minutes);
  const words = new Map<string, string>([
    ...tasks.map(({ id, name }) => [id, name] as const),
    ...entries.map(({ id, note }) => [id, note] as const),
    ...allocations.map(({ id, note }) => [id, note] as const),
  ]);
  const shown = behind.slice(0, query.limit);
  const names = await namesOf(scope, shown);
  return { today: scope.today, by: 'project', rows: behind, shown, names, words };
}

function filterOf(
  scope: Scope,
  { from, to, projectId, personId }: Pick<Query, 'from' | 'to' | 'projectId' | 'personId'>,
): repository.WorkFilter {
  const [last, , next] = quartersAround(scope.today);
  const now = monthOf(scope.today);
  const usual = projectId
    ? { from: addMonths(now, -projectMonths), to: addMonths(now, projectMonths) }
    : { from: monthOf(last.from), to: monthOf(next.to) };
  const first = from ?? usual.from;
  const end = to ?? (from && from > usual.to ? from : usual.to);
  if (end < first) throw invalid(['to'], 'too-early', 'is before the first month');
  const days = { from: monthStart(first), to: monthEnd(end) };
  if (monthsBetween(days.from, days.to).length > mostMonths) {
    throw invalid(['to'], 'too-late', `is more than ${mostMonths} months after the first`);
  }
  return { ...days, projectId, personId };
}

async function rowsOf(
  scope: Scope,
  filter: repository.WorkFilter,
  entries: Awaited<ReturnType<typeof repository.sumEntries>>,
) {
  const { from, to, projectId, personId } = filter;
  const allocations = standingAllocations(
    await listStanding(scope, {
      from,
      to,
      projectId,
      ...(personId ? { personIds: [personId] } : {}),
    }),
    scope.today,
  );
  const tasks = await repository.listTasks(scope, filter);
  const people = new Map((await repository.listPeople(scope)).map((row) => [row.id, row]));
  const capacities = await capacitiesOf(scope);
  const rows = comparedRows({
    range: { from, to },
    allocated: allocatedMonths(allocations, capacities, { today: scope.today, from, to }),
    tasks,
    entries,
    bearerOf: (id) => ({
      roleId: people.get(id)?.role_id ?? null,
      teamId: people.get(id)?.team_id ?? null,
    }),
  });
  return { rows: rows.filter(isOf(personId)), tasks, allocations };
}

/** A shared task is read with all who are on it: only the asked person's part counts. */
function isOf(personId: PersonId | null | undefined): (row: ComparedRow) => boolean {
  return (row) => personId === undefined || row.personId === personId;
}

function isBehind(query: RowsQuery): (row: ComparedRow) => boolean {
  const month = query.month === 'none' ? null : query.month;
  return (row) =>
    (query.figure?.includes(row.figure) ?? true) &&
    (month === undefined || row.month === month) &&
    (query.roleId === undefined || row.roleId === query.roleId) &&
    (query.teamId === undefined || row.teamId === query.teamId);
}

async function namesOf(scope: Scope, rows: readonly ComparedRow[]): Promise<Names> {
  const ids = [...new Set(rows.map(({ projectId }) => projectId))];
  const projects = await repository.listProjects(scope, ids);
  const others = [
    ...(await repository.listPeople(scope)),
    ...(await listNamed<string>(scope, 'role')),
    ...(await listNamed<string>(scope, 'team')),
  ];
  return {
    projects: new Map(projects.map((project) => [project.id, project])),
    others: new Map(others.map(({ id, name }) => [id, name])),
  };
}
