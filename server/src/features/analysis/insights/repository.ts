import type { insights } from '@evenkeel/contract/analysis';
import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type {
  AnalysisBoardId,
  GoalId,
  Id,
  InsightId,
  PersonId,
  ProjectId,
} from '@evenkeel/core/id';
import { sql } from 'kysely';
import { readPage, type SortKey } from '../../../platform/db/paging.ts';
import { setDeleted, updateRecord } from '../../../platform/db/records.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { containing } from '../../../platform/db/text-match.ts';
import { newId } from '../../../platform/ids.ts';

const sortKeys: Record<string, SortKey> = {
  notedOn: { by: sql.ref('insight.noted_on'), type: 'date' },
  name: { by: sql.ref('insight.name'), type: 'text' },
  weight: { by: sql.ref('insight.weight'), type: 'int' },
};

export type InsightRecord = Awaited<ReturnType<typeof findInsight>> & object;
export type InsightLinkRecord = Awaited<ReturnType<typeof listInsightLinks>>[number];

/** Columns that are written on an insight. */
export type InsightColumns = {
  readonly section?: string;
  readonly name?: string;
  readonly weight?: number;
  readonly author_id?: PersonId | null;
  readonly noted_on?: CalendarDate;
  readonly position?: number;
  /** As JSON. */
  readonly levels?: string;
  readonly share?: number | null;
  readonly growth?: number | null;
};

/** Insights whose board is not in the trash. */
export function listInsights(scope: Scope, request: QueryOf<typeof insights.list>) {
  let query = insightRows(scope)
    .where('insight.deleted_at', 'is', null)
    .where('board.deleted_at', 'is', null);
  // The contract has checked that these are ids.
  if (request.ids) query = query.where('insight.id', 'in', request.ids as InsightId[]);
  if (request.boardId) query = query.where('insight.board_id', '=', request.boardId);
  if (request.goalId) query = query.where(linkedTo(sql`l.goal_id = ${request.goalId}`));
  if (request.initiativeId) {
    query = query.where(linkedTo(sql`l.project_id = ${request.initiativeId}`));
  }
  if (request.search) query = query.where(containing(['insight.name'], request.search));
  return readPage(query, request, sortKeys, sql<string>`insight.id`);
}

/** The insights of a board by section and place. */
export function listInsightsOf(scope: Scope, boardId: AnalysisBoardId) {
  return insightRows(scope)
    .where('insight.board_id', '=', boardId)
    .where('insight.deleted_at', 'is', null)
    .orderBy('insight.position')
    .orderBy('insight.id')
    .limit(2_000)
    .execute();
}

/** One insight, also from the trash. */
export function findInsight(scope: Scope, id: InsightId) {
  return insightRows(scope).where('insight.id', '=', id).executeTakeFirst();
}

/** What some insights led to, of what is not in the trash. */
export function listInsightLinks(scope: Scope, ids: readonly InsightId[]) {
  return scope.tx
    .selectFrom('insight_link')
    .leftJoin('goal', (join) =>
      join
        .onRef('goal.workspace_id', '=', 'insight_link.workspace_id')
        .onRef('goal.id', '=', 'insight_link.goal_id')
        .on('goal.deleted_at', 'is', null),
    )
    .leftJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'insight_link.workspace_id')
        .onRef('project.id', '=', 'insight_link.project_id')
        .on('project.deleted_at', 'is', null),
    )
    .select([
      'insight_link.insight_id',
      'goal.id as goal_id',
      'goal.name as goal_name',
      'project.id as project_id',
      'project.name as project_name',
      'project.state as project_state',
    ])
    .where('insight_link.workspace_id', '=', scope.workspaceId)
    .where('insight_link.insight_id', '=', sql<InsightId>`any(${[...ids]}::uuid[])`)
    .orderBy('insight_link.id')
    .limit(ids.length * 100 + 1)
    .execute();
}

