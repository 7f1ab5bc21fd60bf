import type { analysisBoards } from '@evenkeel/contract/analysis';
import type { BodyOf, QueryOf } from '@evenkeel/contract/endpoint';
import type { AnalysisBoardId } from '@evenkeel/core/id';
import { AppError } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import {
  copyInsights,
  followCompetitors,
  insightsOf,
  type LinkedInsight,
} from './insights/service.ts';
import * as repository from './repository.ts';

export type WholeBoard = {
  readonly board: repository.BoardRecord;
  readonly insights: readonly LinkedInsight[];
};

export function listBoards(scope: Scope, request: QueryOf<typeof analysisBoards.list>) {
  return repository.listBoards(scope, request);
}

/** One board with its insights, also from the trash. */
export async function getBoard(scope: Scope, id: AnalysisBoardId): Promise<WholeBoard> {
  const board = await repository.findBoard(scope, id);
  if (!board) throw new AppError('not-found', 'There is no such board.');
  return { board, insights: await insightsOf(scope, id) };
}

export async function createBoard(
  scope: Scope,
  { kind, name, planId, competitors }: BodyOf<typeof analysisBoards.create>,
): Promise<WholeBoard> {
  const columns = { kind, name, plan_id: planId, competitors };
  return getBoard(scope, await repository.insertBoard(scope, columns));
}

export async function updateBoard(
  scope: Scope,
  key: { readonly id: AnalysisBoardId; readonly version: number },
  { name, planId, competitors, isArchived }: BodyOf<typeof analysisBoards.update>,
): Promise<WholeBoard> {
  const { board } = await getBoard(scope, key.id);
  await repository.updateBoard(scope, key, {
    ...(name === undefined ? {} : { name }),
    ...(planId === undefined ? {} : { plan_id: planId }),
    ...(competitors === undefined ? {} : { competitors }),
    ...(isArchived === undefined
      ? {}
      : { archived_at: isArchived ? (board.archived_at ?? scope.now) : null }),
  });
  if (competitors !== undefined) await followCompetitors(scope, board, competitors);
  return getBoard(scope, key.id);
}

/** A new board with the same insights: last year's SWOT as the beginning of this year's. */
export async function copyBoard(
  scope: Scope,
  id: AnalysisBoardId,
  { name, planId }: BodyOf<typeof analysisBoards.copy>,
): Promise<WholeBoard> {
  const { board } = await getBoard(scope, id);
  const copyId = await repository.insertBoard(scope, {
    kind: board.kind,
    name,
    plan_id: planId === undefined ? board.plan_id : planId,
    competitors: [...board.competitors],
  });
  await copyInsights(scope, id, copyId);
  return getBoard(scope, copyId);
}

export async function removeBoard(scope: Scope, id: AnalysisBoardId): Promise<void> {
  if (await repository.setBoardDeleted(scope, id, true)) return;
  throw new AppError('not-found', 'There is no such board.');
}

export async function restoreBoard(scope: Scope, id: AnalysisBoardId): Promise<WholeBoard> {
  await repository.setBoardDeleted(scope, id, false);
  return getBoard(scope, id);
}
