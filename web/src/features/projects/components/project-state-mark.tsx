import type { ProjectState } from '@evenkeel/core/projects/state';
import { projectStateLabels, projectStateShapes } from '../../../lib/project-state.ts';
import { StageMark } from '../../../ui/marks/stage-mark.tsx';

/** The state of a project with its glyph. */
export function ProjectStateMark({ state }: { readonly state: ProjectState }) {
  return <StageMark label={projectStateLabels[state]} shape={projectStateShapes[state]} />;
}
