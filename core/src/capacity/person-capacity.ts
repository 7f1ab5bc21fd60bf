import type { PersonId, RoleId, TeamId } from '../id.ts';

/** Days from the first to the last, both included, as `dayNumber`s. */
export type Days = { readonly from: number; readonly to: number };

/** What somebody was hired for, from a day until the day before the next term. */
export type Term = {
  /** A `dayNumber`. The earliest term holds for the days before it as well. */
  readonly validFrom: number;
  /** Minutes of Monday to Sunday. */
  readonly weekMinutes: readonly number[];
  readonly roleId: RoleId | null;
  readonly teamId: TeamId | null;
};

/** Days on which the firm works less than its week says: none of the day, unless `mostMinutes` says more. */
export type Holiday = Days & { readonly name: string; readonly mostMinutes: number };

/** Days off that somebody with the right to has approved; half days take half of each day's minutes. */
export type Leave = Days & { readonly isHalf: boolean };

/**
 * Everything that decides how much a person can work. The order of the lists means nothing; there is at
 * least one term. Never changed in place: what follows from it is kept with it.
 */
export type PersonCapacity = {
  readonly personId: PersonId;
  readonly terms: readonly Term[];
  readonly joinedOn: number;
  /** The last day, or null while nobody has said when that is. */
  readonly leftOn: number | null;
  readonly holidays: readonly Holiday[];
  readonly leaves: readonly Leave[];
};

/** The terms that hold on a day. Complexity: O(log changes), after O(changes²) once for each person. */
export function termOn(person: PersonCapacity, day: number): Term {
  return stretchAt(timelineOf(person), day).term;
}

/**
 * Minutes a person can work on a day: those of the terms for that weekday, at most what a holiday leaves
 * of it, and of that nothing on leave or half on half a day's leave; 0 outside the employment.
 */
export function capacityOn(person: PersonCapacity, day: number): number {
  return stretchAt(timelineOf(person), day).week[weekdayPlace(day)] ?? 0;
}

/**
 * Minutes a person can work from one day to another, both included: the sum of `capacityOn` of each.
 * 0 when `to` is earlier. Complexity: O(log changes).
 */
export function capacityBetween(person: PersonCapacity, from: number, to: number): number {
  if (to < from) return 0;
  const timeline = timelineOf(person);
  return minutesThrough(timeline, to) - minutesThrough(timeline, from - 1);
}

/** Monday 0 to Sunday 6 of a `dayNumber`. */
export function weekdayPlace(day: number): number {
  const shifted = day + 3;
  return shifted - Math.floor(shifted / 7) * 7;
}

/** Days over which a person's week stays the same. */
type Stretch = {
  /** The first of them; the last is the day before the next stretch. */
  readonly from: number;
  readonly term: Term;
  /** Minutes of Monday to Sunday, holidays and leave taken off. */
  readonly week: readonly number[];
  /** Minutes of all stretches before. */
  readonly before: number;
};

const timelines = new WeakMap<PersonCapacity, readonly Stretch[]>();

/** A person's time cut at each day on which anything changes, made once for each person. */
function timelineOf(person: PersonCapacity): readonly Stretch[] {
  const known = timelines.get(person);
  if (known) return known;
  const made = stretchesOf(person);
  timelines.set(person, made);
  return made;
}

function stretchesOf(person: PersonCapacity): Stretch[] {
  const terms = person.terms.toSorted((a, b) => a.validFrom - b.validFrom);
  const [first] = terms;
  if (!first) throw new RangeError('a person without terms');
  const cuts = new Set([Number.NEGATIVE_INFINITY, person.joinedOn]);
  if (person.leftOn !== null) cuts.add(person.leftOn + 1);
  for (const term of terms.slice(1)) cuts.add(term.validFrom);
  for (const { from, to } of [...person.holidays, ...person.leaves]) cuts.add(from).add(to + 1);
  const stretches: Stretch[] = [];
  for (const from of [...cuts].sort((a, b) => a - b)) {
    const term = terms.findLast(({ validFrom }) => validFrom <= from) ?? first;
    const before = stretches.length === 0 ? 0 : minutesThrough(stretches, from - 1);
    stretches.push({ from, term, week: weekAt(person, term, from), before });
  }
  return stretches;
}

const noWeek: readonly number[] = [0, 0, 0, 0, 0, 0, 0];

function weekAt(person: PersonCapacity, term: Term, day: number): readonly number[] {
  const isEmployed = person.joinedOn <= day && day <= (person.leftOn ?? day);
  if (!isEmployed) return noWeek;
  const most = Math.min(...holding(person.holidays, day).map(({ mostMinutes }) => mostMinutes));
  const leaves = holding(person.leaves, day);
  return term.weekMinutes.map((minutes) => lessLeave(Math.min(minutes, most), leaves));
}

function holding<Item extends Days>(items: readonly Item[], day: number): Item[] {
  return items.filter(({ from, to }) => from <= day && day <= to);
}

/** Half a day off leaves the smaller half; a second half takes the rest. */
function lessLeave(minutes: number, leaves: readonly Leave[]): number {
  if (leaves.length === 0) return minutes;
  return leaves.length === 1 && leaves[0]?.isHalf ? Math.floor(minutes / 2) : 0;
}

function stretchAt(timeline: readonly Stretch[], day: number): Stretch {
  let low = 0;
  let high = timeline.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((timeline[middle]?.from ?? 0) <= day) low = middle;
    else high = middle - 1;
  }
  const found = timeline[low];
  if (!found) throw new RangeError('a timeline without stretches');
  return found;
}

function minutesThrough(timeline: readonly Stretch[], day: number): number {
  const { from, week, before } = stretchAt(timeline, day);
  // The first stretch has no beginning and no minutes.
  return from === Number.NEGATIVE_INFINITY ? 0 : before + minutesOfWeeks(week, from, day);
}

/** Minutes of a week's pattern from one day to another. */
function minutesOfWeeks(week: readonly number[], from: number, to: number): number {
  const days = to - from + 1;
  const whole = Math.floor(days / 7);
  let minutes = 0;
  if (whole > 0) for (const ofDay of week) minutes += ofDay * whole;
  for (let day = from + whole * 7; day <= to; day += 1) minutes += week[weekdayPlace(day)] ?? 0;
  return minutes;
}
