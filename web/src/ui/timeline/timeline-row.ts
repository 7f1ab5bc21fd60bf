import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { ReactNode } from 'react';

/** First and last day of a bar, both included. */
export type BarDays = { readonly start: CalendarDate; readonly end: CalendarDate };

/** A moment on a row: a milestone. */
export type TimelinePoint = {
  readonly key: string;
  readonly name: string;
  readonly date: CalendarDate;
  readonly isDone: boolean;
  readonly isLate: boolean;
};

/** One line of a timeline. */
export type TimelineRow = {
  readonly key: string;
  readonly name: string;
  readonly href?: string;
  readonly mark?: ReactNode;
  readonly depth: number;
  readonly days: BarDays | null;
  readonly points: readonly TimelinePoint[];
  /** A summary spans other rows: it is thin and is not moved. */
  readonly shape: 'bar' | 'summary';
  readonly tone: 'client' | 'initiative' | 'neutral';
  /** How much of it is done, from 0 to 1. */
  readonly progress: number;
  readonly isLate: boolean;
  /** What is said beside the name and the days to those who do not see the bar. */
  readonly detail: string;
  readonly isMovable: boolean;
};

/** What waits for what, as an arrow between two rows. */
export type TimelineLink = {
  readonly key: string;
  readonly from: {
    readonly row: string;
    readonly date: CalendarDate;
    readonly end: 'start' | 'finish';
  };
  readonly to: {
    readonly row: string;
    readonly date: CalendarDate;
    readonly end: 'start' | 'finish';
  };
  readonly isBroken: boolean;
};

/** How close one looks. */
export const zooms = ['week', 'month', 'quarter'] as const;
/** How close one looks. */
export type Zoom = (typeof zooms)[number];
