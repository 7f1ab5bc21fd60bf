import type { ProjectId, SatisfactionId } from '@evenkeel/core/id';
import { AppError } from '../../../platform/app-error.ts';
import { asFirm, type PortalScope } from '../../../platform/db/scope.ts';
import { giveRating, type Rating } from '../../satisfaction/service.ts';
import { requirePortalProject } from '../service.ts';
import * as repository from './repository.ts';

/** What the reader is asked on a project. */
export async function listQuestions(scope: PortalScope, projectId: ProjectId) {
  await requirePortalProject(scope, projectId);
  return repository.listQuestions(scope, projectId);
}

/** A question that the reader was asked; `not-found` for one of anybody else. */
export async function requireQuestion(scope: PortalScope, id: SatisfactionId) {
  const question = await repository.findQuestion(scope, id);
  if (!question) throw new AppError('not-found', 'There is no such question.');
  return question;
}

/** Rates as the reader, who must be the one who was asked. */
export async function rate(scope: PortalScope, id: SatisfactionId, rating: Rating) {
  await requireQuestion(scope, id);
  await asFirm(scope, (firm) => giveRating(firm, id, rating));
  return requireQuestion(scope, id);
}

export async function rateOnProject(
  scope: PortalScope,
  key: { readonly projectId: ProjectId; readonly satisfactionId: SatisfactionId },
  rating: Rating,
) {
  await requirePortalProject(scope, key.projectId);
  const { project_id: projectId } = await requireQuestion(scope, key.satisfactionId);
  if (projectId !== key.projectId) throw new AppError('not-found', 'There is no such question.');
  return rate(scope, key.satisfactionId, rating);
}
