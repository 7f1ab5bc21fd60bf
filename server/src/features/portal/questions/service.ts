import type { ProjectId, QuestionId } from '@evenkeel/core/id';
import { asFirm, type PortalScope } from '../../../platform/db/scope.ts';
import { askQuestion } from '../../questions/service.ts';
import { requirePortalProject } from '../service.ts';
import * as repository from './repository.ts';

/** The questions that the client of a project sees. */
export async function listQuestions(scope: PortalScope, projectId: ProjectId) {
  await requirePortalProject(scope, projectId);
  return repository.listQuestions(scope, projectId);
}

/** Asks a question; the firm hears of it. */
export async function ask(
  scope: PortalScope,
  projectId: ProjectId,
  question: string,
): Promise<QuestionId> {
  await requirePortalProject(scope, projectId);
  return asFirm(scope, (firm) => askQuestion(firm, projectId, question));
}
