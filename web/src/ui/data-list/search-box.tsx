import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import { useShortcut } from '../shortcut/use-shortcut.ts';
import styles from './data-list.module.css';

type SearchBoxProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** On to what was found. */
  readonly onEnter?: () => void;
};

/** Narrows the list as somebody types; `/` jumps into it, Esc empties it. */
export function SearchBox({ label, value, onChange, onEnter }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  useShortcut({ keys: '/', label, run: () => input.current?.focus(), group: 'Lists' });
  return (
    <TextInput
      ref={input}
      type="search"
      className={styles['search'] ?? ''}
      size="xs"
      aria-label={label}
      placeholder="Search"
      leftSection={<IconSearch size={14} />}
      leftSectionWidth={28}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && onEnter) {
          event.preventDefault();
          onEnter();
        }
        if (event.key !== 'Escape') return;
        onChange('');
        input.current?.blur();
      }}
    />
  );
}
