/** Ids of the sample's records by `table:key`. */
export type Ids = ReadonlyMap<string, string>;

/** Columns with a default have to be named, since the rows travel as JSON. */
export function common(id: string) {
  const now = new Date().toISOString();
  return { id, version: 1, created_at: now, updated_at: now };
}

export function need(ids: Ids, table: string, key: string): string {
  const id = ids.get(`${table}:${key}`);
  if (id === undefined) throw new Error(`the sample names no ${table} ${key}`);
  return id;
}
