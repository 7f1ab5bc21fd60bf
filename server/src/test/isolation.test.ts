import { api } from '@evenkeel/contract';
import { clientUsers } from '@evenkeel/contract/client-users';
import { addressOf, type Endpoint } from '@evenkeel/contract/endpoint';
import { portalExports } from '@evenkeel/contract/portal/exports';
import { satisfactionLinks } from '@evenkeel/contract/portal/satisfaction';
import { portalFindKinds, portalSearches } from '@evenkeel/contract/portal/searches';
import { sharedStatuses } from '@evenkeel/contract/portal/shared';
import pg from 'pg';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { portalStream } from '../features/portal/events/service.ts';
import { type Client, startTestApp } from './app.ts';
import { asOwner } from './factories.ts';
import { filled } from './filled-input.ts';
import { type IsolationWorld, makeIsolationWorld } from './isolation.fixture.ts';
import { forbidden } from './isolation-verdict.fixture.ts';
import { readMarks, type TextMark } from './text-marks.ts';
import { unzip } from './unzip.ts';

/**
 * Two accounts of one firm with everything filled in. Every text of every row bears a mark that says
 * from which table, column and row it is; whatever reaches a client user of the one account is read
 * byte by byte, and each mark in it must be of a column that clients may read and of a row that is
 * theirs and marked visible (CL-14, U06, XC-05). New endpoints and tables are found by themselves.
 */
const app = await startTestApp();
const atOnce = 4;

let world: IsolationWorld;

beforeAll(async () => {
  world = await makeIsolationWorld(app);
}, 600_000);

