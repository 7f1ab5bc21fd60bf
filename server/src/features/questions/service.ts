import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { questions } from '@evenkeel/contract/questions';
import type { ProjectId, QuestionId } from '@evenkeel/core/id';
import type { AnticipatedQuestion } from '@evenkeel/core/questions/anticipate';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { notify } from '../notifications/service.ts';
import { getProject } from '../projects/service.ts';
import { anticipateFor } from './facts/service.ts';
import * as repository from './repository.ts';
import { tellPublished } from './telling/service.ts';

export type Key = { readonly id: QuestionId; readonly version: number };

/** The questions of a project, and those that are expected and not taken up or put aside. */
export async function listQuestions(scope: Scope, projectId: ProjectId) {
  const rows = await repository.listQuestions(scope, projectId);
  const known = new Set(rows.map(({ key }) => key));
  const expected = (await anticipateFor(scope, projectId)).filter(({ key }) => !known.has(key));
  return { rows, expected };
}

export async function getQuestion(
  scope: Scope,
  id: QuestionId,
): Promise<repository.QuestionRecord> {
  const found = await repository.findQuestion(scope, id);
  if (!found) throw new AppError('not-found', 'There is no such question.');
  return found;
}

/** Takes up an expected question with its drafted answer, or one that somebody wrote. */
export async function draftQuestion(
  scope: Scope,
  body: BodyOf<typeof questions.draft>,
): Promise<repository.QuestionRecord> {
  const { projectId } = body;
  if (!('key' in body)) {
    await anticipateFor(scope, projectId);
    const { question, answer } = body;
    const columns = { project_id: projectId, question, answer, state: 'drafted' as const };
    return getQuestion(scope, await repository.insertQuestion(scope, columns));
  }
  const expected = await requireExpected(scope, projectId, body.key);
  return getQuestion(scope, await keep(scope, projectId, expected, 'drafted'));
}

/** Puts an expected question aside: it comes again only for another cause. */
export async function dismissExpected(
  scope: Scope,
  projectId: ProjectId,
  key: string,
): Promise<void> {
  await keep(scope, projectId, await requireExpected(scope, projectId, key), 'dismissed');
}

export async function updateQuestion(
  scope: Scope,
  key: Key,
  change: BodyOf<typeof questions.update>,
): Promise<repository.QuestionRecord> {
  const { state } = await getQuestion(scope, key.id);
  const { question, answer } = change;
  if (state === 'published' && answer?.trim() === '') {
    throw invalid(['answer'], 'needed', 'what is published needs an answer');
  }
  await repository.updateQuestion(scope, key, {
    ...(question === undefined ? {} : { question }),
    ...(answer === undefined ? {} : { answer }),
  });
  return getQuestion(scope, key.id);
}

/** Shows question and answer in the portal. */
export async function publishQuestion(scope: Scope, key: Key): Promise<repository.QuestionRecord> {
  const { answer } = await getQuestion(scope, key.id);
  if (answer.trim() === '') throw invalid(['answer'], 'needed', 'write an answer first');
  await repository.updateQuestion(scope, key, {
    state: 'published',
    published_at: scope.now,
    published_by: scope.actor.memberId,
  });
  const published = await getQuestion(scope, key.id);
  await tellPublished(scope, published);
  return published;
}

export async function dismissQuestion(scope: Scope, key: Key): Promise<repository.QuestionRecord> {
  await repository.updateQuestion(scope, key, {
    state: 'dismissed',
    published_at: null,
    published_by: null,
  });
  return getQuestion(scope, key.id);
}

/** Keeps what the acting client user asks; who leads the project hears of it. */
export async function askQuestion(
  scope: Scope,
  projectId: ProjectId,
  question: string,
): Promise<QuestionId> {
  const id = await repository.insertQuestion(scope, {
    project_id: projectId,
    question,
    state: 'asked',
    asked_by: scope.actor.memberId,
  });
  const { project } = await getProject(scope, projectId);
  await notify(scope, {
    topic: 'client',
    key: `question:${id}`,
    to: { people: [project.project_manager_id, project.owner_id] },
    title: `${scope.actor.name} asks about ${project.name}`,
    body: question,
    path: `/client-projects/${projectId}/client/questions`,
  });
  return id;
}

async function requireExpected(
  scope: Scope,
  projectId: ProjectId,
  key: string,
): Promise<AnticipatedQuestion> {
  const { expected } = await listQuestions(scope, projectId);
  const found = expected.find((one) => one.key === key);
  if (!found) throw invalid(['key'], 'unknown', 'is not a question that is expected now');
  return found;
}

function keep(
  scope: Scope,
  projectId: ProjectId,
  { key, because, question, answer }: AnticipatedQuestion,
  state: 'drafted' | 'dismissed',
): Promise<QuestionId> {
  const columns = { project_id: projectId, key, because, question, answer, state };
  return repository.insertQuestion(scope, columns);
}
