import type { Score } from '@evenkeel/core/satisfaction/satisfaction';
import { AppError } from '../../../../platform/app-error.ts';
import {
  type Actor,
  type PortalScope,
  withPortal,
  withPortalScope,
} from '../../../../platform/db/scope.ts';
import { asVisitor } from '../../../../platform/db/visitor.ts';
import { hashOf, type Identity, limitLinkAttempts, type Visit } from '../../../identity/service.ts';
import { readFirm, requirePortalProject } from '../../service.ts';
import { rate, requireQuestion } from '../service.ts';
import * as repository from './repository.ts';

/** The question behind a link, as the client user who was asked would see it. Nothing is recorded. */
export async function showQuestion(identity: Identity, visit: Visit, token: string) {
  const proven = await prove(identity, visit, token);
  return withPortal(identity.database, actorOf(proven), (scope) => readPage(scope, proven));
}

/** Rates by a link: what the client user could do in the portal, and nothing more. */
export async function answerQuestion(
  identity: Identity,
  visit: Visit,
  answer: {
    readonly token: string;
    readonly score: Score;
    readonly comment?: string | undefined;
  },
) {
  const proven = await prove(identity, visit, answer.token);
  return withPortalScope(identity.database, actorOf(proven), async (scope) => {
    await requireOpen(scope, proven);
    const { score, comment } = answer;
    await rate(scope, proven.satisfaction_id, { score, comment, channel: 'mail' });
    return readPage(scope, proven);
  });
}

/** Who holds a link; guesses are counted by where they come from. */
async function prove(
  identity: Identity,
  visit: Visit,
  token: string,
): Promise<repository.ProvenQuestion> {
  await limitLinkAttempts(identity, visit);
  const hash = hashOf(token);
  const proven = await asVisitor(identity.database, (tx) => repository.findProven(tx, hash));
  if (!proven) throw over();
  identity.background(repository.noteOpening(identity.logins, hash));
  return proven;
}

async function readPage(scope: PortalScope, proven: repository.ProvenQuestion) {
  const { question, project } = await requireOpen(scope, proven);
  return { proven, question, project, firm: await readFirm(scope), now: scope.now };
}

/** What has been closed to the client user since the mail left is closed to its link as well. */
async function requireOpen(scope: PortalScope, proven: repository.ProvenQuestion) {
  try {
    const question = await requireQuestion(scope, proven.satisfaction_id);
    return { question, project: await requirePortalProject(scope, question.project_id) };
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') throw over();
    throw error;
  }
}

function actorOf(proven: repository.ProvenQuestion): Actor {
  return {
    userId: proven.user_id,
    memberId: proven.member_id,
    workspaceId: proven.workspace_id,
    personId: null,
    role: 'client',
    name: proven.name,
    email: proven.email,
    currency: proven.currency,
    timeZone: proven.time_zone,
    tokenScopes: null,
    sessionId: null,
  };
}

function over(): AppError {
  return new AppError('expired', 'This question can no longer be answered.');
}
