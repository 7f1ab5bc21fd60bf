import type { analysisBoards } from '@evenkeel/contract/analysis';
import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { AnalysisBoardId, StrategicPlanId } from '@evenkeel/core/id';
import type { BoardKind } from '@evenkeel/core/strategy/analysis-board';
import { sql } from 'kysely';
import { nextNumbers } from '../../platform/db/numbers.ts';
import { readPage, type SortKey } from '../../platform/db/paging.ts';
import { setDeleted, updateRecord } from '../../platform/db/records.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { containing } from '../../platform/db/text-match.ts';
import { newId } from '../../platform/ids.ts';

const sortKeys: Record<string, SortKey> = {
  number: { by: sql.ref('analysis_board.number'), type: 'int' },
  name: { by: sql.ref('analysis_board.name'), type: 'text' },
  kind: { by: sql.ref('analysis_board.kind'), type: 'text' },
};

export type BoardRecord = Awaited<ReturnType<typeof findBoard>> & object;

/** Columns that are written on a board. */
export type BoardColumns = {
  readonly name?: string;
  readonly plan_id?: StrategicPlanId | null;
  readonly competitors?: string[];
  readonly archived_at?: Date | null;
};

export function listBoards(scope: Scope, request: QueryOf<typeof analysisBoards.list>) {
  let query = boardRows(scope).where('analysis_board.deleted_at', 'is', null);
  // The contract has checked that these are ids.
  if (request.ids) query = query.where('analysis_board.id', 'in', request.ids as AnalysisBoardId[]);
  if (request.planId) query = query.where('analysis_board.plan_id', '=', request.planId);
  if (request.isArchived) {
    const isArchived = request.isArchived === 'true';
    query = query.where('analysis_board.archived_at', isArchived ? 'is not' : 'is', null);
  }
  if (request.search) query = query.where(containing(['analysis_board.name'], request.search));
  return readPage(query, request, sortKeys, sql<string>`analysis_board.id`);
}

/** One board, also from the trash. */
export function findBoard(scope: Scope, id: AnalysisBoardId) {
  return boardRows(scope).where('analysis_board.id', '=', id).executeTakeFirst();
}

export async function insertBoard(
  scope: Scope,
  columns: Omit<BoardColumns, 'name'> & { readonly name: string; readonly kind: BoardKind },
): Promise<AnalysisBoardId> {
  const id = newId<AnalysisBoardId>();
  await scope.tx
    .insertInto('analysis_board')
    .values({
      workspace_id: scope.workspaceId,
      id,
      number: await nextNumbers(scope, 'analysis_board'),
      ...columns,
    })
    .execute();
  return id;
}

export async function updateBoard(
  scope: Scope,
  key: { readonly id: AnalysisBoardId; readonly version: number },
  columns: BoardColumns,
): Promise<void> {
  await updateRecord(scope, 'analysis_board', key, columns);
}

/** Moves a board into the trash or out of it. Whether there was one to move. */
export function setBoardDeleted(
  scope: Scope,
  id: AnalysisBoardId,
  isDeleted: boolean,
): Promise<boolean> {
  return setDeleted(scope, 'analysis_board', id, isDeleted);
}

function boardRows(scope: Scope) {
  const living = sql`insight.workspace_id = analysis_board.workspace_id
    and insight.board_id = analysis_board.id and insight.deleted_at is null`;
  return scope.tx
    .selectFrom('analysis_board')
    .leftJoin('strategic_plan as plan', (join) =>
      join
        .onRef('plan.workspace_id', '=', 'analysis_board.workspace_id')
        .onRef('plan.id', '=', 'analysis_board.plan_id'),
    )
    .where('analysis_board.workspace_id', '=', scope.workspaceId)
    .select([
      'analysis_board.id',
      'analysis_board.number',
      'analysis_board.version',
      'analysis_board.kind',
      'analysis_board.name',
      'analysis_board.plan_id',
      'plan.name as plan_name',
      'analysis_board.competitors',
      'analysis_board.archived_at',
      'analysis_board.updated_at',
      'analysis_board.deleted_at',
      sql<string>`(select count(*) from insight where ${living})`.as('insight_count'),
      sql<string>`(select count(*) from insight where ${living} and exists (
        select from insight_link l where l.workspace_id = insight.workspace_id
          and l.insight_id = insight.id))`.as('linked_count'),
    ]);
}
