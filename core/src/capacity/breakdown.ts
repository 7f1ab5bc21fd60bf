import {
  capacityBetween,
  capacityOn,
  type Days,
  type Holiday,
  type Leave,
  type PersonCapacity,
  type Term,
  termsBetween,
} from './person-capacity.ts';

/** What a capacity is made of: hours of the week less holidays less leave. Each of them 0 or more. */
export type CapacityParts = {
  /** Minutes of the terms on the days of employment. */
  readonly weekMinutes: number;
  readonly holidayMinutes: number;
  readonly leaveMinutes: number;
  /** `weekMinutes - holidayMinutes - leaveMinutes`. */
  readonly capacityMinutes: number;
};

/** One row behind a capacity; the minutes of all rows add up to it, those of time off below zero. */
export type CapacityReason = Days & { readonly minutes: number } & (
    | { readonly kind: 'terms'; readonly term: Term }
    | { readonly kind: 'holiday'; readonly name: string }
    | { readonly kind: 'leave'; readonly isHalf: boolean }
  );

/** The parts of a capacity from one day to another. Complexity: O(log changes). */
export function capacityParts(person: PersonCapacity, days: Days): CapacityParts {
  const { hired, atWork } = variantsOf(person);
  const weekMinutes = capacityBetween(hired, days.from, days.to);
  const withHolidays = capacityBetween(atWork, days.from, days.to);
  const capacityMinutes = capacityBetween(person, days.from, days.to);
  return {
    weekMinutes,
    holidayMinutes: weekMinutes - withHolidays,
    leaveMinutes: withHolidays - capacityMinutes,
    capacityMinutes,
  };
}

/**
 * The rows behind a capacity: the terms, then each holiday and each leave that took anything of it, in
 * the order of their days. What two holidays or two leaves would both take is the first one's.
 * Complexity: O(days × (holidays + leaves)).
 */
export function capacityReasons(person: PersonCapacity, { from, to }: Days): CapacityReason[] {
  const { hired } = variantsOf(person);
  const taken = new Map<Holiday | Leave, number>();
  for (let day = from; day <= to; day += 1) {
    for (const [what, minutes] of takenOn(person, hired, day)) {
      if (minutes > 0) taken.set(what, (taken.get(what) ?? 0) + minutes);
    }
  }
  const terms = termsBetween(person, from, to)
    .map((days): CapacityReason => {
      const minutes = capacityBetween(hired, days.from, days.to);
      return { kind: 'terms', term: days.term, from: days.from, to: days.to, minutes };
    })
    .filter(({ minutes }) => minutes > 0);
  const off = [...taken].map(([what, minutes]): CapacityReason => {
    const days = { from: what.from, to: what.to, minutes: -minutes };
    return 'isHalf' in what
      ? { kind: 'leave', isHalf: what.isHalf, ...days }
      : { kind: 'holiday', name: what.name, ...days };
  });
  return [...terms, ...off.sort((a, b) => a.from - b.from || a.to - b.to)];
}

type Variants = { readonly hired: PersonCapacity; readonly atWork: PersonCapacity };

const variants = new WeakMap<PersonCapacity, Variants>();

/** The same person without time off, and without leave, made once. */
function variantsOf(person: PersonCapacity): Variants {
  const known = variants.get(person);
  if (known) return known;
  const made = {
    hired: { ...person, holidays: [], leaves: [] },
    atWork: { ...person, leaves: [] },
  };
  variants.set(person, made);
  return made;
}

function takenOn(
  person: PersonCapacity,
  hired: PersonCapacity,
  day: number,
): (readonly [Holiday | Leave, number])[] {
  const full = capacityOn(hired, day);
  if (full === 0) return [];
  const on = ({ from, to }: Days) => from <= day && day <= to;
  const holidays = person.holidays.filter(on).sort((a, b) => a.mostMinutes - b.mostMinutes);
  const [holiday] = holidays;
  const open = holiday ? Math.min(full, holiday.mostMinutes) : full;
  const rows: (readonly [Holiday | Leave, number])[] = holiday ? [[holiday, full - open]] : [];
  let left = open;
  const wanted = capacityOn(person, day);
  for (const leave of person.leaves.filter(on)) {
    const half = leave.isHalf && left === open ? open - Math.floor(open / 2) : left;
    const minutes = Math.min(half, left - wanted);
    rows.push([leave, minutes]);
    left -= minutes;
  }
  return rows;
}
