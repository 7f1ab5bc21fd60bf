import type { DateTraceView } from '@evenkeel/contract/decisions';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { TraceEnd } from '@evenkeel/core/decisions/date-trace';
import type { Id } from '@evenkeel/core/id';
import { subjectPath } from '@evenkeel/core/subject';
import { Button } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useState } from 'react';
import { SidePanel } from '../../../ui/figure/side-panel.tsx';
import { formatDate, formatInstant } from '../../../ui/format/date.ts';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useDateTrace } from '../api.ts';
import styles from './decisions.module.css';

type WhyDatePanelProps = {
  readonly subject: {
    readonly kind: 'task' | 'client-project' | 'initiative';
    readonly id: Id<string>;
  };
  readonly name: string;
  readonly day: CalendarDate | null;
  /** What the button says where no day is written, but one follows from others. */
  readonly whatElse?: string;
};

/** “Why is this date the 12th of May?”: a button that opens the way back (B10). */
export function WhyDatePanel({ subject, name, day, whatElse }: WhyDatePanelProps) {
  const [isOpen, setOpen] = useState(false);
  const question = day === null ? whatElse : `Why ${formatDate(day)}?`;
  if (question === undefined) return null;
  return (
    <>
      <Button
        variant="subtle"
        size="compact-xs"
        leftSection={<IconRoute size={14} />}
        onClick={() => setOpen(true)}
      >
        {question}
      </Button>
      <SidePanel
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={day === null ? question : `Why is it ${formatDate(day)}?`}
        note={name}
        width={520}
      >
        {isOpen ? <Trace subject={subject} /> : null}
      </SidePanel>
    </>
  );
}

function Trace({ subject }: Pick<WhyDatePanelProps, 'subject'>) {
  const found = useDateTrace({ kind: subject.kind, id: subject.id });
  return (
    <Loaded found={found} what="the way back">
      {(trace) => (
        <>
          <Told trace={trace} />
          {trace.through ? (
            <p className={styles['dim']}>
              No end is written on the project: it ends with its last task,{' '}
              <AppLink href={`/tasks/${trace.through.id}`}>{trace.through.name}</AppLink>.
            </p>
          ) : null}
          <ol className={styles['steps']} aria-label="The way back">
            {trace.steps.map((step, place) => {
              const isEnd = place === trace.steps.length - 1;
              return (
                <li
                  key={step.at}
                  className={isEnd ? `${styles['step']} ${styles['end']}` : styles['step']}
                >
                  <Step step={step} end={isEnd ? trace.end : null} />
                </li>
              );
            })}
          </ol>
        </>
      )}
    </Loaded>
  );
}

const endLabels: Record<TraceEnd, string> = {
  decision: 'Decision',
  'change-request': 'Accepted change',
  'delay-notice': 'Accepted delay notice',
  'hand-off': 'Hand-off from the sale',
  'first-plan': 'First plan',
};

type StepProps = {
  readonly step: DateTraceView['steps'][number];
  readonly end: TraceEnd | null;
};

function Step({ step, end }: StepProps) {
  const { anchor, from, to, at, by, isCreation } = step;
  const path = anchor && subjectPath(anchor);
  const day = to === null ? 'no date' : formatDate(to);
  return (
    <>
      <div>{isCreation || from === null ? `Set to ${day}` : `${formatDate(from)} → ${day}`}</div>
      <div className={styles['dim']}>
        {formatInstant(at)}
        {by ? `, ${by}` : ''}
      </div>
      {end ? (
        <div className={styles['chosen']}>
          {endLabels[end]}
          {anchor ? ': ' : ''}
          {anchor && path ? <AppLink href={path}>{anchor.name}</AppLink> : anchor?.name}
        </div>
      ) : null}
    </>
  );
}

function Told({ trace }: { readonly trace: DateTraceView }) {
  if (!trace.promise) return null;
  const { day, toldAt } = trace.promise;
  const isOther = trace.day !== null && day !== trace.day;
  return (
    <p className={styles['dim']}>
      The client was told {formatDate(day)} ({formatInstant(toldAt)})
      {isOther ? ', which is not the day by the plan.' : '.'}
    </p>
  );
}
