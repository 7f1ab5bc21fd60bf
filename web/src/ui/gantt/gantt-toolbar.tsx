import { ActionIcon, Button, Checkbox, Menu, Popover, SegmentedControl } from '@mantine/core';
import {
  IconAdjustmentsHorizontal,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconDownload,
  IconMinus,
  IconPlus,
} from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import { SearchBox } from '../data-list/search-box.tsx';
import styles from './gantt.module.css';
import { ganttColumns } from './gantt-columns.ts';
import type { GanttLayers } from './gantt-drawing.ts';
import { GanttLegend } from './gantt-legend.tsx';
import type { GanttLayout } from './use-gantt-layout.ts';

/** Which lines are shown. */
export const ganttFilters = ['all', 'critical', 'late'] as const;
export type GanttFilter = (typeof ganttFilters)[number];
const filterLabels: Record<GanttFilter, string> = {
  all: 'All',
  critical: 'Critical',
  late: 'Late',
};

/** What was done on the chart and can be taken back, and done again. */
export type GanttHistory = {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly undo: () => void;
  readonly redo: () => void;
};

type GanttToolbarProps = {
  readonly layout: GanttLayout;
  readonly layers: GanttLayers;
  readonly onLayers: (layers: GanttLayers) => void;
  readonly filter: GanttFilter;
  readonly onFilter: (filter: GanttFilter) => void;
  /** What is sought among names of tasks and people. */
  readonly sought: string;
  readonly onSought: (text: string) => void;
  /** From what is sought to the first line found. */
  readonly onFound: () => void;
  /** Undefined: this person only looks. */
  readonly history: GanttHistory | undefined;
  readonly isEditable: boolean;
  readonly zoomBy: (factor: number) => void;
  readonly fit: () => void;
  readonly showToday: () => void;
  readonly foldAll: (isFolded: boolean) => void;
  readonly onPrint: () => void;
  readonly onPicture: () => void;
  /** What the page adds. */
  readonly children?: ReactNode;
};

/** How close one looks, which lines, which columns; and the chart as a file. */
export const GanttToolbar = memo(function GanttToolbar(props: GanttToolbarProps) {
  const { zoomBy, filter, onFilter } = props;
  return (
    <div className={styles['tools']} data-screen>
      <ActionIcon.Group>
        <ActionIcon
          variant="default"
          aria-label="Look from farther (−)"
          title="Look from farther (−)"
          onClick={() => zoomBy(1 / 1.5)}
        >
          <IconMinus size={14} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          aria-label="Look closer (+)"
          title="Look closer (+)"
          onClick={() => zoomBy(1.5)}
        >
          <IconPlus size={14} />
        </ActionIcon>
      </ActionIcon.Group>
      <Button variant="default" size="xs" title="All of it (0)" onClick={props.fit}>
        Fit
      </Button>
      <Button variant="default" size="xs" title="To today (T)" onClick={props.showToday}>
        Today
      </Button>
      <SegmentedControl
        size="xs"
        aria-label="Which lines"
        value={filter}
        // The values are those of `ganttFilters`.
        onChange={(value) => onFilter(value as GanttFilter)}
        data={ganttFilters.map((value) => ({ value, label: filterLabels[value] }))}
      />
      {props.children}
      <div className={styles['tools-end']}>
        <SearchBox
          label="Find a task or a person"
          value={props.sought}
          onChange={props.onSought}
          onEnter={props.onFound}
        />
        {props.history ? <UndoRedo {...props.history} /> : null}
        <ViewPopover {...props} />
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" size="xs" leftSection={<IconDownload size={14} />}>
              Export
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={props.onPrint}>Print, or save as PDF</Menu.Item>
            <Menu.Item onClick={props.onPicture}>Picture (PNG)</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <GanttLegend isEditable={props.isEditable} />
      </div>
    </div>
  );
});

function UndoRedo({ canUndo, canRedo, undo, redo }: GanttHistory) {
  return (
    <ActionIcon.Group>
      <ActionIcon
        variant="default"
        aria-label="Undo (Ctrl Z)"
        title="Undo (Ctrl Z)"
        data-disabled={!canUndo}
        aria-disabled={!canUndo}
        onClick={() => canUndo && undo()}
      >
        <IconArrowBackUp size={14} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        aria-label="Redo (Ctrl Shift Z)"
        title="Redo (Ctrl Shift Z)"
        data-disabled={!canRedo}
        aria-disabled={!canRedo}
        onClick={() => canRedo && redo()}
      >
        <IconArrowForwardUp size={14} />
      </ActionIcon>
    </ActionIcon.Group>
  );
}

const layerLabels: Record<keyof GanttLayers, string> = {
  links: 'Links',
  critical: 'Critical path',
  slack: 'Slack',
  baseline: 'Baseline',
  people: 'People beside bars',
};

function ViewPopover({ layout, layers, onLayers, foldAll }: GanttToolbarProps) {
  return (
    <Popover position="bottom-end" width={250} trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconAdjustmentsHorizontal size={14} />}
          aria-label="View: columns, what the chart shows"
        >
          View
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="View">
        <div className={styles['view']}>
          <div className={styles['view-line']}>
            <Button variant="default" size="xs" onClick={() => foldAll(false)}>
              Unfold all
            </Button>
            <Button variant="default" size="xs" onClick={() => foldAll(true)}>
              Fold all
            </Button>
          </div>
          <fieldset className={styles['view-part']}>
            <legend>On the chart</legend>
            {Object.entries(layerLabels).map(([layer, label]) => (
              <Checkbox
                key={layer}
                size="xs"
                label={label}
                // The keys are those of the labels.
                checked={layers[layer as keyof GanttLayers]}
                onChange={(event) => onLayers({ ...layers, [layer]: event.currentTarget.checked })}
              />
            ))}
          </fieldset>
          <fieldset className={styles['view-part']}>
            <legend>Columns</legend>
            {ganttColumns
              .filter(({ id }) => id !== 'name')
              .map(({ id, label }) => (
                <Checkbox
                  key={id}
                  size="xs"
                  label={label}
                  checked={layout.isShown(id)}
                  onChange={(event) => layout.show(id, event.currentTarget.checked)}
                />
              ))}
          </fieldset>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
