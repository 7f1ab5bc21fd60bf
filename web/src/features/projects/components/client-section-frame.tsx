import type { ProjectId } from '@evenkeel/core/id';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { clientSectionGroups } from '../client-sections.ts';
import styles from './client-section-frame.module.css';

type ClientSectionFrameProps = {
  readonly projectId: ProjectId;
  /** Path of the section that is open. */
  readonly path: string;
  readonly children: ReactNode;
};

/** The way between the sections that look to the client: beside the open one, on a phone above it. */
export function ClientSectionFrame({ projectId, path, children }: ClientSectionFrameProps) {
  const bar = useRef<HTMLElement>(null);
  // Where the bar is a row wider than the screen, the open section comes into sight.
  useLayoutEffect(() => {
    const open = bar.current?.querySelector<HTMLElement>(`[data-section="${path}"]`);
    if (bar.current && open) bar.current.scrollLeft = open.offsetLeft - 48;
  }, [path]);
  return (
    <div className={styles['frame']}>
      <nav ref={bar} className={styles['bar']} aria-label="Client">
        {clientSectionGroups.map(({ label, sections }) => (
          <div key={label} className={styles['group']}>
            <span className={styles['title']}>{label}</span>
            {sections.map((section) => (
              <AppLink
                key={section.path}
                href={`/client-projects/${projectId}/client/${section.path}`}
                className={styles['section']}
                data-section={section.path}
                aria-current={section.path === path ? 'page' : undefined}
              >
                {section.label}
              </AppLink>
            ))}
          </div>
        ))}
      </nav>
      <div className={styles['content']}>{children}</div>
    </div>
  );
}
