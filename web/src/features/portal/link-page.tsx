import type { SharedStatusView } from '@evenkeel/contract/portal/shared';
import { type ReactNode, useEffect } from 'react';
import styles from './portal.module.css';
import { ReaderContext } from './reader-context.ts';
import { useFace } from './use-face.ts';

type LinkPageProps = Pick<SharedStatusView, 'firm' | 'language' | 'timeZone'> & {
  readonly project: string;
  readonly children: ReactNode;
};

/** A page that a link opens without a login: in the firm's look and the reader's language. */
export function LinkPage({ firm, language, timeZone, project, children }: LinkPageProps) {
  useFace(firm);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <ReaderContext value={{ language, timeZone }}>
      <div className={styles['frame']}>
        <header className={styles['head']}>
          <span className={styles['firm']}>
            {firm.logo ? <img src={firm.logo} alt="" className={styles['logo']} /> : null}
            <span className={styles['firm-name']}>{firm.name}</span>
          </span>
        </header>
        <main className={styles['main']}>
          <h1 className={styles['title']}>{project}</h1>
          {children}
        </main>
      </div>
    </ReaderContext>
  );
}
