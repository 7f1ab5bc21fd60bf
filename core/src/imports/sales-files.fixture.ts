import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Table } from './recognise.ts';

/** Names of the four files that the sales tests read, and the one that describes them. */
export type SalesFile =
  | 'accounts'
  | 'products'
  | 'sales_teams'
  | 'sales_pipeline'
  | 'data_dictionary';

/** The published sales data stands beside the repository; without it our own small sample counts. */
const published = fileURLToPath(new URL('../../../../shared/data/crm/', import.meta.url));
const sample = fileURLToPath(new URL('./sample-files/', import.meta.url));

/** Whether the published data is there. */
export const hasPublishedData = existsSync(published);

/** What the files at hand hold. */
export const facts = hasPublishedData
  ? {
      accounts: 85,
      products: 7,
      agents: 35,
      managers: 6,
      teams: 3,
      deals: 8800,
      stages: { Won: 4238, Lost: 2473, Engaging: 1589, Prospecting: 500 },
      wonValue: 10_005_534,
      withoutAccount: 1425,
      slippedProduct: 1480,
      withoutOpening: 500,
      openWithoutValue: 2089,
    }
  : {
      accounts: 4,
      products: 3,
      agents: 4,
      managers: 2,
      teams: 2,
      deals: 12,
      stages: { Won: 4, Lost: 3, Engaging: 3, Prospecting: 2 },
      wonValue: 16_325,
      withoutAccount: 3,
      slippedProduct: 3,
      withoutOpening: 2,
      openWithoutValue: 5,
    };

/** One of the files, cut into cells. `dates` says how its dates are written. */
export function salesTable(name: SalesFile, dates: 'iso' | 'day-first'): Table {
  const [header = [], ...rows] = salesText(name, dates)
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map(cellsOf);
  return { name: `${name}.csv`, header, rows };
}

/** The bytes of one of the files as text. */
export function salesText(name: SalesFile, dates: 'iso' | 'day-first'): string {
  const folder = dates === 'iso' ? 'maven-crm' : 'day-first-dates';
  const path = `${hasPublishedData ? published : sample}${folder}/${name}.csv`;
  return readFileSync(path, 'utf8');
}

/** These files have quotes round whole cells only, and no line break inside one. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
    (match) => match[1]?.replaceAll('""', '"') ?? match[2] ?? '',
  );
}
