import type { WaitSide } from '../waits/wait-clock.ts';

/** Where a deliverable stands with the client (PM-20, CL-25). */
export const deliverableStates = ['draft', 'asked', 'rejected', 'approved'] as const;
export type DeliverableState = (typeof deliverableStates)[number];

/** Where one version of it stands; `withdrawn`: we took it back before everybody had decided. */
export const versionStates = ['draft', 'asked', 'rejected', 'approved', 'withdrawn'] as const;
export type VersionState = (typeof versionStates)[number];

/** What a named contact says to a version. */
export const approvalDecisions = ['approved', 'rejected'] as const;
export type ApprovalDecision = (typeof approvalDecisions)[number];

/** Who holds the ball: asked theirs; rejected ours until the next version is asked for. */
export const deliverableHolder: Readonly<Record<DeliverableState, WaitSide | 'over'>> = {
  draft: 'over',
  asked: 'theirs',
  rejected: 'ours',
  approved: 'over',
};

/**
 * What the decisions of the named contacts make of a version: one no rejects it at once, a yes of
 * all approves it, anything else leaves it open.
 * @example versionOutcome(['approved', null]) // 'asked'
 */
export function versionOutcome(
  decisions: readonly (ApprovalDecision | null)[],
): 'asked' | 'approved' | 'rejected' {
  if (decisions.includes('rejected')) return 'rejected';
  const isAgreed = decisions.length > 0 && decisions.every((one) => one === 'approved');
  return isAgreed ? 'approved' : 'asked';
}

/** A file of a version as its approval records it; `sha256` is 64 hexadecimal digits. */
export type HashedFile = { readonly name: string; readonly sha256: string };

/**
 * The text whose SHA-256 stands for all files of a version together: one line each, as `sha256sum`
 * writes them, sorted by name and then hash, so that the order of upload does not matter.
 */
export function manifestOf(files: readonly HashedFile[]): string {
  return files
    .map(({ name, sha256 }) => `${sha256}  ${name}\n`)
    .toSorted()
    .join('');
}
