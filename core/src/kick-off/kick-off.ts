import { addDays, type CalendarDate, isWeekdayDate, later } from '../calendar-date.ts';

/** The three parts of a kick-off, around its meeting (PM-19). */
export const kickOffPhases = ['before', 'during', 'after'] as const;
/** A part of a kick-off. */
export type KickOffPhase = (typeof kickOffPhases)[number];

/**
 * What shows that an item is done, where another record says so: the working agreement, the kick-off
 * meeting. `hand`: somebody ticks it. An item on the client's side is shown done by its client duty.
 */
export const kickOffProofs = ['hand', 'agreement', 'meeting'] as const;
/** What shows that an item is done. */
export type KickOffProof = (typeof kickOffProofs)[number];

/** The items that every kick-off begins with. */
export const usualKickOffKeys = [
  'sold',
  'team',
  'agreement',
  'access',
  'agenda',
  'meeting',
  'goals',
  'roles',
  'risks',
  'next-steps',
  'first-dates',
  'first-check',
] as const;
/** One of the usual items. */
export type KickOffKey = (typeof usualKickOffKeys)[number];

/** An item as the usual kick-off has it; its words stand in the catalogues. */
export type UsualKickOffItem = {
  readonly key: KickOffKey;
  readonly phase: KickOffPhase;
  readonly side: 'ours' | 'client';
  readonly proof: KickOffProof;
  readonly isClientVisible: boolean;
  readonly dueOn: CalendarDate;
};

type Pattern = Omit<UsualKickOffItem, 'dueOn' | 'proof'> & {
  readonly proof?: KickOffProof;
  /** Days from the meeting, negative before it. */
  readonly days: number;
};

const pattern: readonly Pattern[] = [
  { key: 'sold', phase: 'before', side: 'ours', isClientVisible: false, days: -10 },
  { key: 'team', phase: 'before', side: 'ours', isClientVisible: true, days: -7 },
  {
    key: 'agreement',
    phase: 'before',
    side: 'ours',
    proof: 'agreement',
    isClientVisible: true,
    days: -3,
  },
  { key: 'access', phase: 'before', side: 'client', isClientVisible: true, days: -2 },
  { key: 'agenda', phase: 'before', side: 'ours', isClientVisible: true, days: -5 },
  {
    key: 'meeting',
    phase: 'during',
    side: 'ours',
    proof: 'meeting',
    isClientVisible: true,
    days: 0,
  },
  { key: 'goals', phase: 'during', side: 'ours', isClientVisible: true, days: 0 },
  { key: 'roles', phase: 'during', side: 'ours', isClientVisible: true, days: 0 },
  { key: 'risks', phase: 'during', side: 'ours', isClientVisible: true, days: 0 },
  { key: 'next-steps', phase: 'after', side: 'ours', isClientVisible: true, days: 1 },
  { key: 'first-dates', phase: 'after', side: 'ours', isClientVisible: true, days: 3 },
  { key: 'first-check', phase: 'after', side: 'ours', isClientVisible: false, days: 7 },
];

/**
 * The usual kick-off of a project, dated around its meeting: that which is planned, else the first day of
 * the project, never before today. A day on a weekend becomes the working day before it where it lies
 * before the meeting, the one after it otherwise; none lies before today. Items of one part come by
 * their day.
 * @example usualKickOff({ today, startOn, meetingOn: null })[0].phase // 'before'
 */
export function usualKickOff(facts: {
  readonly today: CalendarDate;
  readonly startOn: CalendarDate | null;
  readonly meetingOn: CalendarDate | null;
}): readonly UsualKickOffItem[] {
  const { today, startOn, meetingOn } = facts;
  const day = workingDay(meetingOn ?? later(startOn ?? today, today), 1);
  const items = pattern.map(({ days, proof = 'hand', ...item }): UsualKickOffItem => {
    const wanted = workingDay(addDays(day, days), days < 0 ? -1 : 1);
    return { ...item, proof, dueOn: later(wanted, today) };
  });
  return kickOffPhases.flatMap((phase) =>
    items
      .filter((item) => item.phase === phase)
      .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)),
  );
}

function workingDay(day: CalendarDate, step: 1 | -1): CalendarDate {
  let found = day;
  while (!isWeekdayDate(found)) found = addDays(found, step);
  return found;
}

/** How far a kick-off is: its items and those done, over all. */
export function kickOffProgress(items: readonly { readonly isDone: boolean }[]): {
  readonly count: number;
  readonly doneCount: number;
} {
  return { count: items.length, doneCount: items.filter(({ isDone }) => isDone).length };
}
