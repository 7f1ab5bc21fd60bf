import type { Handover, WaitSide } from './wait-clock.ts';

/** What is asked of the client: something we need to know or get, a way in, or a yes (CL-05). */
export const dutyKinds = ['input', 'access', 'approval'] as const;
export type DutyKind = (typeof dutyKinds)[number];

/** Where a client duty stands. `paused`: both sides let it rest. */
export const dutyStates = ['asked', 'answered', 'paused', 'confirmed', 'withdrawn'] as const;
export type DutyState = (typeof dutyStates)[number];

/** What can be done about a duty: `answer` by the client, all else by us. */
export const dutySteps = ['answer', 'confirm', 'send-back', 'pause', 'resume', 'withdraw'] as const;
export type DutyStep = (typeof dutySteps)[number];

const steps: Readonly<
  Record<DutyStep, { readonly from: readonly DutyState[]; readonly to: DutyState }>
> = {
  answer: { from: ['asked'], to: 'answered' },
  confirm: { from: ['asked', 'answered'], to: 'confirmed' },
  'send-back': { from: ['answered', 'confirmed'], to: 'asked' },
  pause: { from: ['asked', 'answered'], to: 'paused' },
  resume: { from: ['paused'], to: 'asked' },
  withdraw: { from: ['asked', 'answered', 'paused'], to: 'withdrawn' },
};

/** The state after a step; null where the step cannot be taken. */
export function dutyAfter(state: DutyState, step: DutyStep): DutyState | null {
  const { from, to } = steps[step];
  return from.includes(state) ? to : null;
}

/** Who holds the ball in each state of a duty: asked theirs, answered ours until we confirm. */
export const dutyHolder: Readonly<Record<DutyState, WaitSide | 'over'>> = {
  asked: 'theirs',
  answered: 'ours',
  paused: 'neither',
  confirmed: 'over',
  withdrawn: 'over',
};

/** Days before and after the due day on which the client is reminded (CL-05): at most once each. */
export const reminderDays = [-2, 0, 3, 7, 14] as const;

/**
 * Which reminder of a duty is due: the latest of `reminderDays` that has come and was not sent yet.
 * @param daysPast days from the due day to today, negative before it.
 * @param sent days past the due day at which the last reminder went; null for none.
 * @example reminderDue(4, 0) // 3
 */
export function reminderDue(daysPast: number, sent: number | null): number | null {
  const come = reminderDays.filter((day) => day <= daysPast && (sent === null || day > sent));
  return come.at(-1) ?? null;
}

/** States over time as handovers of the ball. */
export function handoversOf<State extends string>(
  states: readonly { readonly state: State; readonly at: number }[],
  holders: Readonly<Record<State, WaitSide | 'over'>>,
): Handover[] {
  return states.map(({ state, at }) => ({ at, holder: holders[state] }));
}
