import type { PortalProject } from '@evenkeel/contract/portal/portal';
import type { ProjectId } from '@evenkeel/core/id';
import { portalWords } from '@evenkeel/core/words/portal';
import { portalPageWords } from '@evenkeel/core/words/portal-pages';
import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { useDocumentTitle } from '../../ui/navigation/use-document-title.ts';
import { usePathParameter } from '../../ui/navigation/use-path-parameter.ts';
import { LoadingState } from '../../ui/states/loading-state.tsx';
import { StateBlock } from '../../ui/states/state-block.tsx';
import { usePortalProject } from './api.ts';
import styles from './portal.module.css';
import { usePortal, usePortalWords } from './portal-context.ts';
import { isGone } from './problem.ts';
import { portalSections } from './sections.ts';

type PortalProjectPageProps = {
  /** The section's path; empty for the overview. */
  readonly section: string;
  readonly children: (project: PortalProject) => ReactNode;
};

/** One section of a project in the portal: its name, the way to the other sections, the content. */
export function PortalProjectPage({ section, children }: PortalProjectPageProps) {
  // The route's parameter is whatever stands in the address; the server refuses what is no id.
  const id = usePathParameter('projectId') as ProjectId;
  const found = usePortalProject(id);
  // What was closed while it was open is not shown on: the last answer counts.
  if (found.data && !isGone(found.error)) {
    return (
      <OpenProject project={found.data} section={section}>
        {children(found.data)}
      </OpenProject>
    );
  }
  return found.error ? (
    <Refused error={found.error} onRetry={() => void found.refetch()} />
  ) : (
    <LoadingState />
  );
}

type OpenProjectProps = {
  readonly project: PortalProject;
  readonly section: string;
  readonly children: ReactNode;
};

function OpenProject({ project, section, children }: OpenProjectProps) {
  useDocumentTitle(project.name);
  return (
    <div className={styles['project']}>
      <h1 className={styles['title']}>{project.name}</h1>
      <SectionBar project={project} section={section} />
      <div className={styles['content']}>{children}</div>
    </div>
  );
}

function SectionBar({ project, section }: Omit<OpenProjectProps, 'children'>) {
  const { language } = usePortal();
  const words = usePortalWords(portalPageWords);
  const bar = useRef<HTMLElement>(null);
  // On a phone the row is wider than the screen: where the reader is comes into sight.
  useEffect(() => {
    const here = bar.current?.querySelector<HTMLElement>(`[data-section="${section}"]`);
    if (bar.current && here) bar.current.scrollLeft = here.offsetLeft - 32;
  }, [section]);
  const shown = portalSections.filter(({ isShown }) => isShown?.(project) ?? true);
  return (
    <nav ref={bar} className={styles['sections']} aria-label={words('sections')}>
      {shown.map(({ path, group, name, icon: Icon }, index) => (
        <AppLink
          key={path}
          href={`/portal/projects/${project.id}${path === '' ? '' : `/${path}`}`}
          className={styles['section']}
          data-section={path}
          data-begins={index > 0 && shown[index - 1]?.group !== group ? true : undefined}
          aria-current={path === section ? 'page' : undefined}
        >
          <Icon size={16} stroke={1.6} aria-hidden />
          {name(language)}
        </AppLink>
      ))}
    </nav>
  );
}

/** Whether it does not exist or is not theirs is not told. */
function Refused({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const words = usePortalWords(portalWords);
  const isOver = isGone(error);
  return (
    <StateBlock
      role="alert"
      title={words(isOver ? 'notFound' : 'failed')}
      actions={
        isOver ? (
          <AppLink href="/portal">{words('back')}</AppLink>
        ) : (
          <Button variant="default" onClick={onRetry}>
            {words('tryAgain')}
          </Button>
        )
      }
    >
      {isOver ? <p>{words('notFoundHint')}</p> : null}
    </StateBlock>
  );
}
