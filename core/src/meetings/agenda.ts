import type { CalendarDate } from '../calendar-date.ts';
import type { Subject } from '../subject.ts';

/** What an agenda is built from: things that are open between the two sides, the gravest first. */
export const openKinds = [
  'delay-notice',
  'overdue-duty',
  'decision',
  'question',
  'deliverable',
  'change-request',
  'thread',
  'overdue-task',
  'risk',
] as const;
/** A kind of open thing. */
export type OpenKind = (typeof openKinds)[number];

/** Something open, linked to its record. */
export type OpenItem = {
  readonly kind: OpenKind;
  readonly subject: Subject;
  readonly name: string;
  /** Since when it waits, or when it was due; null when nothing says so. */
  readonly since: CalendarDate | null;
};

/** A point of an agenda: what is talked about, for how long. */
export type AgendaPoint = OpenItem & { readonly minutes: number };

/** Minutes that a kind of thing takes, from practice; a decision takes longest. */
const usualMinutes: Record<OpenKind, number> = {
  'delay-notice': 10,
  'overdue-duty': 5,
  decision: 10,
  question: 5,
  deliverable: 5,
  'change-request': 10,
  thread: 10,
  'overdue-task': 5,
  risk: 5,
};

/**
 * The agenda that open things call for within the time there is: the gravest kind first, of one kind
 * what has waited longest, each at most once, as long as there is time for all of it. What does not
 * fit is left for another meeting. O(n log n).
 * @example buildAgenda([{ kind: 'decision', … }], 30) // one point of 10 minutes
 */
export function buildAgenda(open: readonly OpenItem[], minutes: number): AgendaPoint[] {
  const points: AgendaPoint[] = [];
  const seen = new Set<string>();
  let left = minutes;
  for (const item of [...open].sort(byGravity)) {
    const key = `${item.subject.kind}:${item.subject.id}`;
    const takes = usualMinutes[item.kind];
    if (seen.has(key) || takes > left) continue;
    seen.add(key);
    left -= takes;
    points.push({ ...item, minutes: takes });
  }
  return points;
}

function byGravity(one: OpenItem, other: OpenItem): number {
  const byKind = openKinds.indexOf(one.kind) - openKinds.indexOf(other.kind);
  if (byKind !== 0) return byKind;
  // What has no day waits least.
  const bySince = (one.since ?? '9999').localeCompare(other.since ?? '9999');
  return bySince !== 0 ? bySince : one.subject.id.localeCompare(other.subject.id);
}
