import type { BodyOf, QueryOf } from '@evenkeel/contract/endpoint';
import type { projects } from '@evenkeel/contract/projects';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { PhaseId, ProjectId, TaskId, TemplateId } from '@evenkeel/core/id';
import { type Stretch, weekdayAt } from '@evenkeel/core/projects/outline-dates';
import { type ProjectPlan, planOfOutline } from '@evenkeel/core/projects/plan';
import { copyOf } from '@evenkeel/core/projects/standing';
import { changeState as changedState, type ProjectState } from '@evenkeel/core/projects/state';
import type { TemplateOutline } from '@evenkeel/core/projects/template';
import { outlineOf } from '@evenkeel/core/projects/template-of';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { optionalInteger } from '../../platform/db/values.ts';
import { createPlannedTasks, readStandingTasks } from '../tasks/service.ts';
import { createTemplate, getTemplate, type TemplateRecord } from '../templates/service.ts';
import { type Figures, readFigures } from './figures/repository.ts';
import { type LatestWord, projectsSaidToBe, readLatest } from './health/service.ts';
import { insertPhases, listPhases, type PhaseRecord } from './phases/service.ts';
import { checkKind, checkMovesHere } from './policy.ts';
import * as repository from './repository.ts';

export type { NewOrigin } from './origins/service.ts';
export { insertOrigins } from './origins/service.ts';
export type { NewProject, ProjectRecord } from './repository.ts';

export type WithFigures<Project> = {
  readonly project: Project;
  readonly figures: Figures;
  readonly health: LatestWord | null;
};
export type WholeProject = WithFigures<repository.ProjectRecord> & {
  readonly phases: readonly PhaseRecord[];
};

/** What was made, in the order of the plan. */
export type CreatedProject = {
  readonly projectId: ProjectId;
  readonly phaseIds: readonly PhaseId[];
  readonly taskIds: readonly TaskId[];
};

export async function listProjects(scope: Scope, request: QueryOf<typeof projects.list>) {
  const among = request.health && (await projectsSaidToBe(scope, request.health));
  const { rows, ...page } = await repository.listProjects(scope, request, among);
  const ids = rows.map((row) => row.id);
  const figures = await readFigures(scope, ids);
  const health = await readLatest(scope, ids);
  const whole = rows.map((project) => ({
    project,
    figures: figures(project.id),
    health: health(project.id),
  }));
  return { rows: whole, ...page };
}

/** One project of either kind, also from the trash. */
export async function getProject(scope: Scope, id: ProjectId): Promise<WholeProject> {
  const project = await repository.findProject(scope, id);
  if (!project) throw new AppError('not-found', 'There is no such project.');
  const figures = await readFigures(scope, [id]);
  const health = await readLatest(scope, [id]);
  return {
    project,
    figures: figures(id),
    health: health(id),
    phases: await listPhases(scope, id),
  };
}

/** Adds a client project, approved, or an initiative, considered; with a template its plan as well. */
export async function createProject(
  scope: Scope,
  draft: BodyOf<typeof projects.create>,
): Promise<WholeProject> {
  checkDates(draft.startOn, draft.endOn);
  const template = draft.templateId === null ? null : await templateFor(scope, draft);
  const days = template && daysOf(draft, template.outline);
  const plan = template ? planOfOutline(template.outline, days) : { phases: [], tasks: [] };
  const state: ProjectState = draft.kind === 'client' ? 'approved' : 'considered';
  const dates = days ?? {};
  const { projectId } = await createPlanned(scope, { ...draft, ...dates, state }, plan);
  return getProject(scope, projectId);
}

/** Adds a project with the phases and tasks of a plan. */
export async function createPlanned(
  scope: Scope,
  fields: repository.NewProject,
  plan: ProjectPlan,
): Promise<CreatedProject> {
  const projectId = await repository.insertProject(scope, fields);
  const phaseIds = await insertPhases(scope, projectId, plan.phases, 0);
  const taskIds = await createPlannedTasks(scope, projectId, plan.tasks, phaseIds);
  return { projectId, phaseIds, taskIds };
}

export async function updateProject(
  scope: Scope,
  id: ProjectId,
  version: number,
  { kind, ...change }: BodyOf<typeof projects.update>,
): Promise<WholeProject> {
  const { project } = await getProject(scope, id);
  checkKind(project, kind);
  checkDates(
    change.startOn === undefined ? project.start_on : change.startOn,
    change.endOn === undefined ? project.end_on : change.endOn,
  );
  await repository.updateProject(scope, id, version, change);
  return getProject(scope, id);
}

/** Changes what the dates of a project's tasks are counted from; rescheduling is left to the caller. */
export async function setSchedule(
  scope: Scope,
  id: ProjectId,
  change: Pick<
    BodyOf<typeof projects.update>,
    'startOn' | 'calendarId' | 'scheduleFrom' | 'honoursConstraints' | 'statusOn'
  >,
): Promise<void> {
  const { project } = await getProject(scope, id);
  checkDates(change.startOn === undefined ? project.start_on : change.startOn, project.end_on);
  await repository.updateProject(scope, id, project.version, change);
}

