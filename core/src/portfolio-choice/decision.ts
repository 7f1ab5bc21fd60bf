import type { CandidateKind } from './facts.ts';

/**
 * What a person decides of a candidate. A deal is pursued or declined: declining leaves it open and
 * says so on it. An initiative is started (approved, with the dates that were shown) or shelved.
 */
export const verdicts = ['pursue', 'decline', 'start', 'shelve'] as const;
export type Verdict = (typeof verdicts)[number];

/** Whether the verdict takes the candidate on. */
export function isTaking(verdict: Verdict): boolean {
  return verdict === 'pursue' || verdict === 'start';
}

/** The verdict that takes a candidate of this kind on, or leaves it. */
export function verdictOf(kind: CandidateKind, isTaken: boolean): Verdict {
  if (kind === 'deal') return isTaken ? 'pursue' : 'decline';
  return isTaken ? 'start' : 'shelve';
}
