import { type ReactNode, useEffect, useRef } from 'react';
import { joinClasses } from '../join-classes.ts';
import { useDocumentTitle } from '../navigation/use-document-title.ts';
import styles from './entrance.module.css';

type EntranceProps = {
  readonly title: string;
  /** One or two sentences under the title. */
  readonly lead?: ReactNode;
  /** Whose door it is; Evenkeel's own without it. */
  readonly brand?: { readonly name: string; readonly logo: string | null };
  /** `Step 1 of 2`. */
  readonly step?: string;
  readonly wide?: boolean;
  /** Links under the panel. */
  readonly below?: ReactNode;
  readonly children?: ReactNode;
};

const ownBrand = { name: 'Evenkeel', logo: '/mark.svg' };

/** A page for somebody who is not in yet: the mark, one panel, one thing to do. */
export function Entrance(props: EntranceProps) {
  const { title, lead, step, wide = false, brand = ownBrand, below, children } = props;
  const panel = useRef<HTMLDivElement>(null);
  useDocumentTitle(title);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another title is another step, with a first field of its own
  useEffect(() => {
    panel.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, [title]);
  return (
    <main className={styles['ground']}>
      <div className={styles['brand']}>
        {brand.logo ? <img src={brand.logo} alt="" className={styles['logo']} /> : null}
        {brand.name}
      </div>
      <div ref={panel} className={joinClasses(styles['panel'], wide && styles['panel-wide'])}>
        {step ? <p className={styles['steps']}>{step}</p> : null}
        <h1 className={styles['title']}>{title}</h1>
        {lead ? <div className={styles['lead']}>{lead}</div> : null}
        {children ? <div className={styles['body']}>{children}</div> : null}
      </div>
      {below ? <div className={styles['below']}>{below}</div> : null}
    </main>
  );
}
