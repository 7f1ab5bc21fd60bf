import { asOwner } from './factories.ts';

/** From which table, column and row a text is. */
export type TextMark = { readonly table: string; readonly column: string; readonly id: string };

/** Columns whose text is a word of the program, not of people: to change it would change what it does. */
const words =
  /(^|_)(kind|state|source|channel|subject|root|action|language|time_zone|currency|hash|key|type|what|side|format|role|unit|part|scheme|code|pattern|country|rule|method|part_of|email)$/;

/** Writes a mark into every text of every row of a workspace, where its column takes one. */
export function markEveryText(ownerUrl: string, workspaceId: string): Promise<void> {
  return asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ table: string; column: string }>(
      `select c.relname as table, a.attname as column
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname not like 'kysely%'
         and c.relname not in ('change', 'idempotency', 'counter')
         and a.atttypid = 'text'::regtype and a.attgenerated = ''
         and exists (select from pg_attribute i where i.attrelid = c.oid and i.attname = 'id')
       order by 1, 2`,
    );
    for (const { table, column } of rows.filter((one) => !words.test(one.column))) {
      // A column that takes only certain words refuses, and stays as it is.
      await client
        .query(
          `update ${table} set ${column} = left(coalesce(${column}, ''), 60) || ' ~${table}.${column}.' || id || '~'
           where workspace_id = $1`,
          [workspaceId],
        )
        .catch(() => undefined);
    }
  });
}

/** The marks in a text, each once. */
export function readMarks(text: string): TextMark[] {
  const found = new Map<string, TextMark>();
  for (const [mark, table = '', column = '', id = ''] of text.matchAll(
    /~(\w+)\.(\w+)\.([0-9a-f-]{36})~/g,
  ))
    found.set(mark, { table, column, id });
  return [...found.values()];
}
