import type { MemberId, ProjectId, QuestionId } from '@evenkeel/core/id';
import type { QuestionState } from '@evenkeel/core/questions/question';
import type { Scope } from '../../platform/db/scope.ts';
import { versioned } from '../../platform/db/versioned.ts';
import { newId } from '../../platform/ids.ts';

/** More than a project is ever asked; a bound, so that no list is without one. */
const most = 2_000;

export type QuestionRecord = Awaited<ReturnType<typeof listQuestions>>[number];

/** The questions of a project, the latest first. */
export function listQuestions(scope: Scope, projectId: ProjectId) {
  return questionRows(scope)
    .where('question.project_id', '=', projectId)
    .orderBy('question.created_at', 'desc')
    .orderBy('question.id', 'desc')
    .limit(most)
    .execute();
}

export function findQuestion(scope: Scope, id: QuestionId) {
  return questionRows(scope).where('question.id', '=', id).executeTakeFirst();
}

function questionRows(scope: Scope) {
  return scope.tx
    .selectFrom('question')
    .leftJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'question.workspace_id')
        .onRef('member.id', '=', 'question.asked_by'),
    )
    .innerJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'question.workspace_id')
        .onRef('project.id', '=', 'question.project_id'),
    )
    .where('question.workspace_id', '=', scope.workspaceId)
    .select(['question.id', 'question.version', 'question.project_id', 'question.key'])
    .select(['question.question', 'question.answer', 'question.because', 'question.state'])
    .select(['question.asked_by', 'question.created_at', 'question.published_at'])
    .select(['member.name as asker_name', 'project.name as project_name']);
}

export async function insertQuestion(
  scope: Scope,
  columns: {
    readonly project_id: ProjectId;
    readonly key?: string;
    readonly because?: string;
    readonly question: string;
    readonly answer?: string;
    readonly state: QuestionState;
    readonly asked_by?: MemberId;
  },
): Promise<QuestionId> {
  const id = newId<QuestionId>();
  await scope.tx
    .insertInto('question')
    .values({ workspace_id: scope.workspaceId, id, ...columns })
    .execute();
  return id;
}

export async function updateQuestion(
  scope: Scope,
  { id, version }: { readonly id: QuestionId; readonly version: number },
  columns: {
    readonly question?: string;
    readonly answer?: string;
    readonly state?: QuestionState;
    readonly published_at?: Date | null;
    readonly published_by?: MemberId | null;
  },
): Promise<void> {
  const written = await scope.tx
    .updateTable('question')
    .set(columns)
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  await versioned(written, async () => (await findQuestion(scope, id)) !== undefined);
}
