import { type MilestoneView, milestones } from '@evenkeel/contract/milestones';
import type { TaskId } from '@evenkeel/core/id';
import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { problemOf } from '../../../ui/form/problem.ts';
import { formatDate } from '../../../ui/format/date.ts';
import { ProgressGlyph } from '../../../ui/marks/progress-glyph.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { useMilestoneWrite } from '../api.ts';
import { metricText } from '../model.ts';
import { MetricForm } from './metric-form.tsx';
import styles from './milestones.module.css';

type MilestoneLineProps = {
  readonly milestone: MilestoneView;
  readonly mayWrite: boolean;
  readonly onAsk: ((id: TaskId) => void) | null;
  /** With its name and day, where it stands among others. */
  readonly isNamed?: boolean;
};

/** One milestone: whether the client is asked there, and what they measure. */
export function MilestoneLine({ milestone, mayWrite, onAsk, isNamed }: MilestoneLineProps) {
  const { id, name, isDone, isClientVisible } = milestone;
  return (
    <li className={styles['line']}>
      {isNamed ? <Name milestone={milestone} /> : null}
      <div className={styles['facts']}>
        <AskCheck milestone={milestone} mayWrite={mayWrite} />
        {onAsk && isDone && isClientVisible ? (
          <Button
            variant="subtle"
            color="gray"
            aria-label={`Ask now about ${name}`}
            onClick={() => onAsk(id)}
          >
            Ask now
          </Button>
        ) : null}
      </div>
      <Metric milestone={milestone} mayWrite={mayWrite} />
    </li>
  );
}

function Name({ milestone }: { readonly milestone: MilestoneView }) {
  const { id, name, isDone, doneOn, dueOn } = milestone;
  const day = isDone ? doneOn : dueOn;
  return (
    <div className={styles['name']}>
      <ProgressGlyph shape={isDone ? 'done' : 'ring'} tone={isDone ? 'good' : 'neutral'} />
      <AppLink href={`/tasks/${id}`}>{name}</AppLink>
      {day ? (
        <span className={styles['dim']}>
          {isDone ? 'reached' : 'due'} {formatDate(day)}
        </span>
      ) : null}
    </div>
  );
}

type PartProps = Pick<MilestoneLineProps, 'milestone' | 'mayWrite'>;

function AskCheck({ milestone, mayWrite }: PartProps) {
  const { id, name, asksSatisfaction, isClientVisible } = milestone;
  const write = useMilestoneWrite(milestones.setSatisfaction);
  const set = async (asks: boolean) => {
    await write.mutateAsync({ params: { id }, body: { asksSatisfaction: asks } });
  };
  const change = async (asks: boolean) => {
    try {
      await set(asks);
      const message = asks
        ? `The client is asked once “${name}” is reached`
        : `The client is not asked about “${name}”`;
      notifyDone({ message, undo: () => set(!asks) });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <Checkbox
      label="Ask how satisfied they are"
      aria-label={`Ask how satisfied they are with ${name}`}
      description={
        asksSatisfaction && !isClientVisible ? 'Not while the milestone is hidden from them' : null
      }
      checked={asksSatisfaction}
      disabled={!mayWrite || write.isPending}
      onChange={(event) => void change(event.currentTarget.checked)}
    />
  );
}

function Metric({ milestone, mayWrite }: PartProps) {
  const [isOpen, setOpen] = useState(false);
  const { name, metric } = milestone;
  return (
    <div className={styles['metric']}>
      {metric ? (
        <>
          <ProgressGlyph shape={shapeOf(metric)} tone={metric.isReached ? 'good' : 'neutral'} />
          <span className={styles['metric-name']}>{metric.name}</span>
          <span className={styles['numbers']}>{metricText(metric)}</span>
          {metric.isClientVisible ? null : <span className={styles['dim']}>internal</span>}
        </>
      ) : null}
      {mayWrite ? (
        <Button
          variant="subtle"
          color="gray"
          aria-label={metric ? `Change ${metric.name}` : `Add a customer metric at ${name}`}
          onClick={() => setOpen(true)}
        >
          {metric ? 'Change' : 'Add a customer metric'}
        </Button>
      ) : metric ? null : (
        <span className={styles['dim']}>No customer metric</span>
      )}
      {isOpen ? <MetricForm milestone={milestone} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

function shapeOf({ isReached, progress }: NonNullable<MilestoneView['metric']>) {
  if (isReached) return 'done';
  if (progress === null || progress < 1_250) return 'ring';
  if (progress < 3_750) return 'quarter';
  return progress < 6_250 ? 'half' : 'three-quarters';
}
