import type { ProjectId } from '@evenkeel/core/id';
import { BurnPanel } from './burn-panel.tsx';
import { ComparedHoursPanel } from './compared-hours-panel.tsx';
import { OverAllocationsPanel } from './over-allocations-panel.tsx';

/** The hours of a project of either kind: what does not fit, the three numbers by person, the burn. */
export function ProjectHoursPanel({ projectId }: { readonly projectId: ProjectId }) {
  return (
    <>
      <OverAllocationsPanel of={{ projectId }} />
      <ComparedHoursPanel of={{ projectId }} by="person" />
      <BurnPanel projectId={projectId} />
    </>
  );
}
