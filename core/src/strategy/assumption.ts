/** On which side of the threshold the KPI disproves an assumption. */
export const assumptionOperators = ['below', 'above'] as const;
export type AssumptionOperator = (typeof assumptionOperators)[number];

/** How an assumption stands: nobody can tell, it holds, or the KPI has disproved it. */
export const assumptionStandings = ['untested', 'holds', 'disproved'] as const;
export type AssumptionStanding = (typeof assumptionStandings)[number];

/**
 * How an assumption stands against the latest actual of the KPI that would disprove it (ST-42).
 * The threshold itself still holds. Untested while there is no KPI, no threshold or no actual.
 * @example assumptionStanding({ operator: 'below', threshold: 30, actual: 24 }) // 'disproved'
 */
export function assumptionStanding(assumption: {
  readonly operator: AssumptionOperator;
  readonly threshold: number | null;
  readonly actual: number | null;
}): AssumptionStanding {
  const { operator, threshold, actual } = assumption;
  if (threshold === null || actual === null) return 'untested';
  const isDisproved = operator === 'below' ? actual < threshold : actual > threshold;
  return isDisproved ? 'disproved' : 'holds';
}
