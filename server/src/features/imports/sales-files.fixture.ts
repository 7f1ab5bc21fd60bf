import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { imports } from '@evenkeel/contract/imports';
import type { ImportId } from '@evenkeel/core/id';
import type { Client } from '../../test/app.ts';

/** The published sales data stands beside the repository; without it our own small sample counts. */
const published = fileURLToPath(new URL('../../../../../shared/data/crm/', import.meta.url));
const sample = fileURLToPath(
  new URL('../../../../core/src/imports/sample-files/', import.meta.url),
);
const folder = existsSync(published) ? published : sample;

/** What the files at hand hold. */
export const facts = existsSync(published)
  ? {
      accounts: 85,
      products: 7,
      people: 41,
      teams: 3,
      deals: 8800,
      won: 4238,
      wonValueMinor: 1_000_553_400,
      withoutAccount: 1425,
    }
  : {
      accounts: 4,
      products: 3,
      people: 6,
      teams: 2,
      deals: 12,
      won: 4,
      wonValueMinor: 1_632_500,
      withoutAccount: 3,
    };

export const salesFiles = ['accounts', 'products', 'sales_teams', 'sales_pipeline'] as const;

/** The bytes of one of the sales files. */
export function salesBytes(
  name: (typeof salesFiles)[number] | 'data_dictionary',
  dates: 'iso' | 'day-first' = 'iso',
): Buffer {
  return readFileSync(`${folder}${dates === 'iso' ? 'maven-crm' : 'day-first-dates'}/${name}.csv`);
}

/** A new import with all sales files in it. */
export async function salesImport(
  client: Client,
  dates: 'iso' | 'day-first' = 'iso',
): Promise<ImportId> {
  const { id } = await client.call(imports.create);
  for (const name of [...salesFiles, 'data_dictionary'] as const)
    await addFile(client, id, { name: `${name}.csv`, bytes: salesBytes(name, dates) });
  return id;
}

/** A new import of the first deals only, enough for three batches; their accounts come along. */
export async function someDealsImport(client: Client): Promise<ImportId> {
  const { id } = await client.call(imports.create);
  const lines = String(salesBytes('sales_pipeline')).split('\n').slice(0, 2501);
  await addFile(client, id, { name: 'sales_pipeline.csv', bytes: lines.join('\n') });
  await addFile(client, id, { name: 'accounts.csv', bytes: salesBytes('accounts') });
  return id;
}

/** Adds a file to an import. */
export function addFile(
  client: Client,
  id: ImportId,
  file: { readonly name: string; readonly bytes: Buffer | string },
) {
  return client.call(imports.addFile, {
    params: { id },
    query: { name: file.name },
    body: Buffer.from(file.bytes),
    headers: { 'content-type': 'application/octet-stream' },
  });
}

/** Runs an import and waits until it has ended, one way or another. */
export async function runToEnd(client: Client, id: ImportId) {
  await client.call(imports.run, { params: { id } });
  for (;;) {
    const found = await client.call(imports.get, { params: { id } });
    if (found.state !== 'running') return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
