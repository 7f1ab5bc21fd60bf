import type { LoggedWork } from '@evenkeel/contract/time';
import { KindDot, kindLabels } from '../../../ui/marks/kind-badge.tsx';
import styles from './work.module.css';

/** A task with its project, or a project, with its kind. */
export function WorkLabel({ work }: { readonly work: LoggedWork }) {
  const { project, task } = work;
  return (
    <span className={styles['work']}>
      <KindDot kind={project.kind} label={kindLabels[project.kind]} />
      <span
        className={styles['name']}
        title={task ? `${task.name}, ${project.name}` : project.name}
      >
        {task?.name ?? project.name}
      </span>
      <span className={styles['project']}>{task ? project.name : 'whole project'}</span>
    </span>
  );
}
