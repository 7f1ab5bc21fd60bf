/**
 * A name in the form in which two names count as the same: without case, accents in one form,
 * runs of spaces as one.
 * @example nameKey('  Gekko  & co ') // 'gekko & co'
 */
export function nameKey(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();
}

/**
 * A name without what people type in different ways: case, accents, spaces and punctuation.
 * @example looseKey('GTX Pro') === looseKey('gtx-pró') // true
 */
export function looseKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * Fewest insertions, deletions, replacements and swaps of neighbours that make `a` from `b`, no
 * part edited twice ("optimal string alignment"); `limit + 1` as soon as it is more than `limit`.
 * Source: F. J. Damerau, "A technique for computer detection and correction of spelling errors",
 * CACM 7 (1964); recurrence of R. Lowrance and R. A. Wagner, JACM 22 (1975), restricted to
 * neighbours. O(|a|·|b|) time, O(|b|) memory.
 * @example editDistance('technolgy', 'technology', 2) // 1
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = distanceRow({ a, b, row, previous, beforePrevious });
    if (Math.min(...current) > limit) return limit + 1;
    [beforePrevious, previous] = [previous, current];
  }
  return Math.min(previous[b.length] ?? limit + 1, limit + 1);
}

/**
 * Slips of the pen that a name of this length may carry and still be suggested: none up to 3
 * letters, 1 up to 7, then 2.
 */
export function toleratedSlips(length: number): number {
  if (length <= 3) return 0;
  return length <= 7 ? 1 : 2;
}

/** A known name that a value probably means. */
export type NearName = {
  readonly name: string;
  /** `spelling`: only case, spaces, accents or punctuation differ. `near`: a slip of the pen. */
  readonly likeness: 'spelling' | 'near';
  /** Slips between the two, 0 for `spelling`. */
  readonly distance: number;
};

/** Known names, made ready for `nearestName`. */
export type NameIndex = {
  readonly byLooseKey: Map<string, string>;
  readonly byLength: Map<number, IndexedName[]>;
};

type IndexedName = {
  readonly name: string;
  readonly key: string;
  readonly letters: number;
  readonly digits: string;
};

/** An index of known names. Of names with one loose key the first counts. */
export function nameIndex(names: Iterable<string>): NameIndex {
  const index: NameIndex = { byLooseKey: new Map(), byLength: new Map() };
  for (const name of names) addName(index, name);
  return index;
}

/** Adds one known name to an index. */
export function addName(index: NameIndex, name: string): void {
  const key = looseKey(name);
  if (key === '' || index.byLooseKey.has(key)) return;
  index.byLooseKey.set(key, name);
  const sameLength = index.byLength.get(key.length) ?? [];
  sameLength.push({ name, key, letters: letterSet(key), digits: digitsOf(key) });
  index.byLength.set(key.length, sameLength);
}

/**
 * The known name that `value` probably means: one with the same loose key, else the single nearest
 * within the tolerated slips; null when there is none or two are equally near. Digits are never
 * taken for a slip: `GTK 500` and `GTK 600` are two things.
 */
export function nearestName(index: NameIndex, value: string): NearName | null {
  const key = looseKey(value);
  const same = index.byLooseKey.get(key);
  if (same !== undefined) return { name: same, likeness: 'spelling', distance: 0 };
  const limit = toleratedSlips(key.length);
  let best: NearName | null = null;
  let isTied = false;
  for (const candidate of candidates(index, key, limit)) {
    const distance = editDistance(key, candidate.key, limit);
    if (distance > limit || (best !== null && distance > best.distance)) continue;
    isTied = best !== null && distance === best.distance;
    best = { name: candidate.name, likeness: 'near', distance };
  }
  return isTied ? null : best;
}

/** Names whose length and letters do not already rule out that they lie within `limit` slips. */
function* candidates(index: NameIndex, key: string, limit: number): Generator<IndexedName> {
  const letters = letterSet(key);
  const digits = digitsOf(key);
  for (let length = key.length - limit; length <= key.length + limit; length += 1) {
    for (const candidate of index.byLength.get(length) ?? []) {
      // One slip changes the set of letters by at most two.
      const isNear = bitCount(candidate.letters ^ letters) <= 2 * limit;
      if (isNear && candidate.digits === digits) yield candidate;
    }
  }
}

type DistanceStep = {
  readonly a: string;
  readonly b: string;
  readonly row: number;
  readonly previous: readonly number[];
  readonly beforePrevious: readonly number[];
};

function distanceRow({ a, b, row, previous, beforePrevious }: DistanceStep): number[] {
  const current = [row];
  for (let column = 1; column <= b.length; column += 1) {
    const replaced = a[row - 1] === b[column - 1] ? 0 : 1;
    let least = Math.min(
      (previous[column] ?? 0) + 1,
      (current[column - 1] ?? 0) + 1,
      (previous[column - 1] ?? 0) + replaced,
    );
    if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
      least = Math.min(least, (beforePrevious[column - 2] ?? 0) + 1);
    current.push(least);
  }
  return current;
}

/** The letters of a text as bits: one for each of 32 classes of characters. */
function letterSet(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) letters |= 1 << (text.charCodeAt(at) % 32);
  return letters;
}

function digitsOf(text: string): string {
  return text.replace(/\P{N}+/gu, '');
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits >>> 0; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
