import type { EffortSoFar, LoggedWork } from '@evenkeel/contract/time';
import { plainListState } from '../../ui/data-list/list-state.ts';
import { formatEffort } from '../../ui/format/effort.ts';
import type { DayRange } from './ranges.ts';

/** Names a task or a project as a whole. */
export function workKey(work: LoggedWork): string {
  return work.task?.id ?? work.project.id;
}

/** What people call it: the task, or the project. */
export function workName(work: LoggedWork): string {
  return work.task?.name ?? work.project.name;
}

/** What the API takes to log on it. */
export function askedWork(work: LoggedWork) {
  return { projectId: work.project.id, taskId: work.task?.id ?? null };
}

/** Where the page of the work is. */
export function workHref({ project, task }: LoggedWork): string {
  if (task) return `/tasks/${task.id}`;
  return project.kind === 'client'
    ? `/client-projects/${project.id}`
    : `/initiatives/${project.id}`;
}

/** Minutes of the estimate that are left once `more` are logged; null without an estimate. */
export function minutesLeft(soFar: EffortSoFar, more = 0): number | null {
  if (soFar.estimateMinutes === null) return null;
  return soFar.estimateMinutes - soFar.loggedMinutes - more;
}

/** `3:30 h of 10 h left`, `1 h over 10 h`, or nothing without an estimate (U16). */
export function leftInWords(soFar: EffortSoFar, more = 0): string {
  const left = minutesLeft(soFar, more);
  if (left === null) return '';
  const estimate = formatEffort(soFar.estimateMinutes ?? 0);
  return left < 0
    ? `${formatEffort(-left)} over ${estimate}`
    : `${formatEffort(left)} of ${estimate} left`;
}

/** The order of rows everywhere: client projects, then initiatives; by project, then task. */
export function compareWork(a: LoggedWork, b: LoggedWork): number {
  return (
    a.project.kind.localeCompare(b.project.kind) ||
    a.project.name.localeCompare(b.project.name) ||
    (a.task?.name ?? '').localeCompare(b.task?.name ?? '') ||
    workKey(a).localeCompare(workKey(b))
  );
}

/** The address of the entries behind a figure: those days, and what the figure is of. */
export function entriesHref(asked: {
  readonly days: DayRange;
  readonly projectId?: string;
  readonly personId?: string;
  readonly search?: string;
}): string {
  const filters = [
    { id: 'project', anyOf: asked.projectId },
    { id: 'person', anyOf: asked.personId },
  ].flatMap(({ id, anyOf }) => (anyOf ? [{ id, kind: 'choice', anyOf: [anyOf] }] : []));
  const view = { ...plainListState, filters, search: asked.search ?? '' };
  const inAddress = (value: unknown) => encodeURIComponent(JSON.stringify(value));
  return `/time/entries?days=${inAddress(asked.days)}&view=${inAddress(view)}`;
}
