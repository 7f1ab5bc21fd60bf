import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from './canonical.ts';
import { type Compiled, compile } from './compile.ts';
import type { Direction } from './direction.ts';
import { type Effort, effortFinish, effortStart, unitsBefore } from './effort.ts';
import { generator, type Times } from './generate.ts';
import { fieldOf } from './profile.ts';
import { anyProblem } from './random-problem.fixture.ts';

describe('one pass of serial generation (PM-09)', () => {
  it('puts each activity where trying slot after slot puts it, forward and backward, pass after pass', () => {
    fc.assert(
      fc.property(anyProblem({ size: 12, isRich: true }), (problem) => {
        const result = compile(canonical(problem));
        if (!result.ok) throw new Error(JSON.stringify(result.faults));
        for (const direction of result.compiled.directions) {
          const pass = generator(result.compiled, direction);
          const times = emptyTimes(result.compiled.size);
          const expected = slowPass(result.compiled, direction);
          // The second pass finds what the first took given back.
          for (let time = 0; time < 2; time += 1) {
            pass(direction.topological, times, Number.POSITIVE_INFINITY, null);
            expect(times).toEqual(expected);
            pass(direction.topological, emptyTimes(result.compiled.size), time, null);
          }
        }
      }),
      { numRuns: 400 },
    );
  });
});

function emptyTimes(size: number): Times {
  return { start: new Int32Array(size), finish: new Int32Array(size) };
}

/** The same by the definition: from the earliest start on, slot after slot, until everything has room. */
function slowPass(compiled: Compiled, direction: Direction): Times {
  const times = emptyTimes(compiled.size);
  const free = freeUnits(compiled, direction);
  const place = (index: number, slot: number): void => {
    times.start[index] = slot;
    times.finish[index] = endOf(compiled, direction, { index, slot });
  };
  direction.pinned.forEach((pin, index) => {
    if (pin >= 0) place(index, pin);
  });
  for (const index of direction.topological) {
    if ((direction.pinned[index] ?? -1) >= 0) continue;
    let slot = direction.release[index] ?? 0;
    while (!isPossible(compiled, direction, { index, slot, times, free })) slot += 1;
    place(index, slot);
    for (const [key, units] of takenOf(compiled, direction, { index, slot }))
      free.set(key, (free.get(key) ?? 0) - units);
  }
  return times;
}

type Trial = { readonly index: number; readonly slot: number };

function isPossible(
  compiled: Compiled,
  direction: Direction,
  trial: Trial & { readonly times: Times; readonly free: ReadonlyMap<string, number> },
): boolean {
  const { index, slot, times, free } = trial;
  const end = endOf(compiled, direction, trial);
  for (let row = direction.at[index] ?? 0; row < (direction.at[index + 1] ?? 0); row += 1) {
    const source = direction.from[row] ?? 0;
    const base = (direction.fromFinish[row] === 1 ? times.finish : times.start)[source] ?? 0;
    const own = direction.toFinish[row] === 1 ? end : slot;
    if (own < base + (direction.lag[row] ?? 0)) return false;
  }
  if (isIdle(compiled, direction, trial)) return false;
  return [...takenOf(compiled, direction, trial)].every(
    ([key, units]) => units <= (free.get(key) ?? 0),
  );
}

/** Work does not start in a slot in which it rests. */
function isIdle(compiled: Compiled, direction: Direction, { index, slot }: Trial): boolean {
  const effort = compiled.efforts[index];
  if (endOf(compiled, direction, { index, slot }) === slot) return false;
  if (!effort) return direction.pauses[index]?.[slot] === 1;
  const real = direction.isMirrored ? compiled.horizon - 1 - slot : slot;
  const { worked, length } = effort.pace;
  return real >= 0 && real < length && worked[real] === worked[real + 1];
}

function endOf(compiled: Compiled, direction: Direction, { index, slot }: Trial): number {
  const effort = compiled.efforts[index];
  const { horizon } = compiled;
  if (effort && direction.isMirrored) return horizon - effortStart(effort, horizon - slot);
  if (effort) return effortFinish(effort, slot);
  let end = slot;
  for (let worked = 0; worked < (compiled.duration[index] ?? 0); end += 1)
    if (direction.pauses[index]?.[end] !== 1) worked += 1;
  return end;
}

/** Units that it takes, by resource and slot. */
function takenOf(compiled: Compiled, direction: Direction, trial: Trial): Map<string, number> {
  const { index, slot } = trial;
  const end = endOf(compiled, direction, trial);
  const taken = new Map<string, number>();
  const effort = compiled.efforts[index];
  for (let own = slot; own < end; own += 1) {
    const at = { own, begin: slot, end, mirror: direction.isMirrored ? compiled.horizon : null };
    for (const { resource, rows } of effort?.takes ?? [])
      taken.set(`${resource} ${own}`, effort ? takenAt(effort, rows, at) : 0);
    for (const { resource, amount } of compiled.problem.activities[index]?.demands ?? [])
      if (direction.pauses[index]?.[own] !== 1) taken.set(`${resource} ${own}`, amount);
  }
  return taken;
}

/** In proportion to the pace, sums rounded down from where the direction begins. */
function takenAt(
  { units, pace }: Effort,
  rows: Effort['takes'][number]['rows'],
  at: {
    readonly own: number;
    readonly begin: number;
    readonly end: number;
    readonly mirror: number | null;
  },
): number {
  const { own, begin, end, mirror } = at;
  const real = mirror === null ? own : mirror - 1 - own;
  const before = (part: number, edge: number) =>
    mirror === null ? unitsBefore(pace, part, edge) : -unitsBefore(pace, part, mirror - edge);
  return rows.reduce((sum, { part, from, until }) => {
    const base = before(part, begin);
    const share = (units[part] ?? 0) / (before(part, end) - base);
    const upTo = (edge: number) => Math.floor((before(part, edge) - base) * share + 1e-9);
    return real >= from && real < until ? sum + upTo(own + 1) - upTo(own) : sum;
  }, 0);
}

/** The direction's profile, unpacked. */
function freeUnits({ problem, needs }: Compiled, direction: Direction): Map<string, number> {
  const free = new Map<string, number>();
  problem.resources.forEach(({ id }, row) => {
    for (let slot = 0; slot < direction.length; slot += 1) {
      const word = direction.profile[(needs.wordOf[row] ?? 0) * direction.length + slot] ?? 0;
      free.set(`${id} ${slot}`, (word >>> (needs.shiftOf[row] ?? 0)) & fieldOf(needs, row));
    }
  });
  return free;
}
