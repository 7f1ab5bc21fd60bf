import type { Endpoint } from '@evenkeel/contract/endpoint';
import { projectHealth, projectPeople } from '@evenkeel/contract/project-people';
import { projects } from '@evenkeel/contract/projects';
import { soldProjects } from '@evenkeel/contract/sold-projects';
import { type TemplateView, templates } from '@evenkeel/contract/templates';
import type { AccountId, ProjectId } from '@evenkeel/core/id';
import type { ProjectKind } from '@evenkeel/core/projects/template';
import { useAllRows } from '../../lib/all-rows.ts';
import { useApi, useApiWrite } from '../../lib/queries.ts';

const subjects = [
  'forecast',
  'project',
  'phase',
  'task',
  'time_entry',
  'person',
  'team',
  'account',
  'deal',
  'hand_off',
  'assignment',
  'health_statement',
  'project_person',
];

/** Every client project, the newest first. */
export function useClientProjects() {
  return useAllRows(projects.list, { kind: 'client', sort: '-number' }, 'project', toldBy);
}

/** What is said of how a project stands. */
const toldBy = ['health_statement'];

/** The client projects of an account. */
export function useAccountProjects(accountId: AccountId) {
  const query = { kind: 'client', accountId, sort: '-number', limit: 50 } as const;
  return useApi(projects.list, { query }, { subjects });
}

export function useProject(id: ProjectId) {
  return useApi(projects.get, { params: { id } }, { subjects });
}

/** How a project was said to stand, the latest first. */
export function useProjectHealth(id: ProjectId) {
  return useApi(projectHealth.list, { params: { id } }, { subjects });
}

/** Who is on a project and what each has done. */
export function useProjectPeople(id: ProjectId) {
  return useApi(projectPeople.list, { params: { id } }, { subjects });
}

/** Where each field of a project came from. */
export function useOrigins(id: ProjectId) {
  return useApi(projects.origins, { params: { id } }, { subjects: [...subjects, 'origin'] });
}

const soldSubjects = [
  'scope_line',
  'project_contact',
  'project_customer_goal',
  'sold_promise',
  'project',
  'task',
  'time_entry',
];

/** What was sold with a client project, for whom and what for. */
export function useSoldProject(id: ProjectId) {
  return useApi(soldProjects.get, { params: { id } }, { subjects: soldSubjects });
}

/** Any of the calls that write what was sold. */
export function useSoldWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: soldSubjects });
}

/** Any of the calls that write projects. */
export function useProjectWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects });
}

/** The templates of one kind of work, by name. */
export function useTemplates(kind: ProjectKind): readonly TemplateView[] {
  const found = useApi(templates.list, { query: { kind } }, { subjects: ['template', 'role'] });
  return found.data?.rows ?? noTemplates;
}

const noTemplates: readonly TemplateView[] = [];
