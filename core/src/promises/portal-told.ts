import type { CalendarDate } from '../calendar-date.ts';
import type { Id } from '../id.ts';
import type { SubjectKind } from '../subject.ts';
import type { PromiseContent } from './promise.ts';

/** A task or the project itself, as far as the portal shows it. */
export type ShownRecord = {
  readonly subject: { readonly kind: SubjectKind; readonly id: Id<string> };
  readonly name: string;
  /** The day by the plan of now. */
  readonly day: CalendarDate | null;
  readonly doneOn: CalendarDate | null;
  /** Whether the client sees it: marked visible, the portal open, not in the trash. */
  readonly isVisible: boolean;
};

/**
 * What the portal tells by showing a record: its day when it is shown for the first time, and from then
 * on only its name, that it is done, or that it is shown no more. The day itself never follows the plan
 * (B07). Null when there is nothing new to tell.
 */
export function portalTells(
  record: ShownRecord,
  current: PromiseContent | null,
): PromiseContent | null {
  if (current === null) {
    if (!record.isVisible || record.day === null) return null;
    return {
      day: record.day,
      amount: null,
      wording: record.name,
      doneOn: record.doneOn,
      isShown: true,
    };
  }
  const next = {
    ...current,
    wording: record.isVisible ? record.name : current.wording,
    doneOn: record.doneOn,
    isShown: record.isVisible,
  };
  const isSame =
    next.wording === current.wording &&
    next.doneOn === current.doneOn &&
    next.isShown === current.isShown;
  return isSame ? null : next;
}
