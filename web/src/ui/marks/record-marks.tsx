import { joinClasses } from '../join-classes.ts';
import styles from './marks.module.css';
import { initialsOf, steadyColour } from './steady-colour.ts';

type MarkedRecord = { readonly id: string; readonly name: string };

type PersonMarkProps = {
  readonly person: MarkedRecord | undefined;
  /** `initials` shows only the disc, `name` the disc and the name. */
  readonly show?: 'initials' | 'name';
  readonly size?: 18 | 24 | 32;
};

/** A person: initials on a colour that stays with them. */
export function PersonMark({ person, show = 'name', size = 18 }: PersonMarkProps) {
  if (!person) return <span className={styles['nobody']}>Nobody</span>;
  const disc = (
    <span
      className={joinClasses(styles['disc'], styles[`size-${size}`])}
      style={{ backgroundColor: steadyColour(person.id) }}
      aria-hidden
    >
      {initialsOf(person.name)}
    </span>
  );
  if (show === 'initials') {
    return (
      <span title={person.name} className={styles['inline']}>
        {disc}
        <span className={styles['hidden']}>{person.name}</span>
      </span>
    );
  }
  return (
    <span className={styles['inline']}>
      {disc}
      <span className={styles['word']}>{person.name}</span>
    </span>
  );
}

/** An account: a letter tile and its name. */
export function AccountMark({ account }: { readonly account: MarkedRecord | undefined }) {
  if (!account) return <span className={styles['nobody']}>—</span>;
  return (
    <span className={styles['inline']}>
      <AccountTile name={account.name} />
      <span className={styles['word']}>{account.name}</span>
    </span>
  );
}

/** The letter tile of an account, where its name stands beside it already. */
export function AccountTile({ name }: { readonly name: string }) {
  return (
    <span className={styles['tile']} aria-hidden>
      {initialsOf(name).slice(0, 1)}
    </span>
  );
}
