import { type AllocationCertainty, isOpenState } from '@evenkeel/core/capacity/allocation';
import type { Issue } from '@evenkeel/core/issue';
import { committedStates, type ProjectState } from '@evenkeel/core/projects/state';
import { AppError } from '../../platform/app-error.ts';

type Project = { readonly name: string; readonly state: ProjectState };

/**
 * Hours are planned on work that can still be done, and confirmed only on work that the firm means to
 * do: one not yet approved takes tentative hours.
 */
export function checkProject(
  project: Project,
  certainty: AllocationCertainty,
  path: Issue['path'],
): void {
  if (!isOpenState(project.state)) {
    throw refusal(
      [...path, 'projectId'],
      `${project.name} is ${project.state}: nobody can be allocated to it. Open it again first.`,
    );
  }
  if (certainty === 'tentative' || committedStates.some((state) => state === project.state)) return;
  throw refusal(
    [...path, 'certainty'],
    `${project.name} is not approved yet: plan it tentatively, or have it approved first.`,
  );
}

function refusal(path: Issue['path'], message: string): AppError {
  return new AppError('wrong-state', message, { issues: [{ path, code: 'wrong-state', message }] });
}
