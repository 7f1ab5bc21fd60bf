import type { ProjectId } from '@evenkeel/core/id';
import { useState } from 'react';
import { useMay } from '../../lib/session.ts';
import { useAddressState } from '../../ui/navigation/use-address-state.ts';
import { useOpen } from '../../ui/navigation/use-open.ts';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { beginTaskImport } from './api.ts';
import { ErrorLine, importPage, NoTaskImportPermission } from './components/page-parts.tsx';
import { TaskDropPanel } from './components/task-drop-panel.tsx';
import styles from './components/task-imports.module.css';

const isText = (value: unknown): value is string | null => typeof value === 'string';

/** Where an import of tasks begins; the address may name the project that they go into. */
export function TaskImportStartPage() {
  const mayImport = useMay('manage');
  const open = useOpen();
  const [projectId] = useAddressState<string | null>('project', null, isText);
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  if (!mayImport) return <NoTaskImportPermission />;
  const begin = async (file: File) => {
    setSending(true);
    setRefusal(null);
    try {
      // The server refuses what is no id of a project.
      open(`/import/tasks/${await beginTaskImport(projectId as ProjectId | null, file)}`);
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : 'The file was not sent.');
    } finally {
      setSending(false);
    }
  };
  return (
    <Page title="Import tasks" breadcrumbs={[importPage]}>
      <div className={styles['body']}>
        {refusal === null ? null : <ErrorLine>{refusal}</ErrorLine>}
        <TaskDropPanel busy={isSending} onFile={(file) => void begin(file)} />
        <Section title="What can come in">
          <ul className={styles['left']}>
            {sources.map(({ what, how }) => (
              <li key={what}>
                <span className={styles['left-what']}>{what}</span>
                <span className={styles['meta']}>{how}</span>
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </Page>
  );
}

const sources = [
  {
    what: 'Microsoft Project',
    how: 'Save As, XML. Outline, dates, constraints, links with lag, progress, people, baselines, custom fields.',
  },
  {
    what: 'Trello',
    how: 'Menu of the board, Print, export and share, Export as JSON. Lists, cards, checklists, labels, members, comments, custom fields.',
  },
  {
    what: 'Jira',
    how: 'Issues, Export, CSV (all fields). Epics, sub-tasks, estimates, labels, sprints, “blocks”, comments, custom fields.',
  },
  {
    what: 'Any other program',
    how: 'A CSV whose first row names the columns. Only the name of a task is needed.',
  },
] as const;
