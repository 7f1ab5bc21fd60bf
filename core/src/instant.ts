/** A moment as ISO 8601 in UTC with milliseconds: `2026-11-23T09:30:00.000Z`. */
export type Instant = string & { readonly __brand: 'Instant' };

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** The moment that `text` names. Throws a RangeError when it is not written as above. */
export function instant(text: string): Instant {
  if (!instantPattern.test(text)) throw new RangeError(`not a moment in UTC: ${text}`);
  // The pattern has just been tested.
  return text as Instant;
}
