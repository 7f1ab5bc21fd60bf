import { sql } from 'kysely';
import type { Scope } from './scope.ts';

/**
 * The next numbers that people see on a kind of record (DEA-1042), `quantity` of them in a row; the
 * first is returned. They begin at 1001 in each workspace; a rolled-back write gives them back.
 */
export async function nextNumbers(scope: Scope, subject: string, quantity = 1): Promise<number> {
  const { rows } = await sql<{ first: number }>`
    select next_numbers(${subject}, ${quantity}) as first`.execute(scope.tx);
  const first = rows[0]?.first;
  if (first === undefined) throw new Error('the counter gave no number');
  return first;
}
