import { Button } from '@mantine/core';
import { IconHandStop, IconPlus } from '@tabler/icons-react';
import { Section } from '../../ui/page/section.tsx';
import { useAdding } from '../../ui/page/use-adding.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import type { ClientSectionProps } from '../projects/client-project-page.tsx';
import { useClientDuties } from './api.ts';
import { ClientWaitsPanel } from './components/client-waits-panel.tsx';
import styles from './components/duties.module.css';
import { DutyForm } from './components/duty-form.tsx';
import { DutyLine } from './components/duty-line.tsx';

/** What we need from the client: what, who, by when; and whose the waiting was (CL-05, B15). */
export function ClientDutiesPanel({ project, mayWrite }: ClientSectionProps) {
  const found = useClientDuties({ projectId: project.id });
  const [isAdding, setAdding] = useAdding('Ask the client', mayWrite);
  return (
    <div className={styles['stack']}>
      <ClientWaitsPanel where={{ projectId: project.id }} />
      <Section
        title="What we need from the client"
        note="Each is a task on their side. They see it in the portal, with who is asked and by when."
        actions={
          mayWrite ? (
            <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
              Ask the client
            </Button>
          ) : null
        }
      >
        <Loaded found={found} what="what the client is asked for">
          {({ rows }) =>
            rows.length === 0 ? (
              <EmptyState
                icon={<IconHandStop size={20} stroke={1.6} />}
                title="Nothing is asked of the client"
              >
                Ask a contact for input or access by a day. What waits for it in the plan moves when
                it comes late, and the waiting counts on their side.
              </EmptyState>
            ) : (
              <ul className={styles['list']} aria-label="What we need from the client">
                {rows.map((duty) => (
                  <DutyLine key={duty.id} duty={duty} mayWrite={mayWrite} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Section>
      {isAdding ? <DutyForm project={project} onClose={() => setAdding(false)} /> : null}
    </div>
  );
}
