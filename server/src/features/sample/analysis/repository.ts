import type { SampleFirm } from '@evenkeel/core/sample/sample-firm';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import { nextNumbers } from '../../../platform/db/numbers.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';
import { common, type Ids, need } from '../ids.ts';

/** Analysis boards with their insights, and actions on records of every sort. */
export async function insertAnalysis(scope: Scope, firm: SampleFirm, ids: Ids): Promise<void> {
  const { boards } = firm;
  const firstBoard = await nextNumbers(scope, 'analysis_board', boards.length);
  const boardIds = new Map(boards.map(({ key }) => [key, newId() as string]));
  const insightIds = new Map(
    boards.flatMap(({ insights }) => insights.map(({ key }) => [key, newId() as string] as const)),
  );
  await insertRows(
    scope,
    'analysis_board',
    boards.map(({ key, kind, name, competitors }, index) => ({
      ...common(boardIds.get(key) ?? ''),
      number: firstBoard + index,
      kind,
      name,
      plan_id: need(ids, 'plan', ''),
      competitors,
    })),
  );
  await insertRows(
    scope,
    'insight',
    boards.flatMap((board) =>
      board.insights.map((insight, index) => ({
        ...common(insightIds.get(insight.key) ?? ''),
        board_id: boardIds.get(board.key),
        section: insight.section,
        name: insight.name,
        weight: insight.weight,
        author_id: need(ids, 'person', insight.author),
        noted_on: insight.notedOn,
        position: index + 1,
        levels: insight.levels,
        share: insight.numbers?.share ?? null,
        growth: insight.numbers?.growth ?? null,
      })),
    ),
  );
  await insertLinks(scope, firm, { ids, insightIds });
  await insertActions(scope, firm, { ids, insightIds });
}

type Made = { readonly ids: Ids; readonly insightIds: ReadonlyMap<string, string> };

async function insertLinks(scope: Scope, firm: SampleFirm, { ids, insightIds }: Made) {
  const insights = firm.boards.flatMap((board) => board.insights);
  await insertRows(
    scope,
    'insight_link',
    insights.flatMap(({ key, goals, projects }) => [
      ...goals.map((goal) => ({
        ...common(newId()),
        insight_id: insightIds.get(key),
        goal_id: need(ids, 'goal', goal),
        project_id: null,
      })),
      ...projects.map((project) => ({
        ...common(newId()),
        insight_id: insightIds.get(key),
        goal_id: null,
        project_id: need(ids, 'project', project),
      })),
    ]),
  );
}

async function insertActions(scope: Scope, firm: SampleFirm, { ids, insightIds }: Made) {
  await insertRows(
    scope,
    'action',
    firm.actions.map(({ name, owner, dueOn, doneOn, subject }) => {
      const id = newId();
      const subjectId =
        subject === null
          ? id
          : (insightIds.get(subject.key) ?? need(ids, subject.table, subject.key));
      return {
        ...common(id),
        subject_kind: subject?.kind ?? 'action',
        subject_id: subjectId,
        name,
        notes: '',
        owner_id: need(ids, 'person', owner),
        due_on: dueOn,
        done_on: doneOn,
      };
    }),
  );
}
