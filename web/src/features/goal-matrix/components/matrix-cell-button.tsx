import { Menu } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { strengthInWords, strengthLabels, strengthSign } from '../../../lib/strength.ts';
import styles from './matrix.module.css';

type MatrixCellButtonProps = {
  /** The initiative and the goal that meet here. */
  readonly words: string;
  readonly strength: number | null;
  readonly place: string;
  readonly isActive: boolean;
  readonly canEdit: boolean;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onChange: (strength: number | null) => void;
};

/** One cell: a sign on its colour; pressed, it offers every strength. */
export function MatrixCellButton(props: MatrixCellButtonProps) {
  const { words, strength, place, isActive, canEdit, onFocus, onKeyDown, onChange } = props;
  const said = strength === null ? 'not linked' : strengthInWords(strength).toLowerCase();
  return (
    <Menu position="bottom" withinPortal disabled={!canEdit}>
      <Menu.Target>
        <button
          type="button"
          className={styles['strength']}
          data-strength={strength ?? undefined}
          data-place={place}
          tabIndex={isActive ? 0 : -1}
          aria-label={`${words}: ${said}`}
          onFocus={onFocus}
          onKeyDown={onKeyDown}
        >
          {strength === null ? '' : strengthSign(strength)}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {strengthLabels.map(({ value, label }) => (
          <Menu.Item
            key={value}
            leftSection={<span className={styles['sign']}>{strengthSign(Number(value))}</span>}
            onClick={() => onChange(Number(value))}
          >
            {label}
          </Menu.Item>
        ))}
        {strength === null ? null : (
          <Menu.Item
            leftSection={<span className={styles['sign']} />}
            onClick={() => onChange(null)}
          >
            Not linked
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