export async function insertInsight(
  scope: Scope,
  columns: InsightColumns & {
    readonly board_id: AnalysisBoardId;
    readonly section: string;
    readonly name: string;
    readonly noted_on: CalendarDate;
  },
): Promise<InsightId> {
  const id = newId<InsightId>();
  await scope.tx
    .insertInto('insight')
    .values({ workspace_id: scope.workspaceId, id, ...columns })
    .execute();
  return id;
}

export async function updateInsight(
  scope: Scope,
  key: { readonly id: InsightId; readonly version: number },
  columns: InsightColumns,
): Promise<void> {
  await updateRecord(scope, 'insight', key, columns);
}

/** Writes the levels of an insight when the competitors of its board change. */
export async function updateLevels(scope: Scope, id: InsightId, levels: string): Promise<void> {
  await scope.tx.updateTable('insight').set({ levels }).where('id', '=', id).execute();
}

/** Moves an insight into the trash or out of it. Whether there was one to move. */
export function setInsightDeleted(
  scope: Scope,
  id: InsightId,
  isDeleted: boolean,
): Promise<boolean> {
  return setDeleted(scope, 'insight', id, isDeleted);
}

/** The last place in a section. */
export async function lastPosition(
  scope: Scope,
  boardId: AnalysisBoardId,
  section: string,
): Promise<number> {
  const row = await scope.tx
    .selectFrom('insight')
    .select((fields) => fields.fn.max('position').as('last'))
    .where('board_id', '=', boardId)
    .where('section', '=', section)
    .executeTakeFirst();
  return row?.last ?? 0;
}

/** Links added and taken off; what stays is not written, so that the change record says what changed. */
export async function replaceLinks(
  scope: Scope,
  insightId: InsightId,
  wanted: { readonly goalIds: readonly GoalId[]; readonly projectIds: readonly ProjectId[] },
): Promise<void> {
  const present = await listInsightLinks(scope, [insightId]);
  const goals = present.flatMap(({ goal_id }) => (goal_id === null ? [] : [goal_id]));
  const projects = present.flatMap(({ project_id }) => (project_id === null ? [] : [project_id]));
  const gone = [
    ...goals.filter((id) => !wanted.goalIds.includes(id)),
    ...projects.filter((id) => !wanted.projectIds.includes(id)),
  ];
  if (gone.length > 0) {
    await sql`delete from insight_link where insight_id = ${insightId}
      and coalesce(goal_id, project_id) = any(${gone}::uuid[])`.execute(scope.tx);
  }
  const added = [
    ...wanted.goalIds
      .filter((id) => !goals.includes(id))
      .map((goal_id) => ({ goal_id, project_id: null })),
    ...wanted.projectIds
      .filter((id) => !projects.includes(id))
      .map((project_id) => ({ goal_id: null, project_id })),
  ];
  if (added.length === 0) return;
  await scope.tx
    .insertInto('insight_link')
    .values(
      added.map((link) => ({
        workspace_id: scope.workspaceId,
        id: newId<Id<'insight-link'>>(),
        insight_id: insightId,
        ...link,
      })),
    )
    .execute();
}

function linkedTo(condition: ReturnType<typeof sql>) {
  return sql<boolean>`exists (select from insight_link l
    where l.workspace_id = insight.workspace_id and l.insight_id = insight.id and ${condition})`;
}

function insightRows(scope: Scope) {
  return scope.tx
    .selectFrom('insight')
    .innerJoin('analysis_board as board', (join) =>
      join
        .onRef('board.workspace_id', '=', 'insight.workspace_id')
        .onRef('board.id', '=', 'insight.board_id'),
    )
    .leftJoin('person as author', (join) =>
      join
        .onRef('author.workspace_id', '=', 'insight.workspace_id')
        .onRef('author.id', '=', 'insight.author_id'),
    )
    .where('insight.workspace_id', '=', scope.workspaceId)
    .select([
      'insight.id',
      'insight.version',
      'insight.board_id',
      'board.name as board_name',
      'board.kind as board_kind',
      'insight.section',
      'insight.name',
      'insight.weight',
      'insight.author_id',
      'author.name as author_name',
      'insight.noted_on',
      'insight.position',
      'insight.levels',
      'insight.share',
      'insight.growth',
      'insight.deleted_at',
    ]);
}
