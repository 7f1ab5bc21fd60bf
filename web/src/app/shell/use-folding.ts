import { workspaces } from '@evenkeel/contract/workspaces';
import { useState } from 'react';
import { useApiWrite } from '../../lib/queries.ts';
import type { NavigationGroup } from '../navigation.ts';

/** Groups of the sidebar that are folded away, kept for the member on every device. */
export function useFolding(kept: readonly string[]) {
  const [folded, setFolded] = useState(kept);
  const save = useApiWrite(workspaces.foldSidebar, { subjects: [] });
  const fold = (label: string) => {
    const next = folded.includes(label)
      ? folded.filter((one) => one !== label)
      : [...folded, label];
    setFolded(next);
    // It only spares a click next time: nobody is bothered when it cannot be kept.
    save.mutate({ body: { foldedGroups: next } });
  };
  const isFolded = ({ label }: NavigationGroup) => label !== undefined && folded.includes(label);
  return { isFolded, fold };
}
