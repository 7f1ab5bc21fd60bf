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

/**
 * The terms that hold on a day. Complexity: O(log changes), after O(changes × log changes) once for
 * each person.
 */
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

/** Days on which the same terms hold. */
export type TermDays = Days & { readonly term: Term };

/** The terms that hold from one day to another, in order and without gaps; none when `to` is earlier. */
export function termsBetween(person: PersonCapacity, from: number, to: number): TermDays[] {
  if (to < from) return [];
  const [only, ...others] = person.terms;
  if (only && others.length === 0) return [{ from, to, term: only }];
  if (!person.terms.some((term) => from < term.validFrom && term.validFrom <= to))
    return [{ from, to, term: termOn(person, from) }];
  const later = others
    .concat(only ?? [])
    .filter((term) => from < term.validFrom && term.validFrom <= to);
  const starts = [from, ...later.map((term) => term.validFrom)].sort((a, b) => a - b);
  return starts.flatMap((start, place) => {
    const end = (starts[place + 1] ?? to + 1) - 1;
    return end < start ? [] : [{ from: start, to: end, term: termOn(person, start) }];
  });
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
  const terms = inOrder(person.terms, (term) => term.validFrom);
  const [first] = terms;
  if (!first) throw new RangeError('a person without terms');
  const holidaysOn = sweep(person.holidays);
  const leavesOn = sweep(person.leaves);
  const stretches: Stretch[] = [];
  let before = 0;
  for (const from of cutsOf(person)) {
    const last = stretches.at(-1);
    if (last) before += minutesOfStretch(last, from - 1);
    const term = terms.findLast(({ validFrom }) => validFrom <= from) ?? first;
    const isEmployed = person.joinedOn <= from && from <= (person.leftOn ?? from);
    const off = { holidays: holidaysOn(from), leaves: leavesOn(from) };
    stretches.push({ from, term, week: isEmployed ? weekLess(term, off) : noWeek, before });
  }
  return stretches;
}

/** The days on which anything changes, in order, before them the beginning of time. */
function cutsOf(person: PersonCapacity): number[] {
  const cuts = new Set([Number.NEGATIVE_INFINITY, person.joinedOn]);
  if (person.leftOn !== null) cuts.add(person.leftOn + 1);
  for (const term of person.terms) cuts.add(term.validFrom);
  for (const days of [person.holidays, person.leaves])
    for (const { from, to } of days) cuts.add(from).add(to + 1);
  return [...cuts].sort((a, b) => a - b);
}

const noWeek: readonly number[] = [0, 0, 0, 0, 0, 0, 0];

type Off = { readonly holidays: readonly Holiday[]; readonly leaves: readonly Leave[] };

function weekLess(term: Term, { holidays, leaves }: Off): readonly number[] {
  if (holidays.length === 0 && leaves.length === 0) return term.weekMinutes;
  const most = Math.min(...holidays.map(({ mostMinutes }) => mostMinutes));
  return term.weekMinutes.map((minutes) => lessLeave(Math.min(minutes, most), leaves));
}

/** Tells what holds on each of some days; they must be asked for in order. */
function sweep<Item extends Days>(items: readonly Item[]): (day: number) => readonly Item[] {
  const sorted = inOrder(items, (item) => item.from);
  let next = 0;
  let holding: Item[] = [];
  return (day) => {
    if (holding.length > 0) holding = holding.filter(({ to }) => day <= to);
    for (let item = sorted[next]; item && item.from <= day; item = sorted[next]) {
      if (day <= item.to) holding.push(item);
      next += 1;
    }
    return holding;
  };
}

function inOrder<Item>(items: readonly Item[], place: (item: Item) => number): Item[] {
  return items.toSorted((a, b) => place(a) - place(b));
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
  const stretch = stretchAt(timeline, day);
  return stretch.before + minutesOfStretch(stretch, day);
}

/** Minutes from the first day of a stretch to a day of it. */
function minutesOfStretch({ from, week }: Stretch, to: number): number {
  // Before the first day of employment there is no beginning, and no minutes.
  if (from === Number.NEGATIVE_INFINITY) return 0;
  const days = to - from + 1;
  const whole = Math.floor(days / 7);
  let minutes = 0;
  if (whole > 0) for (const ofDay of week) minutes += ofDay * whole;
  for (let day = from + whole * 7; day <= to; day += 1) minutes += week[weekdayPlace(day)] ?? 0;
  return minutes;
}
