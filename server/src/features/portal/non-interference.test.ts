import { api } from '@evenkeel/contract';
import { decisions } from '@evenkeel/contract/decisions';
import { delayNotices } from '@evenkeel/contract/delay-notices';
import { addressOf, type Endpoint } from '@evenkeel/contract/endpoint';
import { statusReports } from '@evenkeel/contract/status-reports';
import { wordingIssues } from '@evenkeel/core/status-reports/wording';
import { portalLanguages } from '@evenkeel/core/words/language';
import type pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';
import { asOwner } from '../../test/factories.ts';
import { slippingProject } from '../delay-notices/slipping-project.fixture.ts';

/**
 * Non-interference (B11): every column that clients may not read is changed, table by table, and what
 * the portal answers stays the same to the byte. Tables and columns are found by themselves.
 */
const app = await startTestApp();
let firm: Client;
let project: Awaited<ReturnType<typeof slippingProject>>;

/** What a client is told by a name on purpose, though its column cannot be read. */
const namesTold = new Set(['person.name', 'member.name', 'contact.name']);
/** What says which rows stand, and in which firm; not what they say. */
const structure = new Set([
  ...['id', 'workspace_id', 'version', 'created_at', 'updated_at', 'deleted_at'],
]);
const tables = [
  ...['project', 'task', 'assignment', 'time_entry', 'allocation', 'person', 'account', 'promise'],
  ...['delay_notice', 'decision', 'status_report', 'client_duty', 'baseline', 'hand_off', 'deal'],
];

beforeAll(async () => {
  firm = await app.client();
  project = await slippingProject(app, firm, 'Two voices');
  await project.take(project.build, 10);
  const draft = (await project.notices()).find(({ state }) => state === 'draft');
  if (!draft) throw new Error('no notice');
  await firm.call(delayNotices.send, { params: { id: draft.id }, version: draft.version });
  const { projectId } = project;
  await firm.call(decisions.create, { body: { projectId, title: 'Weekly calls', isShown: true } });
  const report = await firm.call(statusReports.draft, { body: { projectId } });
  await firm.call(statusReports.send, { params: { id: report.id }, version: report.version });
});

describe('the client’s documents (B11, CL-16)', () => {
  test('are the same to the byte, whatever stands in any field that clients may not read', async () => {
    const before = await documents();
    // What differs between two readings tells of the reader, such as when they looked.
    const again = await documents();
    const steady = [...before.keys()].filter((name) => before.get(name) === again.get(name));
    expect(steady.length).toBeGreaterThan(8);
    let count = 0;
    for (const table of tables) {
      const changed = await changeEverything(table);
      count += changed.length;
      const after = await documents();
      for (const name of steady) {
        expect(after.get(name), `${name}, after ${table}: ${changed.join(', ')}`).toBe(
          before.get(name),
        );
      }
    }
    expect(count).toBeGreaterThan(60);
  }, 300_000);

  test('keep the formal tone of each language, by the rules', async () => {
    await project.take(project.concept, 7);
    for (const row of await project.notices()) {
      if (row.state !== 'draft') continue;
      let notice = await firm.call(delayNotices.get, { params: { id: row.id } });
      for (const language of portalLanguages) {
        const body = { language, clientText: '' };
        notice = await firm.call(delayNotices.update, {
          params: { id: row.id },
          version: notice.version,
          body,
        });
        expect(wordingIssues(notice.clientText, language)).toEqual([]);
      }
    }
    for (const language of portalLanguages) {
      const { clientText } = await firm.call(statusReports.draft, {
        body: { projectId: project.projectId, language },
      });
      for (const text of Object.values(clientText)) {
        expect(wordingIssues(text, language)).toEqual([]);
      }
    }
  });
});

/** What a client reads of a project: every answer that needs to know no more than the project. */
const readings = Object.entries(api).flatMap(([noun, calls]) =>
  // Each noun holds endpoints only.
  Object.entries(calls as Record<string, Endpoint>)
    .filter(([, { permission, method }]) => permission === 'client' && method === 'GET')
    .filter(([, { path }]) => !path.replace(':projectId', '').includes(':'))
    .filter(() => noun !== 'portalProfiles')
    .map(([name, { path }]) => ({ name: `${noun}.${name}`, path })),
);

/** What the portal answers of the project, by endpoint, as bytes. */
async function documents(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const { name, path } of readings) {
    const { body, statusCode } = await app.app.http.inject({
      method: 'GET',
      url: addressOf(path, { params: { projectId: project.projectId } }),
      headers: { authorization: `Bearer ${project.reader.member.token}` },
    });
    if (statusCode === 200) found.set(name, body);
  }
  return found;
}

/** Changes every column of a table that clients may not read, in every row. Which it were. */
async function changeEverything(table: string): Promise<string[]> {
  return asOwner(app.databaseUrl, async (database) => {
    await database.query(`select set_config('evenkeel.workspace', $1, false)`, [
      firm.member.workspaceId,
    ]);
    const { rows } = await database.query<{ name: string; type: string; nullable: boolean }>(
      `select a.attname as name, t.typname as type, not a.attnotnull as nullable
       from pg_attribute a join pg_type t on t.oid = a.atttypid
       where a.attrelid = to_regclass($1) and a.attnum > 0 and not a.attisdropped
         and a.attgenerated = ''
         and not has_column_privilege('evenkeel_client', a.attrelid, a.attnum, 'select')`,
      [`public.${table}`],
    );
    const changed: string[] = [];
    for (const { name, type, nullable } of rows) {
      if (structure.has(name) || namesTold.has(`${table}.${name}`)) continue;
      const value = otherValue(name, { type, nullable });
      if (value && (await couldSet(database, `update ${table} set ${name} = ${value}`))) {
        changed.push(name);
      }
    }
    return changed;
  });
}

/** SQL of another value for a column; null where its type has none that would be sound. */
function otherValue(
  name: string,
  { type, nullable }: { readonly type: string; readonly nullable: boolean },
): string | null {
  const quoted = `"${name}"`;
  switch (type) {
    case 'text':
      return `coalesce(${quoted}, '') || ' SENTINEL'`;
    case 'int4':
    case 'int8':
    case 'numeric':
      return `coalesce(${quoted}, 0) + 1`;
    case 'bool':
      return `not ${quoted}`;
    case 'date':
      return `coalesce(${quoted}, date '2100-06-30') + 3`;
    case 'timestamptz':
      return `coalesce(${quoted}, now()) + interval '1 day'`;
    case 'uuid':
      return nullable ? 'null' : null;
    default:
      return null;
  }
}

/** A value that a rule of the table refuses is no value of the field: it is passed over. */
async function couldSet(database: pg.Client, statement: string): Promise<boolean> {
  await database.query('begin');
  try {
    await database.query(statement);
    await database.query('commit');
    return true;
  } catch {
    await database.query('rollback');
    return false;
  }
}
