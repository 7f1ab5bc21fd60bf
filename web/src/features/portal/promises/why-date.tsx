import type { PortalDateTrace } from '@evenkeel/contract/portal/promises';
import type { TraceEnd } from '@evenkeel/core/decisions/date-trace';
import type { Id, ProjectId } from '@evenkeel/core/id';
import { delayNoticeWords } from '@evenkeel/core/words/delay-notice';
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { usePortalWords } from '../portal-context.ts';
import { PortalLoaded } from '../portal-loaded.tsx';
import { usePortalFormats } from '../use-formats.ts';
import { usePortalDateTrace } from './api.ts';
import styles from './dates.module.css';

type WhyDateProps = {
  readonly projectId: ProjectId;
  readonly subject: { readonly kind: 'task' | 'client-project'; readonly id: Id<string> };
  readonly wording: string;
};

/** “Why this date?”: a button that opens the way back, by what the reader was told (B10). */
export function WhyDate(props: WhyDateProps) {
  const words = usePortalWords(delayNoticeWords);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        className={styles['why'] ?? ''}
        aria-label={`${words('why')} ${props.wording}`}
        onClick={() => setOpen(true)}
      >
        {words('why')}
      </Button>
      {isOpen ? <Way {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Way({ projectId, subject, wording, onClose }: WhyDateProps & { onClose: () => void }) {
  const words = usePortalWords(delayNoticeWords);
  const { kind, id } = subject;
  const found = usePortalDateTrace(projectId, { kind, id });
  return (
    <Modal
      opened
      onClose={onClose}
      title={words('why')}
      closeButtonProps={{ 'aria-label': words('cancel') }}
    >
      <p className={styles['about']}>{wording}</p>
      <PortalLoaded found={found}>
        {({ steps, end }) => (
          <ol className={styles['steps']} aria-label={words('why')}>
            {steps.map((step, place) => (
              <li key={step.toldAt} className={styles['step']}>
                <Step step={step} />
                {place === steps.length - 1 ? (
                  <End projectId={projectId} step={step} end={end} />
                ) : null}
              </li>
            ))}
          </ol>
        )}
      </PortalLoaded>
    </Modal>
  );
}

type StepProps = { readonly step: PortalDateTrace['steps'][number] };

function Step({ step: { from, to, toldAt } }: StepProps) {
  const words = usePortalWords(delayNoticeWords);
  const formats = usePortalFormats();
  const day = to === null ? '–' : formats.day(to);
  return (
    <>
      <div className={styles['name']}>
        {from === null
          ? words('toldAs', { day })
          : words('becameDay', { from: formats.day(from), to: day })}
      </div>
      <div className={styles['dim']}>{words('toldOn', { day: formats.moment(toldAt) })}</div>
    </>
  );
}

const endKeys = {
  decision: 'endDecision',
  'change-request': 'endChange',
  'delay-notice': 'endNotice',
  'hand-off': 'endOrder',
  'first-plan': 'endFirst',
} as const satisfies Record<TraceEnd, string>;

/** Where the reader finds what a date stands on; the order and the first plan have no page of theirs. */
const endPaths: Partial<Record<TraceEnd, string>> = {
  decision: 'decisions',
  'change-request': 'changes',
  'delay-notice': 'delay-notices',
};

type EndProps = StepProps & { readonly projectId: ProjectId; readonly end: TraceEnd };

function End({ projectId, step, end }: EndProps) {
  const words = usePortalWords(delayNoticeWords);
  const path = endPaths[end];
  const text = words(endKeys[end], { name: step.anchor?.name ?? '' });
  return (
    <div className={styles['stands']}>
      {path && step.anchor ? (
        <AppLink href={`/portal/projects/${projectId}/${path}#${step.anchor.id}`}>{text}</AppLink>
      ) : (
        text
      )}
    </div>
  );
}
