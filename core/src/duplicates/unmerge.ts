type Values = Readonly<Record<string, unknown>>;

/**
 * What to write to take a change of a row back: each column that still holds what the change wrote
 * gets the value it had before; one that somebody has changed since is left alone.
 * @returns `isWhole` when no column was left alone.
 * @example columnsAsTheyWere({ before: { a: 1 }, after: { a: 2 }, now: { a: 2 } }).columns // { a: 1 }
 */
export function columnsAsTheyWere(change: {
  readonly before: Values;
  readonly after: Values;
  readonly now: Values;
}): { readonly columns: Values; readonly isWhole: boolean } {
  const { before, after, now } = change;
  const names = Object.keys(before);
  const untouched = names.filter((name) => isSame(now[name], after[name]));
  return {
    columns: Object.fromEntries(untouched.map((name) => [name, before[name]])),
    isWhole: untouched.length === names.length,
  };
}

/** Values as the change record keeps them: whatever JSON can say. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
