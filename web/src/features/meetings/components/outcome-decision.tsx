import { type AgendaItemView, type MeetingView, meetings } from '@evenkeel/contract/meetings';
import { Button } from '@mantine/core';
import { IconGavel } from '@tabler/icons-react';
import { problemOf } from '../../../ui/form/problem.ts';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { useMeetingWrite } from '../api.ts';
import styles from './meetings.module.css';

type OutcomeDecisionProps = {
  readonly meeting: MeetingView;
  /** What holds the outcome: the meeting, or a point of its agenda with `itemId`. */
  readonly of: Pick<MeetingView | AgendaItemView, 'outcome' | 'decision'>;
  readonly itemId?: AgendaItemView['id'];
  readonly name: string;
  readonly mayWrite: boolean;
};

/** The decision that an outcome was written down as, or the way to write it down. */
export function OutcomeDecision({ meeting, of, itemId, name, mayWrite }: OutcomeDecisionProps) {
  const decide = useMeetingWrite(meetings.decide);
  if (of.decision) {
    return (
      <span className={styles['decision']}>
        <IconGavel size={15} stroke={1.6} aria-hidden />
        <span>
          Decision: <AppLink href={`/decisions/${of.decision.id}`}>{of.decision.name}</AppLink>
        </span>
      </span>
    );
  }
  if (!mayWrite || meeting.project === null || of.outcome.trim() === '') return null;
  const write = async () => {
    try {
      const body = itemId ? { itemId } : {};
      await decide.mutateAsync({ params: { id: meeting.id }, body });
      notifyDone({ message: 'Written down as a decision of the project' });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <Button
      className={styles['decision'] ?? ''}
      variant="subtle"
      size="compact-sm"
      leftSection={<IconGavel size={15} stroke={1.6} />}
      loading={decide.isPending}
      aria-label={`Make a decision of what came of ${name}`}
      onClick={() => void write()}
    >
      Make it a decision
    </Button>
  );
}
