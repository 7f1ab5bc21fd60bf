import type { AnalysisBoardRow, AnalysisBoardView } from '@evenkeel/contract/analysis';
import { integer, moment, optionalMoment, referenceOf } from '../../platform/db/values.ts';
import { presentInsight } from './insights/presenter.ts';
import type { BoardRecord } from './repository.ts';
import type { WholeBoard } from './service.ts';

export function presentBoardRow(board: BoardRecord): AnalysisBoardRow {
  return {
    id: board.id,
    number: board.number,
    version: board.version,
    kind: board.kind,
    name: board.name,
    plan: referenceOf(board.plan_id, board.plan_name),
    insightCount: integer(board.insight_count),
    linkedCount: integer(board.linked_count),
    archivedAt: optionalMoment(board.archived_at),
    updatedAt: moment(board.updated_at),
  };
}

export function presentBoard({ board, insights }: WholeBoard): AnalysisBoardView {
  return {
    ...presentBoardRow(board),
    competitors: [...board.competitors],
    insights: insights.map(presentInsight),
    deletedAt: optionalMoment(board.deleted_at),
  };
}
