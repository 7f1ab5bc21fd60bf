/** What a client can say to a report with one touch. */
export const reportReactions = ['thanks', 'question', 'concern'] as const;
/** What a client can say to a report with one touch. */
export type ReportReaction = (typeof reportReactions)[number];
