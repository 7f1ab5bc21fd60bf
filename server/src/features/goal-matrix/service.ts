import type { GoalId, ProjectId } from '@evenkeel/core/id';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import * as goals from '../goals/service.ts';
import * as initiatives from '../initiatives/service.ts';
import * as repository from './repository.ts';

type Link = {
  readonly projectId: ProjectId;
  readonly goalId: GoalId;
  readonly strength: number | null;
};

/** Live work of the kinds asked for, every goal, and what helps or hurts what. */
export async function getMatrix(scope: Scope, kinds: 'initiative' | 'all') {
  const wanted = kinds === 'all' ? (['initiative', 'client'] as const) : (['initiative'] as const);
  const projects = await repository.liveProjects(scope, wanted);
  const found = await goals.listGoals(scope, { limit: 5_000, sort: 'number' });
  const links = await repository.listLinks(scope);
  const live = new Set(projects.map((project) => project.id));
  return { projects, goals: found.rows, links: links.filter((link) => live.has(link.project_id)) };
}

/** The goals of one project of either kind. */
export async function goalsOfProject(scope: Scope, projectId: ProjectId) {
  await getProject(scope, projectId);
  return repository.listLinks(scope, projectId);
}

/** Whether a project has any link to a goal, helping or not. */
export async function isLinked(scope: Scope, projectId: ProjectId, goalId: GoalId) {
  const links = await repository.listLinks(scope, projectId);
  return links.some((link) => link.goal_id === goalId);
}

/** Says how much a project helps a goal; initiatives by their own rules (ST-03). */
export async function setStrength(scope: Scope, link: Link): Promise<void> {
  const { projectId, goalId, strength } = link;
  const project = await getProject(scope, projectId);
  if (!(await repository.hasGoal(scope, goalId))) {
    throw invalid(['goalId'], 'unknown', 'there is no such goal');
  }
  if (project.kind === 'client') return repository.putLink(scope, link);
  const links = await repository.listLinks(scope, projectId);
  const others = links
    .filter((one) => one.goal_id !== goalId)
    .map((one) => ({ goalId: one.goal_id, strength: one.strength }));
  const own = strength === null ? [] : [{ goalId, strength }];
  await initiatives.setGoals(scope, projectId, [...others, ...own]);
}

async function getProject(scope: Scope, id: ProjectId) {
  const project = await repository.findProject(scope, id);
  if (!project) throw new AppError('not-found', 'There is no such client project or initiative.');
  return project;
}
