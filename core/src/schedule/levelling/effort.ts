// Work that follows the hours of its people. Indices are within bounds by construction.
import type { LevellingActivity, LevellingPace, LevellingProblem } from './problem.ts';

/** An activity with parts by numbers. Slots are those of time as it runs. */
export type Effort = {
  /** The fewest slots worked. */
  readonly least: number;
  /** Units of each part. */
  readonly units: readonly number[];
  readonly pace: PaceTable;
  /** What the parts take, by resource. */
  readonly takes: readonly Take[];
  /** By slots of the table: the end of the last slot worked when it starts there… */
  readonly finishes: Int32Array;
  /** …and the latest start from which it can end there. */
  readonly starts: Int32Array;
  /** Slots that it takes once nothing changes any more. */
  readonly atLast: number;
  /** By part: the least share of its pace that it takes in a slot, wherever it lies. */
  readonly leastShare: readonly number[];
};

/** A row of the parts that draw on one resource. */
export type Take = {
  readonly resource: string;
  readonly rows: readonly {
    readonly part: number;
    readonly from: number;
    readonly until: number;
  }[];
};

/**
 * The paces of several parts, of which all must be above 0 for a slot to count, as sums over time. Before
 * slot 0 and behind the last step each goes on as it ends.
 */
export type PaceTable = {
  readonly length: number;
  /** Slots worked before each slot. */
  readonly worked: Int32Array;
  /** By part: units before each slot. */
  readonly sums: readonly Float64Array[];
  /** By part: units in each slot, 0 where any of them rests; the last value holds on. */
  readonly units: readonly Int32Array[];
  readonly last: readonly number[];
};

/** The parts of each activity, null where it has none. Linear in steps and slots up to the last of them. */
export function effortsOf(problem: LevellingProblem): readonly (Effort | null)[] {
  const paces = new Map((problem.paces ?? []).map((pace) => [pace.id, pace]));
  const tables = new Map<string, PaceTable>();
  return problem.activities.map(({ parts, duration }) => {
    if (parts === undefined) return null;
    const own = parts.flatMap(({ pace }) => paces.get(pace) ?? []);
    const key = own.map(({ id }) => id).join('\n');
    const pace = tables.get(key) ?? tableOf(own);
    tables.set(key, pace);
    const units = parts.map((part) => part.units);
    return withTables({ least: duration, units, pace, takes: takesOf(parts) });
  });
}

function takesOf(parts: NonNullable<LevellingActivity['parts']>): readonly Take[] {
  const rows = parts.flatMap(({ takes, units }, part) =>
    units === 0
      ? []
      : takes.map(({ resource, from = 0, until = Number.POSITIVE_INFINITY }) => ({
          resource,
          row: { part, from, until },
        })),
  );
  const resources = [...new Set(rows.map(({ resource }) => resource))];
  return resources.map((resource) => ({
    resource,
    rows: rows.filter((one) => one.resource === resource).map(({ row }) => row),
  }));
}

function tableOf(paces: readonly LevellingPace[]): PaceTable {
  const length = paces.reduce((most, pace) => Math.max(most, pace.changes?.at(-1)?.from ?? 0), 0);
  const bySlot = paces.map((pace) => {
    const units = new Float64Array(length + 1).fill(pace.units);
    for (const change of pace.changes ?? []) units.fill(change.units, change.from);
    return units;
  });
  const worked = new Int32Array(length + 1);
  const sums = paces.map(() => new Float64Array(length + 1));
  const units = bySlot.map((pace) => Int32Array.from(pace));
  for (let slot = 0; slot < length; slot += 1) {
    const isWorked = bySlot.every((units) => (units[slot] as number) > 0);
    worked[slot + 1] = (worked[slot] as number) + (isWorked ? 1 : 0);
    sums.forEach((sum, part) => {
      const own = units[part] as Int32Array;
      if (!isWorked) own[slot] = 0;
      sum[slot + 1] = (sum[slot] as number) + (own[slot] as number);
    });
  }
  return { length, worked, sums, units, last: units.map((own) => own[length] as number) };
}

type BareEffort = Omit<Effort, 'finishes' | 'starts' | 'atLast' | 'leastShare'>;

