import { Button } from '@mantine/core';
import { IconArrowsExchange, IconPlus } from '@tabler/icons-react';
import { Section } from '../../ui/page/section.tsx';
import { useAdding } from '../../ui/page/use-adding.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import type { ClientSectionProps } from '../projects/client-project-page.tsx';
import { useChangeRequests } from './api.ts';
import { ChangeForm } from './components/change-form.tsx';
import { ChangeItem } from './components/change-item.tsx';
import styles from './components/changes.module.css';

/** Changes that either side asks for, with their effect before they are accepted (CR-20). */
export function ChangesPanel({ project, mayWrite }: ClientSectionProps) {
  const found = useChangeRequests(project.id);
  const [isAdding, setAdding] = useAdding('Ask for a change', mayWrite);
  return (
    <Section
      title="Change requests"
      note="The client sees dates and price once you send it. Accepted, it is made exactly as it was shown."
      actions={
        mayWrite ? (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
            Ask for a change
          </Button>
        ) : null
      }
    >
      <Loaded found={found} what="the change requests">
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState
              icon={<IconArrowsExchange size={20} stroke={1.6} />}
              title="No change requests"
            >
              What either side wants to be different from what was agreed. Say what work it takes,
              and its effect on dates, hours and price is computed before anybody accepts it.
            </EmptyState>
          ) : (
            <ul className={styles['list']} aria-label="Change requests">
              {rows.map((change) => (
                <ChangeItem
                  key={change.id}
                  change={change}
                  projectId={project.id}
                  mayWrite={mayWrite}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      {isAdding ? <ChangeForm projectId={project.id} onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}
