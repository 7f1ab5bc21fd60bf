import { addDays, type CalendarDate } from '../calendar-date.ts';

/** Where an account is in its life with us (CR-02). */
export const lifecycles = ['prospect', 'client', 'former'] as const;
export type Lifecycle = (typeof lifecycles)[number];

export const lifecycleLabels: Readonly<Record<Lifecycle, string>> = {
  prospect: 'Prospect',
  client: 'Client',
  former: 'Former client',
};

/** A client of whom nothing was won and for whom nothing was done in so many days is a former one. */
export const formerAfterDays = 730;

/**
 * Where an account is in its life: what somebody set, else what the facts say. A client has work
 * running, or won or ended within two years; one whose last is older is a former client; with none
 * at all it is a prospect.
 */
export function lifecycleOf(
  facts: {
    /** What somebody decided; null to go by the facts. */
    readonly decided: Lifecycle | null;
    readonly runningProjects: number;
    /** The last day on which a deal was won or a project ended. */
    readonly lastWorkOn: CalendarDate | null;
  },
  today: CalendarDate,
): Lifecycle {
  if (facts.decided !== null) return facts.decided;
  if (facts.runningProjects > 0) return 'client';
  if (facts.lastWorkOn === null) return 'prospect';
  return addDays(facts.lastWorkOn, formerAfterDays) >= today ? 'client' : 'former';
}
