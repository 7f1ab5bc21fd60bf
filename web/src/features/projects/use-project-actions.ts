import { type ClientProjectView, projects } from '@evenkeel/contract/projects';
import type { ProjectState } from '@evenkeel/core/projects/state';
import { projectStateLabels } from '../../lib/project-state.ts';
import { notifyDone, notifyFailed } from '../../ui/notify/notify.tsx';
import { useProjectWrite } from './api.ts';

/** What can be done with a client project as a whole; each says its outcome and offers Undo. */
export function useProjectActions(project: ClientProjectView) {
  const move = useProjectWrite(projects.changeState);
  const params = { id: project.id };
  const changeState = async (state: ProjectState, reason = ''): Promise<void> => {
    const moved = await move.mutateAsync({
      params,
      version: project.version,
      body: { state, reason },
    });
    const undo = async () => {
      const body = { state: project.state, reason: project.stateReason };
      await move.mutateAsync({ params, version: moved.version, body });
    };
    notifyDone({ message: `${project.name} is ${projectStateLabels[state].toLowerCase()}`, undo });
  };
  return {
    /** Throws what the server refuses, for the form that asks for the reason. */
    changeState,
    moveTo: async (state: ProjectState) => {
      try {
        await changeState(state);
      } catch (error) {
        notifyFailed({
          message: error instanceof Error ? error.message : 'The state was not changed.',
        });
      }
    },
  };
}
