/** Where a leave stands. Only what is approved takes capacity. */
export const leaveStates = ['requested', 'approved', 'refused'] as const;
/** Where a leave stands. */
export type LeaveState = (typeof leaveStates)[number];

/** What can be decided about a leave; `reopen` makes a decided one wait again. */
export const leaveSteps = ['approve', 'refuse', 'reopen'] as const;
/** What can be decided about a leave. */
export type LeaveStep = (typeof leaveSteps)[number];

const ways: Readonly<
  Record<LeaveStep, { readonly from: readonly LeaveState[]; readonly to: LeaveState }>
> = {
  approve: { from: ['requested', 'refused'], to: 'approved' },
  refuse: { from: ['requested', 'approved'], to: 'refused' },
  reopen: { from: ['approved', 'refused'], to: 'requested' },
};

/** The state after a step, or null where the step does not lead on from that state. */
export function leaveAfter(state: LeaveState, step: LeaveStep): LeaveState | null {
  const { from, to } = ways[step];
  return from.includes(state) ? to : null;
}
