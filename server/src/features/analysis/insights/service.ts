import type { insights } from '@evenkeel/contract/analysis';
import type { BodyOf, QueryOf } from '@evenkeel/contract/endpoint';
import { groupedBy } from '@evenkeel/core/grouping';
import type { AnalysisBoardId, InsightId } from '@evenkeel/core/id';
import {
  growthShareField,
  isSectionOf,
  type Levels,
  levelsAfter,
} from '@evenkeel/core/strategy/analysis-board';
import { AppError, invalid } from '../../../platform/app-error.ts';
import { columnsOf } from '../../../platform/db/columns.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { requireSubject } from '../../subjects/service.ts';
import { type BoardRecord, findBoard } from '../repository.ts';
import * as repository from './repository.ts';

/** An insight with what it led to. */
export type LinkedInsight = {
  readonly insight: repository.InsightRecord;
  readonly links: readonly repository.InsightLinkRecord[];
};

export async function listInsights(scope: Scope, request: QueryOf<typeof insights.list>) {
  const { rows, ...page } = await repository.listInsights(scope, request);
  return { rows: await withLinks(scope, rows), ...page };
}

/** The insights of a board by place. */
export async function insightsOf(scope: Scope, boardId: AnalysisBoardId): Promise<LinkedInsight[]> {
  return withLinks(scope, await repository.listInsightsOf(scope, boardId));
}

/** One insight, also from the trash. */
export async function getInsight(scope: Scope, id: InsightId): Promise<LinkedInsight> {
  const insight = await repository.findInsight(scope, id);
  const [linked] = insight ? await withLinks(scope, [insight]) : [];
  if (!linked) throw new AppError('not-found', 'There is no such insight.');
  return linked;
}

/** Adds an insight at the end of its section, by the caller and of today unless said otherwise. */
export async function createInsight(
  scope: Scope,
  boardId: AnalysisBoardId,
  { levels, ...draft }: BodyOf<typeof insights.create>,
): Promise<LinkedInsight> {
  const board = await openBoard(scope, boardId);
  checkSection(board, draft.section);
  const id = await repository.insertInsight(scope, {
    author_id: scope.actor.personId,
    position: (await repository.lastPosition(scope, boardId, draft.section)) + 1,
    ...columnsOf(draft),
    ...levelColumn(board, levels),
    board_id: boardId,
    section: draft.section,
    name: draft.name,
    noted_on: draft.notedOn ?? scope.today,
  });
  return getInsight(scope, id);
}

export async function updateInsight(
  scope: Scope,
  key: { readonly id: InsightId; readonly version: number },
  { levels, ...change }: BodyOf<typeof insights.update>,
): Promise<LinkedInsight> {
  const { insight } = await getInsight(scope, key.id);
  const board = await openBoard(scope, insight.board_id);
  const section = change.section ?? sectionByNumbers(insight, change);
  if (section !== undefined) checkSection(board, section);
  const isMoved = section !== undefined && section !== insight.section;
  const position =
    isMoved && change.position === undefined
      ? { position: (await repository.lastPosition(scope, board.id, section)) + 1 }
      : {};
  await repository.updateInsight(scope, key, {
    ...columnsOf(change),
    ...position,
    ...(section === undefined ? {} : { section }),
    ...levelColumn(board, levels),
  });
  return getInsight(scope, key.id);
}

export async function setInsightLinks(
  scope: Scope,
  id: InsightId,
  { goalIds, initiativeIds }: BodyOf<typeof insights.setLinks>,
): Promise<LinkedInsight> {
  const { insight } = await getInsight(scope, id);
  await openBoard(scope, insight.board_id);
  for (const [index, goal] of goalIds.entries()) {
    await requireSubject(scope, { kind: 'goal', id: goal }, ['goalIds', String(index)]);
  }
  for (const [index, initiative] of initiativeIds.entries()) {
    const subject = { kind: 'initiative', id: initiative } as const;
    await requireSubject(scope, subject, ['initiativeIds', String(index)]);
  }
  await repository.replaceLinks(scope, id, {
    goalIds: [...new Set(goalIds)],
    projectIds: [...new Set(initiativeIds)],
  });
  return getInsight(scope, id);
}

