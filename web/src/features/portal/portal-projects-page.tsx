import { portalWords } from '@evenkeel/core/words/portal';
import { IconBriefcase } from '@tabler/icons-react';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { useDocumentTitle } from '../../ui/navigation/use-document-title.ts';
import { StateBlock } from '../../ui/states/state-block.tsx';
import styles from './portal.module.css';
import { usePortal, usePortalWords } from './portal-context.ts';

/** The projects that the reader may open. */
export function PortalProjectsPage() {
  const { firm, projects } = usePortal();
  const words = usePortalWords(portalWords);
  useDocumentTitle(words('projects'));
  return (
    <>
      <h1 className={styles['title']}>{words('projects')}</h1>
      {projects.length === 0 ? (
        <StateBlock icon={<IconBriefcase size={20} stroke={1.6} />} title={words('noProjects')}>
          <p>{words('noProjectsHint', { firm: firm.name })}</p>
        </StateBlock>
      ) : (
        <ul className={styles['list']}>
          {projects.map((project) => (
            <li key={project.id}>
              <AppLink href={`/portal/projects/${project.id}`} className={styles['line']}>
                <span className={styles['name']}>{project.name}</span>
                <span className={styles['note']}>
                  {project.isCompleted ? words('completed') : project.account.name}
                </span>
              </AppLink>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
