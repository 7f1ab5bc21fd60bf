import type { DeliverableView } from '@evenkeel/contract/deliverables';
import { Button } from '@mantine/core';
import { IconPackageExport, IconPlus } from '@tabler/icons-react';
import { readerToday } from '../../ui/format/date.ts';
import { StageMark } from '../../ui/marks/stage-mark.tsx';
import { RelativeDate } from '../../ui/marks/values.tsx';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { Section } from '../../ui/page/section.tsx';
import { useAdding } from '../../ui/page/use-adding.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import type { ClientSectionProps } from '../projects/client-project-page.tsx';
import { useDeliverables } from './api.ts';
import { DeliverableForm } from './components/deliverable-form.tsx';
import styles from './components/deliverables.module.css';
import { stateMarks } from './words.ts';

/** What is handed to the client for approval, and where each stands (CL-25, PM-20). */
export function DeliverablesPanel({ project, mayWrite }: ClientSectionProps) {
  const found = useDeliverables(project.id);
  const [isAdding, setAdding] = useAdding('Add a deliverable', mayWrite);
  const add = mayWrite ? (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
      Add a deliverable
    </Button>
  ) : null;
  return (
    <Section
      title="Deliverables"
      note="What you hand over for approval. An approved version stays as it was approved."
      actions={add}
    >
      <Loaded found={found} what="the deliverables">
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState
              icon={<IconPackageExport size={20} stroke={1.6} />}
              title="No deliverables yet"
            >
              Add what the client is to approve, put its files on it, and ask named contacts for
              their approval by a day.
            </EmptyState>
          ) : (
            <ul className={styles['list']} aria-label="Deliverables">
              {rows.map((one) => (
                <Line key={one.id} deliverable={one} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {isAdding ? (
        <DeliverableForm projectId={project.id} onClose={() => setAdding(false)} />
      ) : null}
    </Section>
  );
}

function Line({ deliverable }: { readonly deliverable: DeliverableView }) {
  const { label, shape, tone } = stateMarks[deliverable.state];
  const [latest] = deliverable.versions;
  const waiting = latest?.approvals.filter(({ decision }) => decision === null) ?? [];
  return (
    <li className={styles['line']}>
      <AppLink className={styles['name']} href={`/deliverables/${deliverable.id}`}>
        {deliverable.name}
      </AppLink>
      <span className={styles['dim']}>{deliverable.milestone?.name ?? ''}</span>
      <span>{latest ? `Version ${latest.number}` : ''}</span>
      <StageMark label={label} shape={shape} tone={tone} />
      {latest?.state === 'asked' && latest.dueOn ? (
        <span>
          {waiting.map(({ contact }) => contact.name).join(', ')}{' '}
          <RelativeDate date={latest.dueOn} today={readerToday()} />
        </span>
      ) : (
        <span />
      )}
    </li>
  );
}