function withTables(effort: BareEffort): Effort {
  const { pace, units, least } = effort;
  const { length } = pace;
  const atLast = slotsAtLast(effort);
  const finishes = new Int32Array(length);
  const starts = new Int32Array(length + 1);
  const wide = Float64Array.from(pace.last, (most) => most * atLast);
  for (let slot = 0, end = 0; slot < length; slot += 1) {
    end = Math.max(slot, end);
    while (!isDone(effort, slot, end)) end += 1;
    finishes[slot] = end;
    widen(wide, pace, slot, end);
  }
  for (let slot = length, start = length; slot >= 0; slot -= 1) {
    start = Math.min(slot, start);
    while (!isDone(effort, start, slot)) start -= 1;
    starts[slot] = start;
    widen(wide, pace, start, slot);
  }
  const leastShare = units.map((wanted, part) => (wanted === 0 ? 0 : wanted / (wide[part] ?? 1)));
  return { least, units, pace, takes: effort.takes, finishes, starts, atLast, leastShare };
}

/** Keeps the most that each part could do in any stretch that is long enough. */
function widen(wide: Float64Array, pace: PaceTable, start: number, finish: number): void {
  for (let part = 0; part < wide.length; part += 1) {
    const units = unitsBefore(pace, part, finish) - unitsBefore(pace, part, start);
    if (units > (wide[part] as number)) wide[part] = units;
  }
}

function isDone({ least, units, pace }: BareEffort, start: number, finish: number): boolean {
  if (workedBetween(pace, start, finish) < least) return false;
  for (let part = 0; part < units.length; part += 1) {
    const done = unitsBefore(pace, part, finish) - unitsBefore(pace, part, start);
    if (done < (units[part] as number)) return false;
  }
  return true;
}

function slotsAtLast({ least, units, pace }: BareEffort): number {
  return units.reduce(
    (most, wanted, part) => Math.max(most, Math.ceil(wanted / (pace.last[part] ?? 1))),
    least,
  );
}

/** The fewest slots that it can take, wherever it lies. */
export function leastSlots({ least, units, pace }: Effort): number {
  return units.reduce((fewest, wanted, part) => {
    const most = (pace.units[part] as Int32Array).reduce((high, own) => Math.max(high, own), 1);
    return Math.max(fewest, Math.ceil(wanted / most));
  }, least);
}

/** Slots worked from one slot up to another; 0 or less when `to` is not later. */
export function workedBetween(pace: PaceTable, from: number, to: number): number {
  return workedBefore(pace, to) - workedBefore(pace, from);
}

function workedBefore({ worked, length }: PaceTable, slot: number): number {
  if (slot <= 0) return slot;
  return slot < length ? (worked[slot] as number) : (worked[length] as number) + slot - length;
}

/** Units that a part can do from slot 0 up to a slot; below 0 for one before it. */
export function unitsBefore({ sums, length, last }: PaceTable, part: number, slot: number): number {
  const pace = last[part] as number;
  if (slot <= 0) return slot * pace;
  const sum = sums[part] as Float64Array;
  return slot < length ? (sum[slot] as number) : (sum[length] as number) + (slot - length) * pace;
}

/** End of the last slot worked when it starts in `start`. */
export function effortFinish(effort: Effort, start: number): number {
  if (start >= effort.pace.length) return start + effort.atLast;
  if (start >= 0) return effort.finishes[start] as number;
  let end = start;
  while (!isDone(effort, start, end)) end += 1;
  return end;
}

/** The same with time turned round: the latest start from which it can end at `finish`. */
export function effortStart(effort: Effort, finish: number): number {
  const { length } = effort.pace;
  if (finish <= 0 || finish >= length + effort.atLast) return finish - effort.atLast;
  if (finish <= length) return effort.starts[finish] as number;
  let start = finish;
  while (!isDone(effort, start, finish)) start -= 1;
  return start;
}

/** What it takes of a resource in a slot when it lies from `start` to `finish`. */
export function takenIn(
  { units, pace }: Pick<Effort, 'units' | 'pace'>,
  { rows }: Pick<Take, 'rows'>,
  at: { readonly slot: number; readonly start: number; readonly finish: number },
): number {
  const { slot, start, finish } = at;
  let taken = 0;
  for (const { part, from, until } of rows) {
    if (slot < from || slot >= until) continue;
    const wanted = units[part] as number;
    const base = unitsBefore(pace, part, start);
    const whole = unitsBefore(pace, part, finish) - base;
    const before = unitsBefore(pace, part, slot) - base;
    const after = unitsBefore(pace, part, slot + 1) - base;
    taken += Math.floor((wanted * after) / whole) - Math.floor((wanted * before) / whole);
  }
  return taken;
}
