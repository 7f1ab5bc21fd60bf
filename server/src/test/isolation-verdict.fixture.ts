import type pg from 'pg';
import { asOwner } from './factories.ts';
import type { IsolationWorld } from './isolation.fixture.ts';
import type { TextMark } from './text-marks.ts';

/** Marks that must not have been seen, by rules that know nothing of the database's own. */
export async function forbidden(
  world: IsolationWorld,
  marks: readonly TextMark[],
): Promise<string[]> {
  if (marks.length === 0) return [];
  return asOwner(world.app.databaseUrl, async (client) => {
    const faults: string[] = [];
    for (const mark of marks) {
      const key = `${mark.table}.${mark.column} ${mark.id}`;
      const known = verdicts.get(key) ?? (await isTheirs(world, client, mark));
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

async function isTheirs(
  world: IsolationWorld,
  client: pg.Client,
  { table, column, id }: TextMark,
): Promise<boolean> {
  const at = [world.firm.member.workspaceId, id] as const;
  const row = (
    await client.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from ${table} t where workspace_id = $1 and (to_jsonb(t)->>'id') = $2`,
      [...at],
    )
  ).rows[0]?.row;
  if (!row) return false;
  // Those of their own house are named under what they answered; others not even that they exist.
  if (table === 'member' && row['role'] === 'client')
    return (
      id === world.reader.member.memberId ||
      (column === 'name' && (await isColleague(world, client, id)))
    );
  const byTable = verdictOfTable(world, { table, column, id }, row);
  if (byTable !== null) return byTable;
  const project = await projectOf(world, client, { table, row });
  if (project?.['account_id'] !== world.own.accountId || project['portal_opened_at'] === null)
    return false;
  if (['draft', 'withdrawn'].includes(String(row['state']))) return false;
  // What clients asked for themselves needs no decision of the firm to be seen by them.
  if (row['side'] === 'theirs' || (table === 'question' && row['asked_by'] !== null)) return true;
  return Object.entries(flags).every(([flag, condition]) =>
    flag in row ? (condition.endsWith('not null') ? row[flag] !== null : row[flag] === true) : true,
  );
}

/** Whether a client user has access to the reader's account. */
async function isColleague(world: IsolationWorld, client: pg.Client, id: string): Promise<boolean> {
  const { rowCount } = await client.query(
    'select from client_access where workspace_id = $1 and member_id = $2 and account_id = $3',
    [world.firm.member.workspaceId, id, world.own.accountId],
  );
  return rowCount !== 0;
}

/** Tables that belong to no project: what may be seen of each; null for all others. */
function verdictOfTable(
  world: IsolationWorld,
  { table, column, id }: TextMark,
  row: Record<string, unknown>,
): boolean | null {
  if (table === 'workspace') return ['name', 'id'].includes(column);
  // Names of colleagues stand under what they wrote; nothing else of them.
  if (table === 'person') return column === 'name';
  if (table === 'member') return column === 'name';
  if (table === 'account') return id === world.own.accountId && ['name', 'id'].includes(column);
  if (table === 'contact') return column === 'name';
  if (['client_access', 'notification', 'notification_setting', 'satisfaction'].includes(table))
    return row['member_id'] === world.reader.member.memberId;
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
  world: IsolationWorld,
  client: pg.Client,
  { table, row }: { readonly table: string; readonly row: Record<string, unknown> },
): Promise<Record<string, unknown> | undefined> {
  if (table === 'project') return row;
  for (const pointer of pointers) {
    const id = row[pointer];
    if (typeof id !== 'string') continue;
    for (const parent of parents) {
      const { rows } = await client.query<{ row: Record<string, unknown> }>(
        `select to_jsonb(t) as row from ${parent} t where workspace_id = $1 and id = $2`,
        [world.firm.member.workspaceId, id],
      );
      if (rows[0]) return projectOf(world, client, { table: parent, row: rows[0].row });
    }
  }
  return undefined;
}
