import type { ProjectKind } from '@evenkeel/core/projects/template';
import { AppError } from '../../platform/app-error.ts';

/**
 * The funnel of an initiative has rules of its own (ST-03, ST-14), which the feature of initiatives
 * keeps; here only client projects change their state.
 */
export function checkMovesHere(kind: ProjectKind): void {
  if (kind === 'client') return;
  throw new AppError(
    'wrong-state',
    'An initiative moves through the funnel by its own call, which asks for its approval.',
  );
}

/** A project does not change its kind (ST-01). */
export function checkKind(project: { readonly kind: ProjectKind }, kind: ProjectKind): void {
  if (project.kind === kind) return;
  const isNot = kind === 'client' ? 'a client project' : 'an initiative';
  throw new AppError('wrong-state', `This is not ${isNot}; a project does not change its kind.`);
}
