import { expect } from 'vitest';
import { asOwner } from '../../test/factories.ts';

/** A digest of every row of every table of every firm; the log-in's own marks stand elsewhere. */
export async function databaseDigest(ownerUrl: string): Promise<string> {
  return asOwner(ownerUrl, async (owner) => {
    const { rows: tables } = await owner.query<{ name: string }>(
      `select table_name as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema = 'public' order by 1`,
    );
    const digests: string[] = [];
    for (const { name } of tables) {
      const { rows } = await owner.query<{ digest: string }>(
        `select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from "${name}" t`,
      );
      digests.push(`${name} ${rows[0]?.digest}`);
    }
    expect(digests.length).toBeGreaterThan(25);
    return digests.join('\n');
  });
}
