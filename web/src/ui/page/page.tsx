import { ActionIcon } from '@mantine/core';
import { IconChevronRight, IconMenu2 } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { joinClasses } from '../join-classes.ts';
import { AppLink } from '../navigation/app-link.tsx';
import { useDocumentTitle } from '../navigation/use-document-title.ts';
import styles from './page.module.css';
import { usePageFrame } from './page-frame.ts';
import { type PageTab, PageTabs } from './page-tabs.tsx';
import { useReachableScroll } from './use-reachable-scroll.ts';

export type Breadcrumb = { readonly label: string; readonly href: string };

type PageProps = {
  readonly title: string;
  readonly breadcrumbs?: readonly Breadcrumb[];
  /** Quiet buttons and menus of the bar. */
  readonly actions?: ReactNode;
  /** The one primary button. */
  readonly primary?: ReactNode;
  readonly tabs?: readonly PageTab[];
  /** A second bar under the first: filters, sums. */
  readonly toolbar?: ReactNode;
  /**
   * `scroll`: a document with margins. `fill`: the content fills the panel and scrolls inside itself
   * (lists, boards, charts over the whole width).
   */
  readonly layout?: 'scroll' | 'fill';
  readonly children: ReactNode;
};

/** One page in the panel: bar with title and actions, tabs, toolbar, content. Names the tab too. */
export function Page(props: PageProps) {
  const { title, breadcrumbs = [], actions, primary, tabs, toolbar, layout = 'scroll' } = props;
  useDocumentTitle(title);
  const { barSlot } = usePageFrame();
  const content = useRef<HTMLDivElement>(null);
  useReachableScroll(content);
  return (
    <div className={styles['page']} data-frame>
      <header className={styles['bar']} data-screen>
        <MenuButton />
        <div className={styles['titles']}>
          {breadcrumbs.length > 0 ? <Breadcrumbs crumbs={breadcrumbs} /> : null}
          <h1 className={styles['title']}>{title}</h1>
        </div>
        <div className={styles['actions']}>
          {barSlot}
          {actions}
          {primary}
        </div>
      </header>
      {tabs ? <PageTabs tabs={tabs} /> : null}
      {toolbar ? (
        <div className={styles['toolbar']} data-screen>
          {toolbar}
        </div>
      ) : null}
      <div
        ref={content}
        className={joinClasses(styles['content'], styles[`content-${layout}`])}
        data-frame
      >
        {props.children}
      </div>
    </div>
  );
}

function MenuButton() {
  const { openMenu } = usePageFrame();
  if (!openMenu) return null;
  return (
    <ActionIcon className={styles['menu'] ?? ''} onClick={openMenu} aria-label="Open menu">
      <IconMenu2 size={18} />
    </ActionIcon>
  );
}

function Breadcrumbs({ crumbs }: { readonly crumbs: readonly Breadcrumb[] }) {
  return (
    <nav aria-label="Breadcrumbs" className={styles['crumbs']}>
      {crumbs.map((crumb) => (
        <span key={crumb.href} className={styles['crumb']}>
          <AppLink href={crumb.href}>{crumb.label}</AppLink>
          <IconChevronRight size={13} aria-hidden />
        </span>
      ))}
    </nav>
  );
}
