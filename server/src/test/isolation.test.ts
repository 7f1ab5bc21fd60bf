import { api } from '@evenkeel/contract';
import { clientUsers } from '@evenkeel/contract/client-users';
import { addressOf, type Endpoint } from '@evenkeel/contract/endpoint';
import { satisfactionLinks } from '@evenkeel/contract/portal/satisfaction';
import { sharedStatuses } from '@evenkeel/contract/portal/shared';
import { portalSettings, shareLinks } from '@evenkeel/contract/portal-settings';
import { projects } from '@evenkeel/contract/projects';
import { sample } from '@evenkeel/contract/sample';
import type { AccountId, ProjectId } from '@evenkeel/core/id';
import pg from 'pg';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { hashOf } from '../features/identity/service.ts';
import { portalStream } from '../features/portal/events/service.ts';
import { type Client, startTestApp } from './app.ts';
import { asOwner } from './factories.ts';
import { filled } from './filled-input.ts';
import { markEveryText, readMarks, type TextMark } from './text-marks.ts';

/**
 * Two accounts of one firm with everything filled in. Every text of every row bears a mark that says
 * from which table, column and row it is; whatever reaches a client user of the one account is read
 * byte by byte, and each mark in it must be of a column that clients may read and of a row that is
 * theirs and marked visible (CL-14, U06, XC-05). New endpoints and tables are found by themselves.
 */
const app = await startTestApp();
const atOnce = 4;

let firm: Client;
let reader: Client;
let own: { accountId: AccountId; projectId: ProjectId };
let other: { accountId: AccountId; projectId: ProjectId };
let closed: ProjectId;
let link: string;
let question: string;

