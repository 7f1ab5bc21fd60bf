import { type Instant, instant } from '@evenkeel/core/instant';

/** A bigint column as a number. Throws when it is beyond what a number holds exactly. */
export function integer(value: string | number): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`beyond exact numbers: ${value}`);
  return number;
}

/** The same where the column may be null. */
export function optionalInteger(value: string | number | null): number | null {
  return value === null ? null : integer(value);
}

/** A timestamptz column as an instant. */
export function moment(value: Date): Instant {
  return instant(value.toISOString());
}

/** The same where the column may be null. */
export function optionalMoment(value: Date | null): Instant | null {
  return value === null ? null : moment(value);
}

/** A reference with the name that people see; null when there is none. */
export function referenceOf<I extends string>(
  id: I | null,
  name: string | null,
): { id: I; name: string } | null {
  return id === null ? null : { id, name: name ?? '' };
}
