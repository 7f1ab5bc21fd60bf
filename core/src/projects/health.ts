/** Judgement of a project at a moment, the best first. */
export const healths = ['on-track', 'at-risk', 'off-track'] as const;
/** Judgement of a project at a moment. */
export type Health = (typeof healths)[number];

/** Days after which a judgement is too old to rely on. */
export const healthDays = 14;

/** Whether a project that is not on track needs a word why: at risk and off track do. */
export function needsNote(health: Health): boolean {
  return health !== 'on-track';
}
