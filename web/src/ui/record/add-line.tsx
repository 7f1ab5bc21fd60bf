import { IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import styles from './add-line.module.css';

type AddLineProps = {
  readonly label: string;
  /** Throws when it was refused: what was typed then comes back. */
  readonly onAdd: (name: string) => Promise<void>;
};

/** A line that adds something by its name with Enter, and stays for the next one. */
export function AddLine({ label, onAdd }: AddLineProps) {
  const [name, setName] = useState('');
  const add = async () => {
    const wanted = name.trim();
    if (wanted === '') return;
    setName('');
    try {
      await onAdd(wanted);
    } catch {
      setName((typed) => typed || wanted);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setName('');
    if (event.key === 'Enter') void add();
  };
  return (
    <div className={styles['add']}>
      <IconPlus size={15} aria-hidden />
      <input
        type="text"
        value={name}
        maxLength={300}
        placeholder={label}
        aria-label={label}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
