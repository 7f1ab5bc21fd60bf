import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { joinClasses } from '../../../../ui/join-classes.ts';
import styles from './case.module.css';

export type PartColumn<Part> = {
  readonly label: string;
  readonly cell: (part: Part) => ReactNode;
  readonly align?: 'end';
};

type PartTableProps<Part> = {
  readonly label: string;
  readonly parts: readonly Part[];
  /** The name comes first by itself. */
  readonly columns: readonly PartColumn<Part>[];
  /** A second line under the name. */
  readonly note?: (part: Part) => ReactNode;
  readonly canEdit: boolean;
  readonly onOpen: (part: Part) => void;
  readonly onRemove: (part: Part) => void;
  /** Rows of sums at the end. */
  readonly foot?: ReactNode;
};

/** Rows of a case: the name opens the form, the menu of a row takes it off. */
export function PartTable<Part extends { readonly id: string; readonly name: string }>(
  props: PartTableProps<Part>,
) {
  const { label, parts, columns, canEdit, foot } = props;
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            {columns.map((column) => (
              <th key={column.label} scope="col" className={endOf(column)}>
                {column.label}
              </th>
            ))}
            {canEdit ? (
              <th scope="col" className={styles['menu-cell']}>
                <span className={styles['hidden']}>More</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <PartRow key={part.id} part={part} {...props} />
          ))}
        </tbody>
        {foot ? <tfoot>{foot}</tfoot> : null}
      </table>
    </div>
  );
}

function PartRow<Part extends { readonly id: string; readonly name: string }>(
  props: PartTableProps<Part> & { readonly part: Part },
) {
  const { part, columns, note, canEdit, onOpen } = props;
  const under = note?.(part);
  return (
    <tr>
      <th scope="row">
        {canEdit ? (
          <button type="button" className={styles['name']} onClick={() => onOpen(part)}>
            {part.name}
          </button>
        ) : (
          <span className={styles['plain-name']}>{part.name}</span>
        )}
        {under ? <span className={styles['note']}>{under}</span> : null}
      </th>
      {columns.map((column) => (
        <td key={column.label} className={endOf(column)} data-label={column.label}>
          {column.cell(part)}
        </td>
      ))}
      {canEdit ? <RowMenu {...props} /> : null}
    </tr>
  );
}

function RowMenu<Part extends { readonly id: string; readonly name: string }>({
  part,
  onOpen,
  onRemove,
}: PartTableProps<Part> & { readonly part: Part }) {
  return (
    <td className={styles['menu-cell']}>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            className={styles['more'] ?? ''}
            aria-label={`More for ${part.name}`}
          >
            <IconDots size={15} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => onOpen(part)}>
            Change
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => onRemove(part)}>
            Take off
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </td>
  );
}

function endOf(column: { readonly align?: 'end' }): string | undefined {
  return joinClasses(column.align === 'end' && styles['end']) || undefined;
}
