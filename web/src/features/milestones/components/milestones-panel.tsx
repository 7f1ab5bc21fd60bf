import type { ProjectId, TaskId } from '@evenkeel/core/id';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useClientMilestones } from '../api.ts';
import { MilestoneLine } from './milestone-line.tsx';
import styles from './milestones.module.css';

type MilestonesPanelProps = {
  readonly projectId: ProjectId;
  readonly mayWrite: boolean;
  /** Asks about a milestone at once; null where nobody may. */
  readonly onAsk: ((id: TaskId) => void) | null;
};

/** The milestones of a client project: where satisfaction is asked for, what the client measures. */
export function MilestonesPanel({ projectId, mayWrite, onAsk }: MilestonesPanelProps) {
  const found = useClientMilestones({ projectId });
  return (
    <Loaded found={found} what="the milestones">
      {({ rows }) =>
        rows.length === 0 ? (
          <p className={styles['empty']}>
            The plan has no milestones yet. Mark a task as a milestone, and it stands here.
          </p>
        ) : (
          <ul className={styles['list']}>
            {rows.map((milestone) => (
              <MilestoneLine
                key={milestone.id}
                milestone={milestone}
                mayWrite={mayWrite}
                onAsk={onAsk}
                isNamed
              />
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
