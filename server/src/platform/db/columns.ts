type Snake<Name extends string> = Name extends `${infer Head}${infer Rest}`
  ? `${Head extends Lowercase<Head> ? Head : `_${Lowercase<Head>}`}${Snake<Rest>}`
  : '';

/** Fields under the names of their columns. */
export type Columns<Fields> = {
  [Name in keyof Fields as Name extends string ? Snake<Name> : never]: Exclude<
    Fields[Name],
    undefined
  >;
};

/**
 * Fields of a contract under the names of their columns; what is undefined is left alone.
 * @example columnsOf({ accountId: 'a' }) // { account_id: 'a' }
 */
export function columnsOf<Fields extends object>(fields: Fields): Partial<Columns<Fields>> {
  const entries = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]);
  // The replacement above does what `Snake` says.
  return Object.fromEntries(entries) as Partial<Columns<Fields>>;
}
