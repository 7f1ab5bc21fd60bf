import { Button, Checkbox, Popover, SegmentedControl } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconDownload } from '@tabler/icons-react';
import type { Column } from './column.ts';
import { saveCsv, toCsv } from './csv.ts';
import styles from './data-list.module.css';
import { densities, type ListState } from './list-state.ts';
import { visibilityOf } from './use-list-table.ts';

type ViewMenuProps<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly state: ListState;
  readonly onStateChange: (state: ListState) => void;
  /** Name of the exported file, without ending. */
  readonly exportName: string;
};

const densityLabels = { compact: 'Compact', normal: 'Normal', comfortable: 'Roomy' } as const;

/** How the list looks: columns, density; and the rows in view as a file. */
export function ViewMenu<Row>(props: ViewMenuProps<Row>) {
  const { columns, rows, state, onStateChange, exportName } = props;
  const visible = visibilityOf(columns, state);
  const shown = columns.filter((column) => visible[column.id]);
  return (
    <Popover position="bottom-end" width={240} trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconAdjustmentsHorizontal size={14} />}
          aria-label="View: columns, density, export"
        >
          View
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="View">
        <div className={styles['view']}>
          <SegmentedControl
            fullWidth
            aria-label="Density"
            value={state.density}
            onChange={(density) => onStateChange({ ...state, density })}
            data={densities.map((density) => ({ value: density, label: densityLabels[density] }))}
          />
          <fieldset className={styles['view-columns']}>
            <legend className={styles['view-title']}>Columns</legend>
            {columns.map((column, place) => (
              <Checkbox
                key={column.id}
                size="xs"
                label={column.label}
                checked={visible[column.id] ?? false}
                disabled={place === 0}
                onChange={(event) =>
                  onStateChange({
                    ...state,
                    columns: { ...state.columns, [column.id]: event.currentTarget.checked },
                  })
                }
              />
            ))}
          </fieldset>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconDownload size={14} />}
            onClick={() => saveCsv(exportName, toCsv(rows, shown))}
          >
            Save these rows as CSV
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
