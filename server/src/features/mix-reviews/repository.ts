import type { MixTargets } from '@evenkeel/core/balance/mix-measures';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { Id, MixReviewId, PersonId } from '@evenkeel/core/id';
import type { Scope } from '../../platform/db/scope.ts';
import { optionalInteger } from '../../platform/db/values.ts';
import { versioned } from '../../platform/db/versioned.ts';
import { newId } from '../../platform/ids.ts';
import type { MixSeenRecord } from '../../schema/mix-tables.ts';

/** Above what a firm holds in decades; a bound, so that no list is without one. */
const most = 10_000;

export async function findTargets(
  scope: Scope,
): Promise<{ readonly version: number; readonly targets: MixTargets }> {
  const row = await scope.tx
    .selectFrom('workspace')
    .select(['version', 'strategic_share_target', 'strategic_share_tolerance'])
    .select(['money_share_target', 'money_share_tolerance', 'people_share_target'])
    .select(['people_share_tolerance', 'client_cash_floor'])
    .where('id', '=', scope.workspaceId)
    .executeTakeFirstOrThrow();
  const share = (target: number | null, toleranceBasisPoints: number) =>
    target === null ? null : { shareBasisPoints: target, toleranceBasisPoints };
  return {
    version: row.version,
    targets: {
      hours: share(row.strategic_share_target, row.strategic_share_tolerance),
      money: share(row.money_share_target, row.money_share_tolerance),
      people: share(row.people_share_target, row.people_share_tolerance),
      cashFloorMinor: optionalInteger(row.client_cash_floor),
    },
  };
}

export async function updateTargets(
  scope: Scope,
  version: number,
  { hours, money, people, cashFloorMinor }: MixTargets & { readonly hours: object },
): Promise<void> {
  const written = await scope.tx
    .updateTable('workspace')
    .set({
      ...(hours
        ? {
            strategic_share_target: hours.shareBasisPoints,
            strategic_share_tolerance: hours.toleranceBasisPoints,
          }
        : {}),
      money_share_target: money?.shareBasisPoints ?? null,
      ...(money ? { money_share_tolerance: money.toleranceBasisPoints } : {}),
      people_share_target: people?.shareBasisPoints ?? null,
      ...(people ? { people_share_tolerance: people.toleranceBasisPoints } : {}),
      client_cash_floor: cashFloorMinor,
    })
    .where('id', '=', scope.workspaceId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  await versioned(written, async () => true);
}

export type ReviewRecord = Awaited<ReturnType<typeof listReviews>>[number];

/** Every review, the latest first, with how many decisions it made and how many are open. */
export function listReviews(scope: Scope) {
  return scope.tx
    .selectFrom('mix_review as review')
    .innerJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'review.workspace_id')
        .onRef('member.id', '=', 'review.held_by'),
    )
    .leftJoin('mix_decision as decision', (join) =>
      join
        .onRef('decision.workspace_id', '=', 'review.workspace_id')
        .onRef('decision.review_id', '=', 'review.id'),
    )
    .where('review.workspace_id', '=', scope.workspaceId)
    .select(['review.id', 'review.version', 'review.held_on', 'review.held_by', 'review.seen'])
    .select(['review.summary', 'review.next_review_on', 'member.name as holder_name'])
    .select((of) => of.fn.count<string>('decision.id').as('decision_count'))
    .select((of) =>
      of.fn
        .count<string>('decision.id')
        .filterWhere('decision.is_closed', '=', false)
        .as('open_count'),
    )
    .groupBy([
      'review.workspace_id',
      'review.id',
      'member.workspace_id',
      'member.id',
      'member.name',
    ])
    .orderBy('review.held_on', 'desc')
    .orderBy('review.id', 'desc')
    .limit(most)
    .execute();
}

export type DecisionRecord = Awaited<ReturnType<typeof listDecisions>>[number];

/** The decisions of some reviews, in the order they were made. */
export function listDecisions(scope: Scope, reviewIds: readonly MixReviewId[]) {
  return scope.tx
    .selectFrom('mix_decision as decision')
    .leftJoin('person as owner', (join) =>
      join
        .onRef('owner.workspace_id', '=', 'decision.workspace_id')
        .onRef('owner.id', '=', 'decision.owner_id'),
    )
    .where('decision.workspace_id', '=', scope.workspaceId)
    .where('decision.review_id', 'in', [...reviewIds])
    .select(['decision.id', 'decision.version', 'decision.review_id', 'decision.decision'])
    .select(['decision.owner_id', 'decision.due_on', 'decision.outcome', 'decision.is_closed'])
    .select('owner.name as owner_name')
    .orderBy('decision.id')
    .limit(most)
    .execute();
}

export async function insertReview(scope: Scope, seen: MixSeenRecord): Promise<MixReviewId> {
  const id = newId<MixReviewId>();
  await scope.tx
    .insertInto('mix_review')
    .values({
      workspace_id: scope.workspaceId,
      id,
      held_on: scope.today,
      held_by: scope.actor.memberId,
      seen: JSON.stringify(seen),
    })
    .execute();
  return id;
}

export async function updateReview(
  scope: Scope,
  { id, version }: { readonly id: MixReviewId; readonly version: number },
  columns: { readonly summary?: string; readonly next_review_on?: CalendarDate | null },
): Promise<void> {
  const written = await scope.tx
    .updateTable('mix_review')
    .set({ ...columns, updated_at: scope.now })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  await versioned(written, async () => (await listReviews(scope)).some((one) => one.id === id));
}

export type DecisionColumns = {
  readonly decision?: string;
  readonly owner_id?: PersonId | null;
  readonly due_on?: CalendarDate | null;
  readonly outcome?: string;
  readonly is_closed?: boolean;
};

export async function insertDecision(
  scope: Scope,
  reviewId: MixReviewId,
  columns: DecisionColumns & { readonly decision: string },
): Promise<void> {
  await scope.tx
    .insertInto('mix_decision')
    .values({
      workspace_id: scope.workspaceId,
      id: newId<Id<'mix-decision'>>(),
      review_id: reviewId,
      ...columns,
    })
    .execute();
}

/** Changes a decision; answers with its review. */
export async function updateDecision(
  scope: Scope,
  { id, version }: { readonly id: Id<'mix-decision'>; readonly version: number },
  columns: DecisionColumns,
): Promise<MixReviewId> {
  const written = await scope.tx
    .updateTable('mix_decision')
    .set({ ...columns, updated_at: scope.now })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('review_id')
    .executeTakeFirst();
  const { review_id } = await versioned(written, async () => {
    const found = await scope.tx
      .selectFrom('mix_decision')
      .select('id')
      .where('workspace_id', '=', scope.workspaceId)
      .where('id', '=', id)
      .executeTakeFirst();
    return found !== undefined;
  });
  return review_id;
}
