import type { ProjectState } from '@evenkeel/core/projects/state';

/** The funnel of both kinds of work in the words of the screens (ST-39). */
export const projectStateLabels: Record<ProjectState, string> = {
  considered: 'Considered',
  proposed: 'Proposed',
  approved: 'Approved',
  executing: 'Executing',
  completed: 'Completed',
  shelved: 'Shelved',
  rejected: 'Rejected',
};

/** The shape that stands for each, as `ui/marks/progress-glyph` draws it. */
export const projectStateShapes = {
  considered: 'dashed',
  proposed: 'quarter',
  approved: 'half',
  executing: 'three-quarters',
  completed: 'done',
  shelved: 'ring',
  rejected: 'cancelled',
} as const satisfies Record<ProjectState, string>;
