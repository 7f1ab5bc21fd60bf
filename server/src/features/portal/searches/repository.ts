import type { PortalFindKind } from '@evenkeel/contract/portal/searches';
import type { ProjectId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { PortalScope } from '../../../platform/db/scope.ts';
import { containing } from '../../../platform/db/text-match.ts';

export type FoundRecord = {
  readonly kind: PortalFindKind;
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly project_id: ProjectId;
  readonly project_name: string;
};

const perKind = 6;

/** What the words are looked for in: a name, other texts, and the project (as `x`). */
type Source = {
  readonly kind: PortalFindKind;
  readonly name: string;
  readonly texts: readonly string[];
  readonly project: string;
  readonly from: string;
  readonly latest: string;
  readonly condition?: string;
};

const plain = { project: 'x.project_id', latest: 'x.created_at' };
/** Every text within a JSON value. */
const textsWithin = (column: string) =>
  `(select string_agg(t #>> '{}', ' ') from jsonb_path_query(to_jsonb(${column}), 'strict $.**') t where jsonb_typeof(t) = 'string')`;
/** What hangs on the project or on one of its tasks. */
const onPlan = (table: string) =>
  `${table} x left join task t on t.workspace_id = x.workspace_id and t.id = x.subject_id and x.subject_kind = 'task'`;
const projectOfPlan = `case x.subject_kind when 'client-project' then x.subject_id else t.project_id end`;

/** Each is read as the client: a table gives what its policy lets through, whatever is looked for. */
const sources: readonly Source[] = [
  {
    kind: 'project',
    from: 'project x',
    name: 'x.name',
    texts: ['x.portal_welcome'],
    project: 'x.id',
    latest: 'x.portal_opened_at',
  },
  {
    kind: 'milestone',
    from: 'task x',
    name: 'x.name',
    texts: [],
    project: 'x.project_id',
    latest: 'x.position',
    condition: `x.side = 'ours'`,
  },
  {
    kind: 'need',
    from: 'client_duty x join task t on t.workspace_id = x.workspace_id and t.id = x.task_id',
    name: 't.name',
    texts: ['x.details', 'x.answer'],
    project: 'x.project_id',
    latest: 'x.state_since',
  },
  {
    kind: 'deliverable',
    from: 'deliverable x',
    name: 'x.name',
    texts: ['x.description'],
    ...plain,
  },
  { kind: 'change', from: 'change_request x', name: 'x.name', texts: ['x.wanted'], ...plain },
  {
    kind: 'delay-notice',
    from: 'delay_notice x',
    name: 'x.wording',
    texts: ['x.client_text'],
    project: 'x.project_id',
    latest: 'x.sent_at',
  },
  {
    kind: 'decision',
    from: 'decision x',
    name: 'x.title',
    texts: ['x.rationale', textsWithin('x.options')],
    project: 'x.project_id',
    latest: 'x.decided_on',
  },
  {
    kind: 'report',
    from: 'status_report x',
    name: 'x.week_on::text',
    texts: [textsWithin('x.client_text')],
    ...plain,
  },
  {
    kind: 'meeting',
    from: 'meeting x',
    name: 'x.name',
    texts: [
      'x.place',
      'x.outcome',
      `(select string_agg(concat_ws(' ', a.name, a.outcome), ' ' order by a.position) from agenda_item a
        where a.workspace_id = x.workspace_id and a.meeting_id = x.id)`,
    ],
    project: 'x.project_id',
    latest: 'x.starts_at',
  },
  { kind: 'question', from: 'question x', name: 'x.question', texts: ['x.answer'], ...plain },
  {
    kind: 'message',
    from: onPlan('comment'),
    name: 'x.body',
    texts: [],
    project: projectOfPlan,
    latest: 'x.created_at',
    condition: `x.subject_kind in ('client-project', 'task')`,
  },
  {
    kind: 'file',
    from: onPlan('file'),
    name: 'x.name',
    texts: [],
    project: projectOfPlan,
    latest: 'x.created_at',
    condition: `x.subject_kind in ('client-project', 'task')`,
  },
];

/** A few of each kind that hold every word, the latest first, in the order of the kinds. */
export async function findVisible(
  scope: PortalScope,
  search: string,
  projectId: ProjectId | undefined,
): Promise<readonly FoundRecord[]> {
  const parts = sources.map((source) => sql`(${found(source, search, projectId)})`);
  const { rows } = await sql<FoundRecord>`${sql.join(parts, sql` union all `)}`.execute(scope.tx);
  return rows;
}

function found(source: Source, search: string, projectId: ProjectId | undefined) {
  const { kind, name, texts, project, from, latest, condition = 'true' } = source;
  const text = texts.length === 0 ? `''` : `concat_ws(' ', ${texts.join(', ')})`;
  const ofProject = projectId ? sql`${sql.raw(project)} = ${projectId}::uuid` : sql`true`;
  return sql`
    select ${kind} as kind, f.id::text, left(f.name, 400) as name, left(f.text, 20000) as text,
      f.project_id, p.name as project_name
    from (
      select x.id, x.workspace_id, ${sql.raw(name)} as name, ${sql.raw(text)} as text,
        ${sql.raw(project)} as project_id, ${sql.raw(latest)} as latest
      from ${sql.raw(from)} where ${sql.raw(condition)} and ${ofProject}) f
    join project p on p.workspace_id = f.workspace_id and p.id = f.project_id
    where ${containing(['f.name', 'f.text'], search)}
    order by f.latest desc nulls last, f.id limit ${sql.raw(String(perKind))}`;
}
