import type { ReactNode } from 'react';
import { KindBadge, type ProjectKind } from '../marks/kind-badge.tsx';
import { type Breadcrumb, Page } from '../page/page.tsx';
import { type PageTab, PageTabs } from '../page/page-tabs.tsx';
import styles from './record.module.css';

type RecordPageProps = {
  readonly title: string;
  /** What people say on the phone: `D-1024`. */
  readonly number?: string;
  /** Says whether it is a client project or an initiative. */
  readonly kind?: ProjectKind;
  /** Stage, health: marks behind the title. */
  readonly status?: ReactNode;
  readonly breadcrumbs?: readonly Breadcrumb[];
  readonly actions?: ReactNode;
  readonly primary?: ReactNode;
  readonly tabs?: readonly PageTab[];
  /** A notice over everything: in the trash, a hand-off waits. */
  readonly banner?: ReactNode;
  /** The fields at the side: a FieldList. */
  readonly side?: ReactNode;
  readonly children: ReactNode;
  /** The title as something that can be edited in place. */
  readonly heading?: ReactNode;
};

/** The page of one record: what it is on top, its content, its fields at the side. */
export function RecordPage(props: RecordPageProps) {
  const { title, number, kind, status, tabs, banner, side, heading, children } = props;
  return (
    <Page
      title={title}
      layout="fill"
      {...(props.breadcrumbs ? { breadcrumbs: props.breadcrumbs } : {})}
      actions={props.actions}
      primary={props.primary}
    >
      <div className={styles['record']}>
        <div className={styles['main']}>
          {banner}
          <div className={styles['head']}>
            <div className={styles['marks']}>
              {kind ? <KindBadge kind={kind} /> : null}
              {number ? <span className={styles['number']}>{number}</span> : null}
              {status}
            </div>
            {heading ?? (
              <p className={styles['title']} aria-hidden>
                {title}
              </p>
            )}
          </div>
          {tabs ? (
            <div className={styles['tabs']}>
              <PageTabs tabs={tabs} />
            </div>
          ) : null}
          <div className={styles['content']}>{children}</div>
        </div>
        {side ? (
          <aside className={styles['side']} aria-label="Fields">
            {side}
          </aside>
        ) : null}
      </div>
    </Page>
  );
}
