import { type RawBuilder, sql } from 'kysely';

/** Whether every word of `search` stands in one of the columns, in any case (letters, not patterns). */
export function containing(columns: readonly string[], search: string): RawBuilder<boolean> {
  const words = search
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8);
  const conditions = words.map((word) => {
    const pattern = `%${word.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`;
    const parts = columns.map((column) => sql`${sql.ref(column)} ilike ${pattern}`);
    return sql`(${sql.join(parts, sql` or `)})`;
  });
  return conditions.length === 0
    ? sql<boolean>`true`
    : sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}
