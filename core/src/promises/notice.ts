/** Where a delay notice stands. */
export const noticeStates = [
  'draft',
  'sent',
  'accepted',
  'change-asked',
  'withdrawn',
  'superseded',
] as const;
/** Where a delay notice stands. */
export type NoticeState = (typeof noticeStates)[number];

/** What can be done with a delay notice. `recover`: the forecast holds the promise again. */
export const noticeSteps = [
  'send',
  'withdraw',
  'recover',
  'accept',
  'ask-for-change',
  'supersede',
] as const;
/** What can be done with a delay notice. */
export type NoticeStep = (typeof noticeSteps)[number];

/** The answers of a client. */
export const noticeAnswers = ['accept', 'ask-for-change'] as const;
/** The answer of a client: take the new date, or ask for a change. */
export type NoticeAnswer = (typeof noticeAnswers)[number];

/** Why a notice was withdrawn: by somebody, or since the date holds again. */
export const withdrawals = ['by-hand', 'recovered'] as const;
/** Why a notice was withdrawn. */
export type Withdrawal = (typeof withdrawals)[number];

const steps: Record<NoticeState, Partial<Record<NoticeStep, NoticeState>>> = {
  draft: { send: 'sent', withdraw: 'withdrawn', recover: 'withdrawn', supersede: 'superseded' },
  sent: { accept: 'accepted', 'ask-for-change': 'change-asked', supersede: 'superseded' },
  accepted: {},
  'change-asked': { supersede: 'superseded' },
  withdrawn: {},
  superseded: {},
};

/** The state after a step; null where the step cannot be taken. A notice that was sent is never unsent. */
export function noticeAfter(state: NoticeState, step: NoticeStep): NoticeState | null {
  return steps[state][step] ?? null;
}
