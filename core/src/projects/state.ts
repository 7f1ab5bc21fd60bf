import type { ProjectKind } from './template.ts';

/** The funnel of a project (ST-39). A client project begins approved: it has been sold. */
export const projectStates = [
  'considered',
  'proposed',
  'approved',
  'executing',
  'completed',
  'shelved',
  'rejected',
] as const;
/** A step of the funnel. */
export type ProjectState = (typeof projectStates)[number];

/** The states that a client project can be in. */
export const clientProjectStates = ['approved', 'executing', 'completed', 'shelved'] as const;

/** States whose work is meant to be done, so that it takes capacity. */
export const committedStates = ['approved', 'executing'] as const;

/**
 * Where a state can go. Every step has its way back, so that a change can be undone.
 */
const steps: Record<ProjectState, readonly ProjectState[]> = {
  considered: ['proposed', 'shelved', 'rejected'],
  proposed: ['approved', 'considered', 'shelved', 'rejected'],
  approved: ['executing', 'proposed', 'shelved', 'rejected'],
  executing: ['completed', 'approved', 'shelved'],
  completed: ['executing'],
  shelved: ['considered', 'proposed', 'approved', 'executing'],
  rejected: ['considered', 'proposed', 'approved'],
};

/** What came of asking for another state. */
export type StateChange =
  | { readonly ok: true; readonly state: ProjectState; readonly reason: string }
  | { readonly ok: false; readonly why: 'no-such-step' | 'reason-needed' };

/** The states to which a project of this kind can go next, in the order of the funnel. */
export function nextStates(kind: ProjectKind, from: ProjectState): ProjectState[] {
  return steps[from].filter((state) => isStateOf(kind, state));
}

/** Whether projects of this kind can be in the state. */
export function isStateOf(kind: ProjectKind, state: ProjectState): boolean {
  return kind === 'initiative' || clientProjectStates.some((own) => own === state);
}

/** Whether the state is kept with its reason: shelved and rejected. */
export function needsReason(state: ProjectState): boolean {
  return state === 'shelved' || state === 'rejected';
}

/** Goes to another state; the reason stays only with the states that need one. */
export function changeState(
  project: { readonly kind: ProjectKind; readonly state: ProjectState },
  to: ProjectState,
  reason: string,
): StateChange {
  if (!nextStates(project.kind, project.state).includes(to)) {
    return { ok: false, why: 'no-such-step' };
  }
  if (!needsReason(to)) return { ok: true, state: to, reason: '' };
  const said = reason.trim();
  return said === '' ? { ok: false, why: 'reason-needed' } : { ok: true, state: to, reason: said };
}
