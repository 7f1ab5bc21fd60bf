import { mix, mixReviews } from '@evenkeel/contract/mix';
import type { Scope } from '../../platform/db/scope.ts';
import { implement } from '../../platform/http/implement.ts';
import { presentReview, presentRow, presentSeen } from './presenter.ts';
import * as service from './service.ts';

export const mixRoutes = implement(mix, {
  view: async ({ scope }) => {
    const { version, targets, seen } = await service.viewMix(scope);
    return {
      today: scope.today,
      currency: scope.actor.currency,
      version,
      targets: presentTargets(scope, targets),
      ...presentSeen(seen, service.canSeeMoney(scope.actor)),
    };
  },
  setTargets: async ({ scope, body, version }) => {
    const found = await service.setTargets(scope, version, body);
    return { version: found.version, ...presentTargets(scope, found.targets) };
  },
});

export const mixReviewRoutes = implement(mixReviews, {
  list: async ({ scope }) => {
    const reviews = await service.listReviews(scope);
    const nextReviewOn = reviews[0]?.next_review_on ?? null;
    return {
      rows: reviews.map(presentRow),
      nextReviewOn,
      isDue: nextReviewOn !== null && nextReviewOn <= scope.today,
    };
  },
  get: async ({ scope, params }) => present(scope, await service.getReview(scope, params.id)),
  hold: async ({ scope }) => present(scope, await service.holdReview(scope)),
  update: async ({ scope, params, body, version }) =>
    present(scope, await service.updateReview(scope, { id: params.id, version }, body)),
  decide: async ({ scope, params, body }) =>
    present(scope, await service.decide(scope, params.id, body)),
  changeDecision: async ({ scope, params, body, version }) =>
    present(scope, await service.changeDecision(scope, { id: params.id, version }, body)),
});

function present(scope: Scope, review: service.WholeReview) {
  return presentReview(review, service.canSeeMoney(scope.actor));
}

function presentTargets(
  scope: Scope,
  targets: Awaited<ReturnType<typeof service.viewMix>>['targets'],
) {
  const { hours, money, people, cashFloorMinor } = targets;
  return {
    // The workspace always has one by hours.
    hours: hours ?? { shareBasisPoints: 0, toleranceBasisPoints: 0 },
    money,
    people,
    cashFloorMinor: service.canSeeMoney(scope.actor) ? cashFloorMinor : null,
  };
}
