import type { SubjectLink } from '@evenkeel/contract/subjects';
import type { PersonId } from '@evenkeel/core/id';
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
  /** People who answer for it: an array of ids of people; nobody without it. */
  readonly people?: string;
};

/** One line for each kind whose table stands. */
const sources: Partial<Record<SubjectKind, Source>> = {
  account: { from: 'account x', isNumbered: true, hasTrash: true, people: `array[x.owner_id]` },
  lead: { from: 'lead x', isNumbered: true, hasTrash: true, people: `array[x.owner_id]` },
  contact: { from: 'contact x', isNumbered: true, hasTrash: true },
  'customer-goal': { from: 'customer_goal x', isNumbered: true, hasTrash: true },
  'customer-initiative': { from: 'customer_initiative x', isNumbered: true, hasTrash: true },
  deal: { from: 'deal x', isNumbered: true, hasTrash: true, people: `array[x.owner_id]` },
  'hand-off': {
    from: 'hand_off x join deal d on d.workspace_id = x.workspace_id and d.id = x.deal_id',
    name: 'd.name',
    people: `array[d.owner_id]`,
  },
  quote: {
    from: 'quote x',
    name: `'Q-' || x.year || '-' || x.number || ' ' || x.title`,
    people: `(select array[d.owner_id] from deal d where d.workspace_id = x.workspace_id and d.id = x.deal_id)`,
  },
  contract: {
    from: 'contract x join deal d on d.workspace_id = x.workspace_id and d.id = x.deal_id',
    name: `'Contract of ' || d.name`,
    people: `array[d.owner_id]`,
  },
  interaction: { from: 'interaction x', hasTrash: true },
  action: { from: 'action x', hasTrash: true, people: `array[x.owner_id]` },
  insight: { from: 'insight x', hasTrash: true },
  plan: { from: 'strategic_plan x', isNumbered: true, hasTrash: true, people: `array[x.owner_id]` },
  goal: { from: 'goal x', isNumbered: true, hasTrash: true, people: `array[x.owner_id]` },
  objective: { from: 'objective x', isNumbered: true, hasTrash: true },
  kpi: { from: 'kpi x', isNumbered: true, hasTrash: true, people: `array[x.owner_id]` },
  initiative: {
    from: 'project x',
    where: `x.kind = 'initiative'`,
    isNumbered: true,
    hasTrash: true,
    people: `array[x.owner_id, x.project_manager_id]`,
  },
  'client-project': {
    from: 'project x',
    where: `x.kind = 'client'`,
    isNumbered: true,
    hasTrash: true,
    people: `array[x.owner_id, x.project_manager_id]`,
  },
  task: {
    from: 'task x',
    isNumbered: true,
    hasTrash: true,
    people: `array(select a.person_id from assignment a where a.workspace_id = x.workspace_id and a.task_id = x.id union select p.project_manager_id from project p where p.workspace_id = x.workspace_id and p.id = x.project_id)`,
  },
  'delay-notice': { from: 'delay_notice x', name: `'New date for ' || x.wording` },
  decision: { from: 'decision x', name: 'x.title', isNumbered: true },
  person: { from: 'person x', hasTrash: true },
  product: { from: 'product x', hasTrash: true },
  deliverable: { from: 'deliverable x' },
  meeting: { from: 'meeting x', hasTrash: true },
  'status-report': {
    from: 'status_report x join project p on p.workspace_id = x.workspace_id and p.id = x.project_id',
    name: `'Report of ' || x.week_on || ', ' || p.name`,
    people: `array[p.owner_id, p.project_manager_id]`,
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

/** Who answers for a record: whoever owns it, manages it or works on it. */
export async function findPeople(scope: Scope, kind: SubjectKind, id: string): Promise<PersonId[]> {
  const source = sources[kind];
  if (!source?.people) return [];
  const { rows } = await sql<{ people: (PersonId | null)[] | null }>`
    select ${raw(source.people)}::uuid[] as people from ${raw(source.from)}
    where x.workspace_id = ${scope.workspaceId} and x.id = ${id}`.execute(scope.tx);
  return (rows[0]?.people ?? []).filter((person) => person !== null);
}

/** Text of the table above, never of a caller. */
function raw(text: string): RawBuilder<unknown> {
  return sql.raw(text);
}
