import type { CalendarDate } from '../calendar-date.ts';
import { groupedBy } from '../grouping.ts';
import type { Id, PromiseId } from '../id.ts';
import type { Instant } from '../instant.ts';
import type { SubjectKind } from '../subject.ts';

/** What a promise is about: a day, an amount of money, or something handed over. */
export const promiseWhats = ['date', 'amount', 'deliverable'] as const;
/** What a promise is about. */
export type PromiseWhat = (typeof promiseWhats)[number];

/** How a client was told. */
export const promiseChannels = [
  'portal',
  'notice',
  'status-report',
  'quote',
  'e-mail',
  'meeting',
  'working-agreement',
] as const;
/** How a client was told. */
export type PromiseChannel = (typeof promiseChannels)[number];

/** Channels that show dates by themselves: they repeat what was told, and never move it. */
export const silentChannels: readonly PromiseChannel[] = ['portal', 'status-report'];

/** What a client was told about a record. */
export type PromiseKey = {
  readonly subject: { readonly kind: SubjectKind; readonly id: Id<string> };
  readonly what: PromiseWhat;
};

/** What was told; `amount` in minor units of the firm's currency. */
export type PromiseContent = {
  readonly day: CalendarDate | null;
  readonly amount: number | null;
  readonly wording: string;
  /** The day it was done, once it was; null while it is not. */
  readonly doneOn: CalendarDate | null;
  /** Whether the client sees it in the portal. */
  readonly isShown: boolean;
};

/**
 * One version of a promise: written once, never changed. The versions of a key are numbered from 1, and
 * the last is what stands.
 */
export type PromiseVersion = PromiseKey &
  PromiseContent & {
    readonly id: PromiseId;
    readonly number: number;
    readonly channel: PromiseChannel;
    readonly toldAt: Instant;
  };

/** One text for what a promise is about, to keep it under. */
export function promiseKey({ subject, what }: PromiseKey): string {
  return `${what}:${subject.kind}:${subject.id}`;
}

/** The versions of each promise, first told first, in the order in which the promises were first told. */
export function ledgerOf<Version extends PromiseVersion>(
  versions: readonly Version[],
): Map<string, Version[]> {
  const inOrder = versions.toSorted(
    (a, b) => compared(a.toldAt, b.toldAt) || a.number - b.number || compared(a.id, b.id),
  );
  return groupedBy(inOrder, promiseKey);
}

/** What stood at a moment: of each promise the last version told by then. O(n log n). */
export function standingAt<Version extends PromiseVersion>(
  versions: readonly Version[],
  at: Instant,
): Version[] {
  const told = versions.filter(({ toldAt }) => toldAt <= at);
  return [...ledgerOf(told).values()].flatMap((list) => list.at(-1) ?? []);
}

/** What stands, with everything told before it about the same, first told first. */
export function standing<Version extends PromiseVersion>(
  versions: readonly Version[],
): { readonly current: Version; readonly history: readonly Version[] }[] {
  return [...ledgerOf(versions).values()].flatMap((history) => {
    const current = history.at(-1);
    return current ? [{ current, history }] : [];
  });
}

/**
 * What telling something adds to the ledger: a new version; nothing when the same stands already; or a
 * refusal, when a date that the client knows would move by a channel that only repeats. A date moves by
 * a delay notice, an agreement, a meeting or a letter (B07).
 */
export function tell(
  current: PromiseContent | null,
  told: PromiseContent,
  by: { readonly channel: PromiseChannel; readonly isAgreed: boolean },
): 'new' | 'same' | 'needs-notice' {
  if (current === null) return 'new';
  const isMoved = current.day !== null && told.day !== current.day;
  if (isMoved && !by.isAgreed && silentChannels.includes(by.channel)) return 'needs-notice';
  const isSame =
    current.day === told.day &&
    current.amount === told.amount &&
    current.wording === told.wording &&
    current.doneOn === told.doneOn &&
    current.isShown === told.isShown;
  return isSame ? 'same' : 'new';
}

function compared(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