export async function removeInsight(scope: Scope, id: InsightId): Promise<void> {
  if (await repository.setInsightDeleted(scope, id, true)) return;
  throw new AppError('not-found', 'There is no such insight.');
}

export async function restoreInsight(scope: Scope, id: InsightId): Promise<LinkedInsight> {
  await repository.setInsightDeleted(scope, id, false);
  return getInsight(scope, id);
}

/** Copies the insights of a board to another; what they led to stays with the first. */
export async function copyInsights(
  scope: Scope,
  from: AnalysisBoardId,
  to: AnalysisBoardId,
): Promise<void> {
  for (const row of await repository.listInsightsOf(scope, from)) {
    await repository.insertInsight(scope, {
      board_id: to,
      section: row.section,
      name: row.name,
      weight: row.weight,
      author_id: row.author_id,
      noted_on: row.noted_on,
      position: row.position,
      levels: JSON.stringify(row.levels),
      share: row.share,
      growth: row.growth,
    });
  }
}

/** Lets the levels of every insight follow a change of the board's competitors. */
export async function followCompetitors(
  scope: Scope,
  board: BoardRecord,
  competitors: readonly string[],
): Promise<void> {
  for (const row of await repository.listInsightsOf(scope, board.id)) {
    const before = levelsOf(row);
    const after = levelsAfter(before, board.competitors, competitors);
    const text = JSON.stringify(after);
    if (text !== JSON.stringify(before)) await repository.updateLevels(scope, row.id, text);
  }
}

/** The levels of an insight; its column holds nothing else. */
export function levelsOf(insight: Pick<repository.InsightRecord, 'levels'>): Levels {
  return insight.levels as Levels;
}

/** The board, when it can be written on. */
async function openBoard(scope: Scope, id: AnalysisBoardId): Promise<BoardRecord> {
  const board = await findBoard(scope, id);
  if (!board) throw new AppError('not-found', 'There is no such board.');
  if (board.deleted_at !== null) {
    throw new AppError('wrong-state', 'The board is in the trash. Take it out first.');
  }
  return board;
}

function checkSection(board: BoardRecord, section: string): void {
  if (isSectionOf(board.kind, section)) return;
  throw invalid(['section'], 'unknown', `is no section of this kind of board (${board.kind})`);
}

/** Where changed numbers of a growth-share matrix put an insight; undefined when they say nothing. */
function sectionByNumbers(
  insight: repository.InsightRecord,
  change: {
    readonly share?: number | null | undefined;
    readonly growth?: number | null | undefined;
  },
): string | undefined {
  if (change.share === undefined && change.growth === undefined) return undefined;
  const share = change.share === undefined ? insight.share : change.share;
  const growth = change.growth === undefined ? insight.growth : change.growth;
  return insight.board_kind === 'growth-share'
    ? (growthShareField(share, growth) ?? undefined)
    : undefined;
}

function levelColumn(board: BoardRecord, levels: Levels | undefined): { levels?: string } {
  if (levels === undefined) return {};
  const unknown = Object.keys(levels).find((name) => !board.competitors.includes(name));
  if (unknown !== undefined) {
    throw invalid(['levels', unknown], 'unknown', 'is no competitor of this board');
  }
  return { levels: JSON.stringify(levels) };
}

async function withLinks(
  scope: Scope,
  rows: readonly repository.InsightRecord[],
): Promise<LinkedInsight[]> {
  const ids = rows.map(({ id }) => id);
  const links = groupedBy(await repository.listInsightLinks(scope, ids), (link) => link.insight_id);
  return rows.map((insight) => ({ insight, links: links.get(insight.id) ?? [] }));
}
