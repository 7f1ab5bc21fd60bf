import type { InitiativeChange, InitiativeRow, initiatives } from '@evenkeel/contract/initiatives';
import { problemOf } from '../../../ui/form/problem.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { useInitiativeWrite } from '../api.ts';

/** Changes where an initiative stands in a view, and offers to put it back. */
export function usePlaceRow(endpoint: typeof initiatives.update) {
  const write = useInitiativeWrite(endpoint);
  return (row: InitiativeRow, body: InitiativeChange, before: InitiativeChange): void => {
    const save = async (change: InitiativeChange, version: number) => {
      try {
        return await write.mutateAsync({ params: { id: row.id }, version, body: change });
      } catch (thrown) {
        notifyFailed({ message: problemOf(thrown).title });
        return null;
      }
    };
    void save(body, row.version).then((saved) => {
      if (!saved) return;
      notifyDone({
        message: `“${row.name}” moved`,
        undo: async () => void (await save(before, saved.version)),
      });
    });
  };
}
