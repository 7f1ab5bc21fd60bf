import type { PersonId } from '../id.ts';

/** What one person, or nobody in particular, is asked for in one month on one project in one role. */
export type Claim = {
  /** Null: placeholders, and tasks that nobody is on. */
  readonly personId: PersonId | null;
  /** Confirmed allocations from today on, in minutes. */
  readonly aheadMinutes: number;
  /** Remaining work of tasks, in minutes. */
  readonly estimatedMinutes: number;
};

/**
 * What is committed to, for each claim of one project, role and month, in their order. An allocation
 * reserves hours and tasks use them, so it is the greater of the two, never their sum. What nobody is
 * named for is met first by the people of the group: unassigned tasks by what those have allocated
 * beyond their own tasks, placeholders by what they do beyond their own allocations. At most one claim
 * is nobody's.
 * @example committedMinutes([{ personId: ada, aheadMinutes: 600, estimatedMinutes: 240 }]) // [600]
 */
export function committedMinutes(claims: readonly Claim[]): number[] {
  let [spare, beyond] = [0, 0];
  for (const { personId, aheadMinutes, estimatedMinutes } of claims) {
    if (personId === null) continue;
    spare += Math.max(0, aheadMinutes - estimatedMinutes);
    beyond += Math.max(0, estimatedMinutes - aheadMinutes);
  }
  return claims.map(({ personId, aheadMinutes, estimatedMinutes }) => {
    const greater = Math.max(aheadMinutes, estimatedMinutes);
    if (personId !== null) return greater;
    const least = Math.min(aheadMinutes, estimatedMinutes);
    return Math.max(least, greater - (aheadMinutes > estimatedMinutes ? beyond : spare));
  });
}
