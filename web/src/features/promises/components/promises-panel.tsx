import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Section } from '../../../ui/page/section.tsx';
import { useAdding } from '../../../ui/page/use-adding.ts';
import type { ClientSectionProps } from '../../projects/client-project-page.tsx';
import { KeptRatePanel } from './kept-rate-panel.tsx';
import { PromiseList } from './promise-list.tsx';
import styles from './promises.module.css';
import { TellForm } from './tell-form.tsx';

/** What the client of a project was told, and how much of it was kept (B08). */
export function PromisesPanel({ project, mayWrite }: ClientSectionProps) {
  const [isAdding, setAdding] = useAdding('Write down a promise', mayWrite);
  return (
    <>
      <KeptRatePanel of={{ projectId: project.id }} />
      <Section
        title="What we told them, when"
        note="A date moves here by a notice, an agreement, or when somebody tells another one; never because the plan moved."
        actions={
          mayWrite ? (
            <Button
              variant="default"
              leftSection={<IconPlus size={15} />}
              onClick={() => setAdding(true)}
            >
              Write down a promise
            </Button>
          ) : null
        }
      >
        <div className={styles['fill']}>
          <PromiseList of={{ projectId: project.id }} />
        </div>
      </Section>
      {isAdding ? <TellForm project={project} onClose={() => setAdding(false)} /> : null}
    </>
  );
}
