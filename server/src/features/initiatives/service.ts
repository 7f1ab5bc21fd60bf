import type { BodyOf, QueryOf } from '@evenkeel/contract/endpoint';
import type { GoalLink, initiatives } from '@evenkeel/contract/initiatives';
import { groupedBy } from '@evenkeel/core/grouping';
import type { ProjectId } from '@evenkeel/core/id';
import { committedStates, type ProjectState } from '@evenkeel/core/projects/state';
import { approvalIssues, needsApproval } from '@evenkeel/core/strategy/approval';
import { type InitiativeTest, testInitiative } from '@evenkeel/core/strategy/initiative-test';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { optionalInteger } from '../../platform/db/values.ts';
import { type LatestWord, projectsSaidToBe, readLatest } from '../projects/health/service.ts';
import * as projects from '../projects/service.ts';
import { checkMayApprove } from './policy.ts';
import * as repository from './repository.ts';

type ListedRecord = Awaited<ReturnType<typeof repository.listInitiatives>>['rows'][number];

/** An initiative with the goals it serves and the verdict of the initiative-or-goal test (B04). */
export type WithStrategy<Record> = {
  readonly record: Record;
  readonly goals: readonly repository.GoalLinkRecord[];
  readonly test: InitiativeTest;
};
type Spoken = { readonly health: LatestWord | null };
export type ListedInitiative = WithStrategy<Omit<ListedRecord, 'sort_value'>> & Spoken;
export type Initiative = WithStrategy<repository.InitiativeRecord> & Spoken;

export async function listInitiatives(scope: Scope, request: QueryOf<typeof initiatives.list>) {
  const among = request.health && (await projectsSaidToBe(scope, request.health));
  const { rows, ...page } = await repository.listInitiatives(scope, request, among);
  const ids = rows.map((row) => row.id);
  const links = groupedBy(await repository.listGoalLinks(scope, ids), (link) => link.project_id);
  const health = await readLatest(scope, ids);
  const whole = rows.map((record) => ({
    ...withStrategy(record, links.get(record.id) ?? []),
    health: health(record.id),
  }));
  return { rows: whole, ...page };
}

/** One initiative, also from the trash. */
export async function getInitiative(scope: Scope, id: ProjectId): Promise<Initiative> {
  const record = await repository.findInitiative(scope, id);
  if (!record) throw new AppError('not-found', 'There is no such initiative.');
  const health = await readLatest(scope, [id]);
  const links = await repository.listGoalLinks(scope, [id]);
  return { ...withStrategy(record, links), health: health(id) };
}

export async function createInitiative(
  scope: Scope,
  { goals = [], templateId = null, ...fields }: BodyOf<typeof initiatives.create>,
): Promise<Initiative> {
  await checkGoals(scope, goals);
  const { project } = await projects.createProject(scope, {
    ...fields,
    kind: 'initiative',
    templateId,
  });
  await repository.replaceGoalLinks(scope, project.id, goals);
  return getInitiative(scope, project.id);
}

export async function updateInitiative(
  scope: Scope,
  id: ProjectId,
  version: number,
  change: BodyOf<typeof initiatives.update>,
): Promise<Initiative> {
  await getInitiative(scope, id);
  await projects.updateProject(scope, id, version, { ...change, kind: 'initiative' });
  return getInitiative(scope, id);
}

/** Moves an initiative through the funnel; what binds the firm anew needs approval (ST-03, ST-39). */
export async function moveInitiative(
  scope: Scope,
  key: { readonly id: ProjectId; readonly version: number },
  to: { readonly state: ProjectState; readonly reason: string },
): Promise<Initiative> {
  const { record, goals, test } = await getInitiative(scope, key.id);
  await projects.changeState(scope, key, to, () => {
    if (!needsApproval(record.state, to.state)) return;
    checkMayApprove(scope.actor);
    const issues = approvalIssues(test, helped(goals).length);
    if (issues.length === 0) return;
    throw new AppError(
      'wrong-state',
      `It cannot be approved yet: it meets ${test.metCount} of 5 criteria and serves ${goalsInWords(helped(goals).length)}.`,
      { issues },
    );
  });
  return getInitiative(scope, key.id);
}

export async function setGoals(
  scope: Scope,
  id: ProjectId,
  links: readonly GoalLink[],
): Promise<Initiative> {
  const { record } = await getInitiative(scope, id);
  if (record.deleted_at !== null) {
    throw new AppError('wrong-state', 'It is in the trash. Restore it first.');
  }
  await checkGoals(scope, links);
  const isBound = committedStates.some((state) => state === record.state);
  if (isBound && !links.some((link) => link.strength > 0)) {
    throw new AppError(
      'wrong-state',
      `It is ${record.state} and must serve at least one goal. Shelve it first, or leave one link.`,
    );
  }
  await repository.replaceGoalLinks(scope, id, links);
  return getInitiative(scope, id);
}

export async function removeInitiative(scope: Scope, id: ProjectId): Promise<void> {
  await getInitiative(scope, id);
  await projects.removeProject(scope, id);
}

export async function restoreInitiative(scope: Scope, id: ProjectId): Promise<Initiative> {
  await getInitiative(scope, id);
  await projects.restoreProject(scope, id);
  return getInitiative(scope, id);
}

function withStrategy<Record extends Omit<ListedRecord, 'sort_value'>>(
  record: Record,
  goals: readonly repository.GoalLinkRecord[],
): WithStrategy<Record> {
  const test = testInitiative({
    name: record.name,
    scope: record.scope,
    purpose: record.purpose,
    organisation: record.team_id,
    leader: record.owner_id,
    projectManager: record.project_manager_id,
    budget: optionalInteger(record.budget),
    startOn: record.start_on,
    endOn: record.end_on,
    goalCount: helped(goals).length,
  });
  return { record, goals, test };
}

/** The goals it serves: those it helps. To hurt a goal, or to leave it as it is, serves nobody. */
function helped(goals: readonly repository.GoalLinkRecord[]): repository.GoalLinkRecord[] {
  return goals.filter((link) => link.strength > 0);
}

function goalsInWords(count: number): string {
  if (count === 0) return 'no goal';
  return count === 1 ? 'one goal' : `${count} goals`;
}

async function checkGoals(scope: Scope, links: readonly GoalLink[]): Promise<void> {
  const ids = links.map((link) => link.goalId);
  const present = await repository.presentGoals(scope, ids);
  for (const [index, id] of ids.entries()) {
    const path = ['goals', index, 'goalId'];
    if (!present.has(id)) throw invalid(path, 'unknown', 'there is no such goal');
    if (ids.indexOf(id) !== index) throw invalid(path, 'twice', 'stands there twice');
  }
}