/**
 * Moves a project along the funnel. `check` is asked before the step is taken, with the project as it
 * stands, and refuses by throwing: the kind's own rules, such as the approval of initiatives.
 */
export async function changeState(
  scope: Scope,
  key: { readonly id: ProjectId; readonly version: number },
  to: { readonly state: ProjectState; readonly reason: string },
  check: (project: repository.ProjectRecord) => void | Promise<void>,
): Promise<WholeProject> {
  const { project } = await getProject(scope, key.id);
  const change = changedState(project, to.state, to.reason);
  if (!change.ok) {
    throw change.why === 'reason-needed'
      ? invalid(['reason'], 'needed', 'say why, so that it can be read later')
      : new AppError(
          'wrong-state',
          `A project that is ${project.state} cannot become ${to.state}.`,
        );
  }
  await check(project);
  await repository.updateProject(scope, key.id, key.version, {
    state: change.state,
    stateReason: change.reason,
  });
  return getProject(scope, key.id);
}

/** Moves a client project; initiatives are moved by their own feature. */
export function changeClientState(
  scope: Scope,
  key: { readonly id: ProjectId; readonly version: number },
  to: { readonly state: ProjectState; readonly reason: string },
): Promise<WholeProject> {
  return changeState(scope, key, to, ({ kind }) => checkMovesHere(kind));
}

export async function removeProject(scope: Scope, id: ProjectId): Promise<void> {
  if (await repository.setProjectDeleted(scope, id, true)) return;
  throw new AppError('not-found', 'There is no such project.');
}

export async function restoreProject(scope: Scope, id: ProjectId): Promise<WholeProject> {
  await repository.setProjectDeleted(scope, id, false);
  return getProject(scope, id);
}

/** A template with the phases and tasks of a project as it stands (U21). */
export async function templateFromProject(
  scope: Scope,
  id: ProjectId,
  name: string,
): Promise<TemplateRecord> {
  const standing = await readStanding(scope, await getProject(scope, id));
  const { kind } = standing.project;
  return createTemplate(scope, { kind, name, outline: outlineOf(standing) });
}

/** A new project with the plan of this one: nothing done, nothing logged, moved to its start (U21). */
export async function copyProject(
  scope: Scope,
  id: ProjectId,
  { name, ...to }: BodyOf<typeof projects.copy>,
): Promise<WholeProject> {
  const standing = await readStanding(scope, await getProject(scope, id));
  const { project } = standing;
  const { startOn, endOn, ...plan } = copyOf(standing, to);
  const fields = {
    kind: project.kind,
    name,
    state: project.kind === 'client' ? ('approved' as const) : ('considered' as const),
    purpose: project.purpose,
    scope: project.scope,
    startOn,
    endOn,
    ownerId: project.owner_id,
    projectManagerId: project.project_manager_id,
    budgetOwnerId: project.budget_owner_id,
    teamId: project.team_id,
    budget: optionalInteger(project.budget),
    priority: project.priority,
    templateId: project.template_id,
  };
  const own =
    project.kind === 'client'
      ? { accountId: project.account_id, price: optionalInteger(project.price) }
      : {
          category: project.category,
          businessNeed: project.business_need,
          expectedBenefit: project.expected_benefit,
          promisedWeeklyMinutes: project.promised_weekly_minutes,
        };
  const { projectId } = await createPlanned(scope, { ...fields, ...own }, plan);
  return getProject(scope, projectId);
}

/** A project as templates and copies are made from it. */
async function readStanding(scope: Scope, { project, phases }: WholeProject) {
  return {
    project,
    startOn: project.start_on,
    endOn: project.end_on,
    phases: phases.map((phase) => ({
      id: phase.id,
      name: phase.name,
      startOn: phase.start_on,
      endOn: phase.end_on,
    })),
    ...(await readStandingTasks(scope, project.id)),
  };
}

async function templateFor(
  scope: Scope,
  draft: { readonly kind: string; readonly templateId: TemplateId | null },
): Promise<TemplateRecord | null> {
  const template = draft.templateId && (await getTemplate(scope, draft.templateId));
  if (!template || template.kind === draft.kind) return template || null;
  throw invalid(['templateId'], 'other-kind', 'is a template of the other kind of work');
}

/** The days over which a template is laid: a missing end comes from its usual length. */
function daysOf(
  draft: {
    readonly startOn?: CalendarDate | null | undefined;
    readonly endOn?: CalendarDate | null | undefined;
  },
  outline: TemplateOutline,
): Stretch | null {
  if (!draft.startOn) return null;
  const endOn = draft.endOn ?? weekdayAt(draft.startOn, outline.durationWeekdays - 1);
  return { startOn: draft.startOn, endOn };
}

function checkDates(
  startOn: CalendarDate | null | undefined,
  endOn: CalendarDate | null | undefined,
): void {
  if (startOn && endOn && endOn < startOn) {
    throw invalid(['endOn'], 'too-early', 'is before the start');
  }
}
