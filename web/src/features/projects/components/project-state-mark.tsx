import type { ProjectState } from '@evenkeel/core/projects/state';
import { StageMark } from '../../../ui/marks/stage-mark.tsx';
import { projectStateLabels, projectStateShapes } from '../model.ts';

/** The state of a project with its glyph. */
export function ProjectStateMark({ state }: { readonly state: ProjectState }) {
  return <StageMark label={projectStateLabels[state]} shape={projectStateShapes[state]} />;
}
