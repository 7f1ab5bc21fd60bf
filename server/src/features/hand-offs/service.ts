import type { BodyOf, QueryOf } from '@evenkeel/contract/endpoint';
import type { handOffs } from '@evenkeel/contract/hand-offs';
import { isReadyForHandOff } from '@evenkeel/core/deals/pipeline';
import type { DealId, HandOffId } from '@evenkeel/core/id';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { createPlanned, insertOrigins, type NewOrigin } from '../projects/service.ts';
import { tellSold } from '../promises/sold/service.ts';
import { insertCarried } from './carried/service.ts';
import { canAcceptAny, checkAccept } from './policy.ts';
import * as repository from './repository.ts';
import { type Choices, draftForDeal, findSoldDeal, type SoldDraft } from './sold/service.ts';

export { deleteHandOffs as withdrawHandOffs, listHandOffs, proposeSigned } from './repository.ts';
export type { Choices, SoldDraft } from './sold/service.ts';
export { draftForDeal } from './sold/service.ts';

export type HandOff = {
  readonly handOff: repository.HandOffRecord;
  readonly sold: SoldDraft;
  readonly canAccept: boolean;
};

/** What was sold, and what accepting with these choices would make. */
export async function getHandOff(
  scope: Scope,
  id: HandOffId,
  request: QueryOf<typeof handOffs.get>,
): Promise<HandOff> {
  const handOff = await findHandOff(scope, id);
  const sold = await draftForDeal(scope, handOff.deal_id, choicesOf(request));
  return { handOff, sold, canAccept: canAcceptAny(scope.actor) };
}

/**
 * Brings the hand-off of a deal in line with the deal, after any change of its stage, contract or
 * place in the trash: won and signed it is proposed (CR-06), else what was proposed is withdrawn. A
 * deal that has become a project stays won. One that was ready before the change and has none, as most
 * imported ones, gets none by it: somebody has to ask.
 */
export async function followDeal(
  scope: Scope,
  dealId: DealId,
  { wasReady = false }: { readonly wasReady?: boolean } = {},
): Promise<void> {
  const sold = await findSoldDeal(scope, dealId);
  if (!sold) return;
  const { deal, outcome, isDeleted } = sold;
  const handOff = await repository.findHandOffOfDeal(scope, dealId);
  const isReady =
    !isDeleted && isReadyForHandOff({ outcome, contractSignedOn: deal.contractSignedOn });
  if (isReady) {
    if (!handOff && !wasReady) await repository.insertHandOff(scope, dealId, deal.templateId);
    return;
  }
  if (!handOff) return;
  if (isStanding(handOff)) {
    throw new AppError(
      'wrong-state',
      `The deal was handed off: the client project "${handOff.project_name}" stands on it. Move that project to the trash first.`,
    );
  }
  await repository.deleteHandOff(scope, handOff.id, handOff.version);
}

/** Makes the client project with phases, tasks, hours and origins, all in the request's transaction. */
export async function acceptHandOff(
  scope: Scope,
  id: HandOffId,
  version: number,
  body: BodyOf<typeof handOffs.accept>,
): Promise<HandOff> {
  checkAccept(scope.actor, body.projectManagerId);
  const { handOff, sold } = await getHandOff(scope, id, body);
  if (handOff.state !== 'proposed') {
    throw new AppError('wrong-state', `This hand-off is not waiting: it was ${handOff.state}.`);
  }
  const { draft } = sold;
  if (draft.gaps.some((gap) => gap.code === 'end-too-early')) {
    throw invalid(['endOn'], 'too-early', 'is before the start');
  }
  const made = await createPlanned(
    scope,
    { ...draft.project, kind: 'client', state: 'approved' },
    draft,
  );
  await insertCarried(scope, made.projectId, draft);
  const subjects = { project: [made.projectId], phase: made.phaseIds, task: made.taskIds };
  await insertOrigins(
    scope,
    made.projectId,
    draft.origins.map(({ index, ...origin }): NewOrigin => {
      const subjectId = subjects[origin.subject][index];
      if (subjectId === undefined) throw new Error('an origin of something that was not made');
      return { ...origin, subjectId };
    }),
  );
  await repository.updateHandOff(scope, id, version, {
    state: 'accepted',
    projectId: made.projectId,
    returnReason: '',
  });
  await tellSold(scope, made.projectId, id);
  return getHandOff(scope, id, body);
}

export async function returnHandOff(
  scope: Scope,
  id: HandOffId,
  version: number,
  reason: string,
): Promise<HandOff> {
  const handOff = await findHandOff(scope, id);
  if (handOff.state !== 'proposed') {
    throw new AppError('wrong-state', `This hand-off is not waiting: it was ${handOff.state}.`);
  }
  await repository.updateHandOff(scope, id, version, {
    state: 'returned',
    projectId: null,
    returnReason: reason,
  });
  return getHandOff(scope, id, {});
}

/** Proposes again what was returned, or what became a project that is in the trash. */
export async function proposeHandOff(
  scope: Scope,
  id: HandOffId,
  version: number,
): Promise<HandOff> {
  const handOff = await findHandOff(scope, id);
  if (handOff.state === 'proposed') throw new AppError('wrong-state', 'It is waiting already.');
  if (isStanding(handOff)) {
    throw new AppError('wrong-state', 'It was accepted, and its client project stands.');
  }
  await repository.updateHandOff(scope, id, version, {
    state: 'proposed',
    projectId: null,
    returnReason: '',
  });
  return getHandOff(scope, id, {});
}

async function findHandOff(scope: Scope, id: HandOffId): Promise<repository.HandOffRecord> {
  const handOff = await repository.findHandOff(scope, id);
  if (!handOff) throw new AppError('not-found', 'There is no such hand-off.');
  return handOff;
}

/** Accepted, with a project that is not in the trash. */
function isStanding(handOff: repository.HandOffRecord): boolean {
  return handOff.state === 'accepted' && handOff.project_deleted_at === null;
}

/** What is not said is left to the deal. */
function choicesOf(request: QueryOf<typeof handOffs.get>): Choices {
  return {
    projectManagerId: request.projectManagerId ?? null,
    ownerId: request.ownerId ?? null,
    teamId: request.teamId ?? null,
    startOn: request.startOn ?? null,
    endOn: request.endOn ?? null,
    templateId: request.templateId ?? 'best',
  };
}
