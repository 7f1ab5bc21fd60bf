/** What somebody does at a meeting beside being there (PM-24). */
export const attendeeParts = ['takes-part', 'presents', 'decides', 'writes'] as const;
/** What somebody does at a meeting. */
export type AttendeePart = (typeof attendeeParts)[number];

/** Where a meeting stands. */
export const meetingStates = ['planned', 'held', 'cancelled'] as const;
/** Where a meeting stands. */
export type MeetingState = (typeof meetingStates)[number];

/** The shortest and the longest meeting, in minutes. */
export const meetingMinutes = { least: 5, most: 720, usual: 30 } as const;

/** Every how many weeks a meeting can come again. */
export const mostWeeksBetween = 12;

/** The most times that a meeting is planned ahead. */
export const mostOccurrences = 60;
