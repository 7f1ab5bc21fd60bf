import { type ReactNode, useId, useState } from 'react';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import styles from './strategy-board.module.css';

type QuarterProps = {
  readonly title: string;
  /** The question the quarter answers. */
  readonly note: string;
  readonly children: ReactNode;
};

/** One quarter of the strategy board. */
export function Quarter({ title, note, children }: QuarterProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles['quarter']}>
      <h2 id={id} className={styles['title']}>
        {title} <span className={styles['note']}>{note}</span>
      </h2>
      {children}
    </section>
  );
}

const shownAtFirst = 6;

type PartProps<Row> = {
  readonly title: string;
  /** Where all of them stand. */
  readonly href: string;
  /** What to say, and where to begin, when there is nothing; without it the part is left out then. */
  readonly empty?: { readonly text: string; readonly step: string; readonly href: string };
  readonly rows: readonly Row[];
  readonly line: (row: Row) => ReactNode;
};

/** A titled list in a quarter, the first few of it, the rest on demand. */
export function Part<Row>({ title, href, empty, rows, line }: PartProps<Row>) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? rows : rows.slice(0, shownAtFirst);
  if (rows.length === 0 && !empty) return null;
  return (
    <div className={styles['part']}>
      <h3 className={styles['head']}>
        <AppLink href={href}>{title}</AppLink>
        {rows.length === 0 ? null : <span className={styles['count']}>{rows.length}</span>}
      </h3>
      {rows.length === 0 ? (
        <p className={styles['empty']}>
          {empty?.text} <AppLink href={empty?.href ?? href}>{empty?.step}</AppLink>
        </p>
      ) : (
        <ul>{shown.map(line)}</ul>
      )}
      {shown.length < rows.length ? (
        <button type="button" className={styles['more']} onClick={() => setWhole(true)}>
          Show {rows.length - shown.length} more
        </button>
      ) : null}
    </div>
  );
}

type LineProps = {
  readonly href: string;
  readonly name: string;
  /** What it is, in dim words behind the name. */
  readonly note?: string | undefined;
  /** What is wrong with it in a few words. */
  readonly flag?: string | undefined;
  /** What stands at its end. */
  readonly children?: ReactNode;
};

/** A record on one line. */
export function Line({ href, name, note, flag, children }: LineProps) {
  return (
    <li className={styles['line']}>
      <AppLink href={href} className={styles['name'] ?? ''}>
        {name}
      </AppLink>
      {note ? <span className={styles['aside']}>{note}</span> : null}
      {flag ? <span className={styles['flag']}>{flag}</span> : null}
      <span className={styles['end']}>{children}</span>
    </li>
  );
}
