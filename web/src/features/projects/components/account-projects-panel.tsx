import type { AccountId } from '@evenkeel/core/id';
import { DateText } from '../../../ui/marks/values.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { useAccountProjects } from '../api.ts';
import styles from './project.module.css';
import { ProjectStateMark } from './project-state-mark.tsx';

/** The client projects of one account, newest first. */
export function AccountProjectsPanel({ accountId }: { readonly accountId: AccountId }) {
  const { data } = useAccountProjects(accountId);
  if (!data) return null;
  if (data.rows.length === 0) return <p className={styles['none']}>No client project yet.</p>;
  return (
    <ul className={styles['projects']}>
      {data.rows.map((project) => (
        <li key={project.id}>
          <AppLink href={`/client-projects/${project.id}`} className={styles['project']}>
            <span className={styles['project-name']}>{project.name}</span>
            <ProjectStateMark state={project.state} />
            <DateText date={project.endOn} />
            <span className={styles['project-done']}>
              {project.figures.doneCount} of {project.figures.taskCount} tasks
            </span>
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
