import { type HandOffView, handOffs } from '@evenkeel/contract/hand-offs';
import { projects } from '@evenkeel/contract/projects';
import type { ProjectId } from '@evenkeel/core/id';
import { useOpen } from '../../ui/navigation/use-open.ts';
import { notifyDone, notifyFailed } from '../../ui/notify/notify.tsx';
import { useHandOffWrite } from './api.ts';
import { type Chosen, choicesOf } from './components/choice-form.tsx';

/** Accepts a hand-off and opens the project; Undo puts the project away and proposes again. */
export function useAcceptHandOff(handOff: HandOffView) {
  const accept = useHandOffWrite(handOffs.accept);
  const propose = useHandOffWrite(handOffs.propose);
  const remove = useHandOffWrite(projects.remove);
  const open = useOpen();
  const params = { id: handOff.id };
  const undo = (projectId: ProjectId, version: number) => async () => {
    await remove.mutateAsync({ params: { id: projectId } });
    await propose.mutateAsync({ params, version });
    open(`/hand-offs/${handOff.id}`);
  };
  const run = async (chosen: Chosen): Promise<void> => {
    const { projectManager } = chosen;
    if (!projectManager) return;
    try {
      const { project, version } = await accept.mutateAsync({
        params,
        version: handOff.version,
        body: { ...choicesOf(chosen), projectManagerId: projectManager.id },
      });
      if (!project) return;
      notifyDone({
        message: `Client project ${project.name} stands`,
        undo: undo(project.id, version),
      });
      open(`/client-projects/${project.id}`);
    } catch (error) {
      notifyFailed({
        message: error instanceof Error ? error.message : 'The hand-off was not accepted.',
      });
    }
  };
  return { run, isPending: accept.isPending };
}
