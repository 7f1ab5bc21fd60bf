import type { TaskId } from '@evenkeel/core/id';
import { Section } from '../../../ui/page/section.tsx';
import { useClientMilestones } from '../api.ts';
import { MilestoneLine } from './milestone-line.tsx';
import styles from './milestones.module.css';

type MilestonePanelProps = { readonly taskId: TaskId; readonly mayWrite: boolean };

/** What is asked and measured at one milestone of a client project, on its own page. */
export function MilestonePanel({ taskId, mayWrite }: MilestonePanelProps) {
  const [milestone] = useClientMilestones({ taskId }).data?.rows ?? [];
  if (!milestone) return null;
  return (
    <Section title="The client at this milestone">
      <ul className={styles['list']}>
        <MilestoneLine milestone={milestone} mayWrite={mayWrite} onAsk={null} />
      </ul>
    </Section>
  );
}
