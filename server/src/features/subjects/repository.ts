import type { SubjectLink } from '@evenkeel/contract/subjects';
import type { SubjectKind } from '@evenkeel/core/subject';
import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../platform/db/scope.ts';

/** Where records of a kind are read from (as `x`), what they are called, and which of the rows they are. */
type Source = {
  readonly from: string;
  readonly name?: string;
  /** Rows of the table that are of this kind; all of them without it. */
  readonly where?: string;
  readonly isNumbered?: boolean;
  /** Without a trash nothing of this kind can lie in it. */
  readonly hasTrash?: boolean;
};

/** One line for each kind whose table stands. */
const sources: Partial<Record<SubjectKind, Source>> = {
  account: { from: 'account x', isNumbered: true, hasTrash: true },
  lead: { from: 'lead x', isNumbered: true, hasTrash: true },
  contact: { from: 'contact x', isNumbered: true, hasTrash: true },
  'customer-goal': { from: 'customer_goal x', isNumbered: true, hasTrash: true },
  'customer-initiative': { from: 'customer_initiative x', isNumbered: true, hasTrash: true },
  deal: { from: 'deal x', isNumbered: true, hasTrash: true },
  'hand-off': {
    from: 'hand_off x join deal d on d.workspace_id = x.workspace_id and d.id = x.deal_id',
    name: 'd.name',
  },
  quote: {
    from: 'quote x',
    name: `'Q-' || x.year || '-' || x.number || ' ' || x.title`,
  },
  contract: {
    from: 'contract x join deal d on d.workspace_id = x.workspace_id and d.id = x.deal_id',
    name: `'Contract of ' || d.name`,
  },
  action: { from: 'action x', hasTrash: true },
  insight: { from: 'insight x', hasTrash: true },
  plan: { from: 'strategic_plan x', isNumbered: true, hasTrash: true },
  goal: { from: 'goal x', isNumbered: true, hasTrash: true },
  objective: { from: 'objective x', isNumbered: true, hasTrash: true },
  kpi: { from: 'kpi x', isNumbered: true, hasTrash: true },
  initiative: {
    from: 'project x',
    where: `x.kind = 'initiative'`,
    isNumbered: true,
    hasTrash: true,
  },
  'client-project': {
    from: 'project x',
    where: `x.kind = 'client'`,
    isNumbered: true,
    hasTrash: true,
  },
  'delay-notice': { from: 'delay_notice x', name: `'New date for ' || x.wording` },
  decision: { from: 'decision x', name: 'x.title', isNumbered: true },
  task: { from: 'task x', isNumbered: true, hasTrash: true },
  person: { from: 'person x', hasTrash: true },
  product: { from: 'product x', hasTrash: true },
  deliverable: { from: 'deliverable x' },
  meeting: { from: 'meeting x', hasTrash: true },
  'status-report': {
    from: 'status_report x join project p on p.workspace_id = x.workspace_id and p.id = x.project_id',
    name: `'Report of ' || x.week_on || ', ' || p.name`,
  },
  question: { from: 'question x', name: 'left(x.question, 120)' },
  'working-agreement': {
    from: 'working_agreement x join project p on p.workspace_id = x.workspace_id and p.id = x.project_id',
    name: `'Working agreement of ' || p.name`,
  },
  'change-request': { from: 'change_request x' },
};

/** The records of one kind that stand here; those that are gone, or of another workspace, are left out. */
export async function findSubjects(
  scope: Scope,
  kind: SubjectKind,
  ids: readonly string[],
): Promise<SubjectLink[]> {
  const source = sources[kind];
  if (!source || ids.length === 0) return [];
  const { rows } = await sql<Omit<SubjectLink, 'kind'>>`
    select x.id, ${raw(source.name ?? 'x.name')} as name,
      ${raw(source.isNumbered ? 'x.number' : 'null::int')} as number,
      ${raw(source.hasTrash ? 'x.deleted_at is not null' : 'false')} as "isDeleted"
    from ${raw(source.from)}
    where x.workspace_id = ${scope.workspaceId} and x.id = any(${[...ids]}::uuid[])
      and ${raw(source.where ?? 'true')}`.execute(scope.tx);
  return rows.map((row) => ({ kind, ...row }));
}

/** Text of the table above, never of a caller. */
function raw(text: string): RawBuilder<unknown> {
  return sql.raw(text);
}
