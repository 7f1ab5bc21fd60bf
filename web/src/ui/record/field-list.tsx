import { type ReactNode, useId } from 'react';
import styles from './record.module.css';

type FieldListProps = { readonly title?: string; readonly children: ReactNode };

/** Names and values under each other. */
export function FieldList({ title, children }: FieldListProps) {
  const id = useId();
  return (
    <section className={styles['fields']} aria-labelledby={title ? id : undefined}>
      {title ? (
        <h2 id={id} className={styles['fields-title']}>
          {title}
        </h2>
      ) : null}
      <dl>{children}</dl>
    </section>
  );
}

type FieldLineProps = {
  readonly label: string;
  /** Where the value comes from: `From deal D-1024`. */
  readonly origin?: ReactNode;
  readonly children: ReactNode;
};

/** One named value of a FieldList; put an EditableField into it to make it editable. */
export function FieldLine({ label, origin, children }: FieldLineProps) {
  return (
    <div className={styles['line']}>
      <dt className={styles['name']}>{label}</dt>
      <dd className={styles['value']}>
        {children}
        {origin ? <div className={styles['origin']}>{origin}</div> : null}
      </dd>
    </div>
  );
}
