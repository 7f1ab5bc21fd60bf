import type { decisions } from '@evenkeel/contract/decisions';
import type { BodyOf, QueryOf } from '@evenkeel/contract/endpoint';
import type { DecisionId, MemberId } from '@evenkeel/core/id';
import { decisionWords } from '@evenkeel/core/words/decision';
import { say } from '@evenkeel/core/words/words';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { writeToClients } from '../notifications/clients/service.ts';
import { notify } from '../notifications/service.ts';
import * as repository from './repository.ts';
import {
  listWrites,
  type NamedEffect,
  readEffects,
  replaceCauses,
  type Write,
} from './writes/service.ts';

export type { DecisionRecord } from './repository.ts';
export { readTrace } from './traces/service.ts';

/** A decision with what it changed. */
export type WholeDecision = {
  readonly decision: repository.DecisionRecord;
  readonly effects: readonly NamedEffect[];
};

type DecisionKey = { readonly id: DecisionId; readonly version: number };

export function listDecisions(scope: Scope, request: QueryOf<typeof decisions.list>) {
  return repository.listDecisions(scope, request);
}

export async function getDecision(scope: Scope, id: DecisionId): Promise<WholeDecision> {
  const decision = await findDecision(scope, id);
  return { decision, effects: await readEffects(scope, id) };
}

export async function createDecision(
  scope: Scope,
  { projectId, isShown = false, ...draft }: BodyOf<typeof decisions.create>,
): Promise<WholeDecision> {
  const project = await repository.findProject(scope, projectId);
  if (!project) throw invalid(['projectId'], 'unknown', 'there is no such project');
  if (isShown) checkShown(project.kind);
  checkChosen(draft.options);
  const id = await repository.insertDecision(scope, projectId, {
    ...given(draft),
    title: draft.title,
    decidedOn: draft.decidedOn ?? scope.today,
    madeBy: scope.actor.memberId,
    ...(isShown ? { shownAt: scope.now } : {}),
  });
  await tellClients(scope, id);
  return getDecision(scope, id);
}

/** What the client has acknowledged stays as they read it. */
export async function updateDecision(
  scope: Scope,
  key: DecisionKey,
  { isShown, ...change }: BodyOf<typeof decisions.update>,
): Promise<WholeDecision> {
  const decision = await findDecision(scope, key.id);
  if (decision.acknowledged_at !== null) {
    throw new AppError(
      'wrong-state',
      'The client has acknowledged this decision, so it stays as they read it. Write down a new one.',
    );
  }
  if (isShown) checkShown(decision.project_kind);
  checkChosen(change.options);
  const shownAt = isShown ? (decision.shown_at ?? scope.now) : null;
  await repository.updateDecision(scope, key, {
    ...given(change),
    ...(isShown === undefined ? {} : { shownAt }),
  });
  await tellClients(scope, key.id);
  return getDecision(scope, key.id);
}

/** The client says that they have seen it and know of it. Said again, it changes nothing. */
export async function acknowledgeDecision(
  scope: Scope,
  id: DecisionId,
  by: MemberId,
): Promise<repository.DecisionRecord> {
  const decision = await findDecision(scope, id);
  if (decision.shown_at === null) throw noDecision();
  if (decision.acknowledged_at !== null) return decision;
  await repository.updateDecision(
    scope,
    { id, version: decision.version },
    { acknowledgement: { at: scope.now, by } },
  );
  await notify(scope, {
    topic: 'decision',
    key: `decision-acknowledged:${id}`,
    to: { people: [decision.owner_id, decision.project_manager_id] },
    title: `${scope.actor.name} has acknowledged the decision "${decision.title}"`,
    subject: { kind: 'decision', id },
  });
  return findDecision(scope, id);
}

export async function removeDecision(scope: Scope, id: DecisionId): Promise<void> {
  const decision = await findDecision(scope, id);
  if (decision.shown_at !== null) {
    throw new AppError('wrong-state', 'The client has seen this decision, so it stays.');
  }
  await repository.deleteDecision(scope, id);
}

/** What it may have caused. */
export async function readWrites(scope: Scope, id: DecisionId): Promise<Write[]> {
  const { project_id: projectId } = await findDecision(scope, id);
  return listWrites(scope, projectId);
}

/** Says what it caused; what another decision caused already stays with that one. */
export async function setWrites(
  scope: Scope,
  id: DecisionId,
  changeIds: readonly string[],
): Promise<WholeDecision> {
  const { project_id: projectId } = await findDecision(scope, id);
  await replaceCauses(scope, { id, projectId }, changeIds);
  return getDecision(scope, id);
}

async function findDecision(scope: Scope, id: DecisionId): Promise<repository.DecisionRecord> {
  const found = await repository.findDecision(scope, id);
  if (!found) throw noDecision();
  return found;
}

/** Tells the client's people once of a decision that they see. */
async function tellClients(scope: Scope, id: DecisionId): Promise<void> {
  const { shown_at, project_id: projectId, title, rationale } = await findDecision(scope, id);
  if (shown_at === null) return;
  await writeToClients(scope, {
    projectId,
    topic: 'client-decision',
    key: `decision:${id}`,
    text: (language) => ({
      title: `${say(decisionWords, language)('toAcknowledge')}: ${title}`,
      body: rationale,
    }),
    path: '/decisions',
  });
}

function given(draft: BodyOf<typeof decisions.update>): repository.DecisionColumns {
  const { title, rationale, options, decidedOn, decidedBy } = draft;
  return {
    ...(title === undefined ? {} : { title }),
    ...(rationale === undefined ? {} : { rationale }),
    ...(options === undefined ? {} : { options }),
    ...(decidedOn === undefined ? {} : { decidedOn }),
    ...(decidedBy === undefined ? {} : { decidedBy }),
  };
}

function checkShown(kind: 'client' | 'initiative'): void {
  if (kind === 'client') return;
  throw invalid(['isShown'], 'no-client', 'is about an initiative, which no client sees');
}

function checkChosen(options: readonly { readonly isChosen: boolean }[] = []): void {
  if (options.filter(({ isChosen }) => isChosen).length <= 1) return;
  throw invalid(['options'], 'too-many', 'can have one chosen option only');
}

function noDecision(): AppError {
  return new AppError('not-found', 'There is no such decision.');
}
