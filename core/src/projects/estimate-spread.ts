/** How far the effort of a task may be off, as shares of its estimate in basis points; null: not said. */
export type EstimateSpread = {
  /** At best: 0 to 10,000. */
  readonly optimisticShare: number | null;
  /** At worst: 10,000 or more. */
  readonly pessimisticShare: number | null;
};

/** Effort at best and at worst beside the estimate, in minutes. */
export type EstimateRange = {
  readonly optimisticMinutes: number | null;
  readonly pessimisticMinutes: number | null;
};

/** At worst a task takes a hundred times its estimate. */
export const mostPessimistic = 1_000_000;

/** Nothing said. */
export const noSpread = { optimisticShare: null, pessimisticShare: null } as const;

/**
 * The three estimates of a task as shares of the middle one, so that a template can say them of whatever
 * hours are sold. Nothing without an estimate; an estimate beyond the other two has moved them along.
 */
export function estimateSpread(
  estimateMinutes: number | null,
  { optimisticMinutes: best, pessimisticMinutes: worst }: EstimateRange,
): EstimateSpread {
  if (estimateMinutes === null || estimateMinutes <= 0) return noSpread;
  const share = (minutes: number) => Math.round((minutes * 10_000) / estimateMinutes);
  return {
    optimisticShare: best === null ? null : Math.min(10_000, share(best)),
    pessimisticShare:
      worst === null ? null : Math.min(mostPessimistic, Math.max(10_000, share(worst))),
  };
}

/** Shares laid over an estimate, in whole minutes; nothing without one. */
export function estimateRange(
  estimateMinutes: number | null,
  { optimisticShare, pessimisticShare }: EstimateSpread,
): EstimateRange {
  const minutes = (share: number | null) =>
    estimateMinutes === null || share === null
      ? null
      : Math.round((estimateMinutes * share) / 10_000);
  return {
    optimisticMinutes: minutes(optimisticShare),
    pessimisticMinutes: minutes(pessimisticShare),
  };
}