beforeAll(async () => {
  firm = await app.client();
  await firm.call(sample.load);
  const places = await fullestProjects();
  [own, other] = [placeOf(places, 0), placeOf(places, 1)];
  closed = await closedProject();
  for (const { projectId } of [own, other]) await openPortal(projectId);
  reader = await app.clientUser({ of: firm, accountId: own.accountId });
  const stranger = await app.clientUser({ of: firm, accountId: other.accountId });
  await tellEach([reader, stranger, firm]);
  await hangBothWays();
  const secret = await askEach([reader, stranger]);
  await markEveryText(app.databaseUrl, firm.member.workspaceId);
  // A topic is no text, though nothing in the database says so.
  await asOwner(app.databaseUrl, (client) =>
    client.query(`update notification set topic = 'client-message'`),
  );
  const made = await firm.call(shareLinks.create, {
    params: { id: own.projectId },
    body: { name: 'Board', language: 'en', days: 7 },
  });
  link = made.link.split('#')[1] ?? '';
  question = secret;
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
          for (const mark of await forbidden(found)) faults.push(`${name}: ${mark}`);
        }),
      );
    }
    expect([...new Set(faults)]).toEqual([]);
    // An endpoint that shows nothing here proves nothing: give the sample data for it.
    const silent = endpoints.filter(
      ({ name, endpoint }) => endpoint.method === 'GET' && !shown.has(name),
    );
    expect(silent.map(({ name }) => name).filter((name) => !shownElsewhere.has(name))).toEqual([]);
  }, 600_000);

  it('answers nothing of another account, nor of a project that is closed', async () => {
    const ids = await everyId();
    for (const { name, endpoint } of endpoints) {
      if (!endpoint.path.includes(':projectId')) continue;
      for (const projectId of [other.projectId, closed]) {
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
      for (const mark of isShown ? await forbidden(marks) : []) faults.push(`${name}: ${mark}`);
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
        [firm.member.workspaceId],
      );
      return rows;
    });
    const { tell } = portalStream(app.app.database);
    const told = await tell(
      { ...actorOf(reader), role: 'client' },
      changed.map(({ subject, ids }) => ({
        workspaceId: firm.member.workspaceId,
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
    expect(await forbidden(marks)).toEqual([]);
  }, 120_000);

  it('is no more behind a share link', async () => {
    const response = await app.app.http.inject({
      method: 'POST',
      url: sharedStatuses.show.path,
      payload: { token: link },
    });
    const marks = readMarks(response.body);
    expect(marks.length).toBeGreaterThan(3);
    expect(await forbidden(marks)).toEqual([]);
  });

  it('is no more behind the link of a question about satisfaction', async () => {
    for (const { path } of [satisfactionLinks.show, satisfactionLinks.answer]) {
      const response = await app.app.http.inject({
        method: 'POST',
        url: path,
        payload: { token: question, score: 3 },
      });
      expect(response.statusCode).toBe(200);
      const marks = readMarks(response.body);
      expect(marks.length).toBeGreaterThan(1);
      expect(await forbidden(marks)).toEqual([]);
    }
  });

  it('is no more in a letter', async () => {
    const email = 'letter@client.example';
    await firm.call(clientUsers.invite, { body: { email, ...own } });
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
    expect(await forbidden(marks)).toEqual([]);
  }, 60_000);
});

/** Endpoints whose answers hold no text of a record: amounts and bytes. */
const textless = new Set([
  'portalAmountSheets.get',
  'portalFiles.content',
  'portalReports.pdf',
  'portalNews.settings',
  'portalOverviews.look',
]);

/** What the sample firm has on other projects than this one: asked here all the same, and answered empty. */
const shownElsewhere = new Set([
  'portalDecisions.list',
  'portalDelayNotices.list',
  'portalMeetings.list',
  'portalQuestions.list',
  'portalReports.list',
  'portalReports.get',
  'portalReports.pdf',
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
  if (others.length === 0)
    return [() => asked(endpoint, { projectId: own.projectId, id: own.projectId })];
  return ids.map((id) => () => asked(endpoint, { projectId: own.projectId, id }));
}

async function asked(endpoint: Endpoint, ids: { projectId: string; id: string }) {
  const names = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  const params = Object.fromEntries(
    names.map((name) => [name, name === 'projectId' ? ids.projectId : ids.id]),
  );
  return app.app.http.inject({
    method: endpoint.method,
    url: addressOf(endpoint.path, { params, query: filled(endpoint.query, ids.id) }),
    headers: { authorization: `Bearer ${reader.member.token}`, 'if-match': '"1"' },
    ...(endpoint.method === 'GET' ? {} : { payload: filled(endpoint.body, ids.id) }),
  });
}

/** Ids of every table that clients can look into: own ones, internal ones, those of the other account. */
function everyId(): Promise<string[]> {
  return asOwner(app.databaseUrl, async (client) => {
    const { rows: tables } = await client
      .query<{ name: string }>(
        `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind in ('r', 'p')
         and has_column_privilege('evenkeel_client', c.oid, 'id', 'select')
         and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'id')`,
      )
      .catch(async () =>
        client.query<{ name: string }>(
          `select table_name as name from information_schema.column_privileges
       where grantee = 'evenkeel_client' and column_name = 'id' and table_schema = 'public' group by 1`,
        ),
      );
    const ids: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ id: string }>(
        `select id::text from ${name} where workspace_id = $1 limit 40`,
        [firm.member.workspaceId],
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
      [firm.member.workspaceId],
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
    await client.query(`set local evenkeel.workspace = '${reader.member.workspaceId}'`);
    await client.query(`set local evenkeel.member = '${reader.member.memberId}'; savepoint asked`);
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

/** Marks that must not have been seen, by rules that know nothing of the database's own. */
async function forbidden(marks: readonly TextMark[]): Promise<string[]> {
  if (marks.length === 0) return [];
  return asOwner(app.databaseUrl, async (client) => {
    const faults: string[] = [];
    for (const mark of marks) {
      const key = `${mark.table}.${mark.column} ${mark.id}`;
      const known = verdicts.get(key) ?? (await isTheirs(client, mark));
      verdicts.set(key, known);
      if (!known) faults.push(key);
    }
    return faults;
  });
}

const verdicts = new Map<string, boolean>();
/** Signs that somebody of the firm decided to show a row; a table that has one must bear it. */
const flags = {
  is_client_visible: 'is_client_visible',
  is_shown: 'is_shown',
  shown_at: 'shown_at is not null',
  sent_at: 'sent_at is not null',
  published_at: 'published_at is not null',
} as const;

async function isTheirs(client: pg.Client, { table, column, id }: TextMark): Promise<boolean> {
  const at = [firm.member.workspaceId, id] as const;
  const row = (
    await client.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from ${table} t where workspace_id = $1 and (to_jsonb(t)->>'id') = $2`,
      [...at],
    )
  ).rows[0]?.row;
  if (!row) return false;
  const byTable = verdictOfTable({ table, column, id }, row);
  if (byTable !== null) return byTable;
  const project = await projectOf(client, table, row);
  if (project?.['account_id'] !== own.accountId || project['portal_opened_at'] === null)
    return false;
  if (['draft', 'withdrawn'].includes(String(row['state']))) return false;
  // What clients asked for themselves needs no decision of the firm to be seen by them.
  if (row['side'] === 'theirs' || (table === 'question' && row['asked_by'] !== null)) return true;
  return Object.entries(flags).every(([flag, condition]) =>
    flag in row ? (condition.endsWith('not null') ? row[flag] !== null : row[flag] === true) : true,
  );
}

/** Tables that belong to no project: what may be seen of each; null for all others. */
function verdictOfTable(
  { table, column, id }: TextMark,
  row: Record<string, unknown>,
): boolean | null {
  if (table === 'workspace') return ['name', 'id'].includes(column);
  // Names of colleagues stand under what they wrote; nothing else of them.
  if (table === 'person') return column === 'name';
  if (table === 'member')
    return row['role'] === 'client' ? id === reader.member.memberId : column === 'name';
  if (table === 'account') return id === own.accountId && ['name', 'id'].includes(column);
  if (table === 'contact') return column === 'name';
  if (['client_access', 'notification', 'notification_setting', 'satisfaction'].includes(table))
    return row['member_id'] === reader.member.memberId;
  return null;
}

const pointers = [
  'project_id',
  'subject_id',
  'report_id',
  'deliverable_id',
  'task_id',
  'meeting_id',
  'agreement_id',
];
const parents = ['project', 'task', 'deliverable', 'status_report', 'meeting', 'working_agreement'];

/** The project that a row belongs to: its own column, or that of what it hangs on. */
async function projectOf(
  client: pg.Client,
  table: string,
  row: Record<string, unknown>,
): Promise<Record<string, unknown> | undefined> {
  if (table === 'project') return row;
  for (const pointer of pointers) {
    const id = row[pointer];
    if (typeof id !== 'string') continue;
    for (const parent of parents) {
      const { rows } = await client.query<{ row: Record<string, unknown> }>(
        `select to_jsonb(t) as row from ${parent} t where workspace_id = $1 and id = $2`,
        [firm.member.workspaceId, id],
      );
      if (rows[0]) return projectOf(client, parent, rows[0].row);
    }
  }
  return undefined;
}

type Place = { readonly account_id: AccountId; readonly id: ProjectId };

/** Client projects of two accounts: the one that the sample works on with its client, and another. */
function fullestProjects(): Promise<readonly Place[]> {
  return asOwner(app.databaseUrl, async (client) => {
    const { rows } = await client.query<Place>(
      `select distinct on (p.account_id) p.account_id, p.id,
         (select count(*) from deliverable d where d.workspace_id = p.workspace_id and d.project_id = p.id) * 100
           + (select count(*) from task t where t.workspace_id = p.workspace_id and t.project_id = p.id) as weight
       from project p where p.workspace_id = $1 and p.kind = 'client' and p.account_id is not null
         and p.deleted_at is null order by p.account_id, weight desc`,
      [firm.member.workspaceId],
    );
    // "weight" came as text from count(*).
    const weight = (row: Place) => Number((row as Place & { weight: string }).weight);
    return rows.toSorted((a, b) => weight(b) - weight(a));
  });
}

function placeOf(places: readonly Place[], index: number) {
  const place = places[index];
  if (!place) throw new Error('the sample firm has too few client projects');
  return { accountId: place.account_id, projectId: place.id };
}

async function closedProject(): Promise<ProjectId> {
  const { accountId } = own;
  const { id } = await firm.call(projects.create, {
    body: { kind: 'client', name: 'Closed', accountId },
  });
  return id;
}

/** Opens a portal and shows every second task of it. */
async function openPortal(id: ProjectId): Promise<void> {
  const { version, tasks } = await firm.call(portalSettings.get, { params: { id } });
  await firm.call(portalSettings.update, {
    params: { id },
    version,
    body: {
      isOpen: true,
      shows: ['price', 'budgeted-hours', 'used-hours'],
      welcome: 'Welcome',
    },
  });
  const taskIds = tasks.filter((_, index) => index % 2 === 0).map((task) => task.id);
  await firm.call(portalSettings.show, { params: { id }, body: { taskIds, isVisible: true } });
}

/** Something to hear of for each: only the own is theirs to read. */
function tellEach(members: readonly Client[]): Promise<void> {
  return asOwner(app.databaseUrl, async (client) => {
    for (const { member } of members)
      await client.query(
        `insert into notification (workspace_id, id, member_id, topic, key, title, body, mail)
         values ($1, gen_random_uuid(), $2, 'client-message', 'told', 'Title', 'Body', 'off')`,
        [member.workspaceId, member.memberId],
      );
  });
}

/** Asks each client user on their project; returns the secret of the first one's link. */
function askEach(members: readonly Client[]): Promise<string> {
  return asOwner(app.databaseUrl, async (client) => {
    const secret = 'a-secret-of-a-question-of-this-test';
    for (const [index, { member }] of members.entries()) {
      const { rows } = await client.query<{ id: string }>(
        `insert into satisfaction (workspace_id, id, project_id, occasion, milestone_name, member_id, asked_at, expires_at)
         values ($1, gen_random_uuid(), $2, 'milestone', 'Reached', $3, now(), now() + interval '20 days')
         returning id`,
        [member.workspaceId, (index === 0 ? own : other).projectId, member.memberId],
      );
      if (index > 0) continue;
      await client.query(
        `insert into identity.proof (hash, workspace_id, subject, subject_id) values ($1, $2, 'satisfaction', $3)`,
        [hashOf(secret), member.workspaceId, rows[0]?.id],
      );
    }
    return secret;
  });
}

/** A shown and an internal comment and file on both projects, and on a shown task of each. */
function hangBothWays(): Promise<void> {
  return asOwner(app.databaseUrl, async (client) => {
    for (const { projectId } of [own, other]) {
      const { rows } = await client.query<{ id: string }>(
        'select id from task where project_id = $1 order by is_client_visible desc limit 1',
        [projectId],
      );
      for (const [kind, id] of [
        ['client-project', projectId],
        ['task', rows[0]?.id],
      ] as const) {
        for (const isVisible of [true, false]) {
          const values = [firm.member.workspaceId, kind, id, isVisible, firm.member.memberId];
          await client.query(
            `insert into comment (workspace_id, id, subject_kind, subject_id, body, is_client_visible, member_id)
             values ($1, gen_random_uuid(), $2, $3, 'Said', $4, $5)`,
            values,
          );
          await client.query(
            `with content as (insert into file_content (workspace_id, id, byte_size, member_id, is_whole)
               values ($1, gen_random_uuid(), 0, $5, true) returning id)
             insert into file (workspace_id, id, subject_kind, subject_id, name, is_client_visible, member_id, content_id)
             select $1, gen_random_uuid(), $2, $3, 'Paper.pdf', $4, $5, id from content`,
            values,
          );
        }
      }
    }
  });
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