describe('the portal, read by a client user', () => {
  const endpoints = Object.entries(api).flatMap(([noun, calls]) =>
    Object.entries(calls as Record<string, Endpoint>)
      .filter(([, { permission }]) => permission === 'client')
      .map(([name, endpoint]) => ({ name: `${noun}.${name}`, endpoint })),
  );

  it('never answers with anything internal or of another account, at any endpoint', async () => {
    const ids = await everyId();
    const faults: string[] = [];
    const shown = new Set<string>();
    const requests = endpoints.flatMap((one) =>
      inputsFor(one.endpoint, ids).map((ask) => ({ ...one, ask })),
    );
    for (let start = 0; start < requests.length; start += atOnce) {
      await Promise.all(
        requests.slice(start, start + atOnce).map(async ({ name, endpoint, ask }) => {
          const { statusCode, body } = await ask();
          if (statusCode >= 500) faults.push(`${name} answered ${statusCode}`);
          const found = readMarks(body);
          if (isShown(name, endpoint, { statusCode, found })) shown.add(name);
          for (const mark of await forbidden(world, found)) faults.push(`${name}: ${mark}`);
        }),
      );
    }
    expect([...new Set(faults)]).toEqual([]);
    // An endpoint that shows nothing here proves nothing: give the sample data for it.
    const silent = endpoints.filter(
      ({ name, endpoint }) => endpoint.method === 'GET' && !shown.has(name),
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
  }, 600_000);

  it('answers nothing of another account, nor of a project that is closed', async () => {
    const ids = await everyId();
    for (const { name, endpoint } of endpoints) {
      if (!endpoint.path.includes(':projectId')) continue;
      for (const projectId of [world.other.projectId, world.closed]) {
        const { statusCode, body } = await asked(endpoint, { projectId, id: ids[0] ?? projectId });
        expect([name, statusCode >= 400]).toEqual([name, true]);
        expect(readMarks(body)).toEqual([]);
      }
    }
  }, 300_000);
});

describe('the database, asked as the role of client users', () => {
  it('gives out no column and no row but what is theirs, without any condition', async () => {
    const columns = await everyColumn();
    const faults: string[] = [];
    let read = 0;
    // The record of changes is long, and whether each of its rows is visible is looked up by itself.
    const changes = await someChanges();
    const condition = (table: string) =>
      table === 'change' ? `where id in (${changes.join(', ')})` : '';
    const answers = await asReader(async (ask) => {
      const given = [];
      for (const { table, column, isShown } of columns)
        given.push({
          name: `${table}.${column}`,
          isShown,
          ...(await ask(`select ${column}::text as text from ${table} ${condition(table)}`)),
        });
      return given;
    });
    for (const { name, isShown, rows, refused } of answers) {
      if (!isShown && refused === null) faults.push(`${name} can be read`);
      const marks = rows.flatMap(({ text }) => readMarks(text ?? ''));
      for (const mark of isShown ? await forbidden(world, marks) : [])
        faults.push(`${name}: ${mark}`);
      read += rows.length;
    }
    expect([...new Set(faults)]).toEqual([]);
    expect(read).toBeGreaterThan(50);
  }, 300_000);

  it('takes no write of any kind', async () => {
    const tables = [...new Set((await everyColumn()).map(({ table }) => table))];
    await asReader(async (ask) => {
      for (const table of tables.filter((name) => name !== 'idempotency')) {
        const column = table === 'workspace' ? 'name' : 'workspace_id';
        for (const statement of [
          `delete from ${table}`,
          `update ${table} set ${column} = ${column}`,
        ]) {
          expect([table, (await ask(statement)).refused]).toEqual([
            table,
            expect.stringContaining('permission denied'),
          ]);
        }
      }
    });
  }, 300_000);
});

describe('what reaches a client in other ways', () => {
  it('is no more in the event stream than in the pages', async () => {
    const changed = await asOwner(app.databaseUrl, async (client) => {
      await client.query('update change set at = now()');
      const { rows } = await client.query<{ subject: string; ids: string[] }>(
        `select subject, (array_agg(distinct subject_id::text))[1:2000] as ids from change
         where workspace_id = $1 group by subject`,
        [world.firm.member.workspaceId],
      );
      return rows;
    });
    const { tell } = portalStream(app.app.database);
    const told = await tell(
      { ...actorOf(world.reader), role: 'client' },
      changed.map(({ subject, ids }) => ({
        workspaceId: world.firm.member.workspaceId,
        subject,
        action: 'update' as const,
        ids,
        memberId: null,
      })),
    );
    expect(told.length).toBeGreaterThan(3);
    const marks = told.flatMap(({ subject, ids }) =>
      (ids ?? []).map((id) => ({ table: subject, column: 'id', id })),
    );
    expect(await forbidden(world, marks)).toEqual([]);
  }, 120_000);

  it('is no more in what they take along, file by file (CL-14)', async () => {
    const { headers, rawPayload, statusCode } = await app.app.http.inject({
      method: 'GET',
      url: addressOf(portalExports.download.path, {
        params: { projectId: world.own.projectId },
      }),
      headers: { authorization: `Bearer ${world.reader.member.token}` },
    });
    expect([statusCode, headers['content-type']]).toEqual([200, 'application/zip']);
    const files = unzip(rawPayload);
    const texts = [...files].map(([name, bytes]) => `${name} ${bytes.toString('utf8')}`);
    const marks = texts.flatMap(readMarks);
    const tables = new Set(marks.map(({ table }) => table));
    for (const table of [
      'task',
      'decision',
      'question',
      'comment',
      'file',
      'status_report',
      'meeting',
    ])
      expect([table, tables.has(table)]).toEqual([table, true]);
    expect(await forbidden(world, marks)).toEqual([]);
  }, 120_000);

  it('is no more in what a search finds, whatever is looked for', async () => {
    const kinds = new Set<string>();
    const tables = [...new Set((await everyColumn()).map(({ table }) => table))];
    const searches = ['~', ...tables.map((table) => `~${table}.`)];
    // Each text bears a mark that begins with its table, so that this finds a row of each.
    for (const query of searches) {
      const { rows } = await world.reader.call(portalSearches.find, { query: { query } });
      for (const { kind } of rows) kinds.add(kind);
      const marks = readMarks(JSON.stringify(rows));
      expect([query, await forbidden(world, marks)]).toEqual([query, []]);
    }
    expect([...kinds].toSorted()).toEqual([...portalFindKinds].toSorted());
  }, 120_000);

  it('is no more behind a share link', async () => {
    const response = await app.app.http.inject({
      method: 'POST',
      url: sharedStatuses.show.path,
      payload: { token: world.link },
    });
    const marks = readMarks(response.body);
    expect(marks.length).toBeGreaterThan(3);
    expect(await forbidden(world, marks)).toEqual([]);
  });

  it('is no more behind the link of a question about satisfaction', async () => {
    for (const { path } of [satisfactionLinks.show, satisfactionLinks.answer]) {
      const response = await app.app.http.inject({
        method: 'POST',
        url: path,
        payload: { token: world.question, score: 3 },
      });
      expect(response.statusCode).toBe(200);
      const marks = readMarks(response.body);
      expect(marks.length).toBeGreaterThan(1);
      expect(await forbidden(world, marks)).toEqual([]);
    }
  });

  it('is no more in a letter', async () => {
    const email = 'letter@client.example';
    await world.firm.call(clientUsers.invite, { body: { email, ...world.own } });
    const mail = await vi.waitFor(
      () => {
        const found = app.mails.find(({ to }) => to === email);
        if (!found) throw new Error('no letter yet');
        return found;
      },
      { timeout: 30_000 },
    );
    const marks = readMarks(`${mail.subject} ${mail.text} ${mail.html}`);
    expect(marks.length).toBeGreaterThan(0);
    expect(await forbidden(world, marks)).toEqual([]);
  }, 60_000);
});

/** Endpoints whose answers hold no text of a record: amounts and bytes. */
const textless = new Set([
  'portalExports.download',
  'portalAmountSheets.get',
  'portalFiles.content',
  'portalReports.pdf',
  'portalNews.settings',
  'portalOverviews.look',
  // Days; what they came of has a name only where the reader knows it.
  'portalPromises.why',
]);

/** Whether an endpoint has answered with something to look at. */
function isShown(
  name: string,
  { method }: Endpoint,
  answer: { readonly statusCode: number; readonly found: readonly TextMark[] },
): boolean {
  if (answer.statusCode >= 300) return false;
  return method !== 'GET' || answer.found.length > 0 || textless.has(name);
}

type Ask = () => Promise<{ readonly statusCode: number; readonly body: string }>;

/** An endpoint with the own project and with ids of every kind, where one can stand. */
function inputsFor(endpoint: Endpoint, ids: readonly string[]): readonly Ask[] {
  const params = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  const others = params.filter((name) => name !== 'projectId');
  // What asks about one thing names it in its path or in its query.
  const isAboutOne = others.length > 0 || !endpoint.query.safeParse({}).success;
  if (!isAboutOne)
    // Once with everything that can be said, once with what must be said.
    return ['whole', 'bare'].map(
      (query) => () =>
        asked(
          endpoint,
          { projectId: world.own.projectId, id: world.own.projectId },
          query === 'bare',
        ),
    );
  return ids.map((id) => () => asked(endpoint, { projectId: world.own.projectId, id }));
}

async function asked(endpoint: Endpoint, ids: { projectId: string; id: string }, isBare = false) {
  const names = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  const params = Object.fromEntries(
    names.map((name) => [name, name === 'projectId' ? ids.projectId : ids.id]),
  );
  return app.app.http.inject({
    method: endpoint.method,
    url: addressOf(endpoint.path, {
      params,
      query: isBare ? {} : filled(endpoint.query, ids.id),
    }),
    headers: { authorization: `Bearer ${world.reader.member.token}`, 'if-match': '"1"' },
    ...(endpoint.method === 'GET' ? {} : { payload: filled(endpoint.body, ids.id) }),
  });
}

/**
 * Ids of every table that clients can look into: own ones, internal ones, those of the other account.
 * Rows of the own project come first.
 */
function everyId(): Promise<string[]> {
  return asOwner(app.databaseUrl, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.column_privileges
       where grantee = 'evenkeel_client' and column_name = 'id' and table_schema = 'public' group by 1`,
    );
    const ids: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ id: string }>(
        `select id::text from ${name} t where workspace_id = $1
         order by to_jsonb(t)->>'project_id' = $2 desc nulls last, id desc limit 40`,
        [world.firm.member.workspaceId, world.own.projectId],
      );
      ids.push(...rows.map(({ id }) => id));
    }
    return ids;
  });
}

/** Rows of the change record, spread over all of it. */
function someChanges(): Promise<string[]> {
  return asOwner(app.databaseUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `select id::text from change where workspace_id = $1 order by md5(id::text) limit 500`,
      [world.firm.member.workspaceId],
    );
    return rows.map(({ id }) => id);
  });
}

type Column = { readonly table: string; readonly column: string; readonly isShown: boolean };

function everyColumn(): Promise<Column[]> {
  return asOwner(app.databaseUrl, async (client) => {
    const { rows } = await client.query<Column>(
      `select c.relname as table, a.attname as column,
         has_column_privilege('evenkeel_client', c.oid, a.attnum, 'select') as "isShown"
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname not like 'kysely%'
       order by 1, 2`,
    );
    return rows;
  });
}

type Asked = {
  readonly rows: readonly { text: string | null }[];
  readonly refused: string | null;
};

/** Runs `work` with one connection that is the reader's: each statement by itself, nothing is kept. */
async function asReader<T>(work: (ask: (statement: string) => Promise<Asked>) => Promise<T>) {
  const client = new pg.Client(app.databaseUrl);
  await client.connect();
  try {
    await client.query('begin; set local role evenkeel_client');
    await client.query(`set local evenkeel.workspace = '${world.reader.member.workspaceId}'`);
    await client.query(
      `set local evenkeel.member = '${world.reader.member.memberId}'; savepoint asked`,
    );
    return await work(async (statement) => {
      try {
        return { rows: (await client.query(statement)).rows, refused: null };
      } catch (error) {
        await client.query('rollback to savepoint asked');
        return { rows: [], refused: error instanceof Error ? error.message : String(error) };
      }
    });
  } finally {
    await client.end();
  }
}

function actorOf({ member }: Client) {
  return {
    userId: member.userId,
    memberId: member.memberId,
    workspaceId: member.workspaceId,
    personId: null,
    role: 'client' as const,
    name: '',
    email: '',
    currency: 'EUR',
    timeZone: 'UTC',
    tokenScopes: null,
    sessionId: null,
  };
}
