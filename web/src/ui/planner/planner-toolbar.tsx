import { ActionIcon, Button, Popover, SegmentedControl } from '@mantine/core';
import {
  IconAdjustmentsHorizontal,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconKeyboard,
  IconMinus,
  IconPlus,
} from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import ganttStyles from '../gantt/gantt.module.css';
import { ShortcutKeys } from '../shortcut/shortcut-keys.tsx';
import styles from './planner.module.css';
import { type CellNumber, cellNumbers } from './planner-drawing.ts';
import { type PlannerGrain, plannerGrains } from './planner-grain.ts';
import { plannerKeyList } from './planner-keys.ts';

const grainLabels: Record<PlannerGrain, string> = { day: 'Days', week: 'Weeks', month: 'Months' };
const numberLabels: Record<CellNumber, string> = {
  allocated: 'Hours allocated',
  free: 'Hours free',
  share: 'Share of capacity',
};

type PlannerToolbarProps = {
  readonly grain: PlannerGrain;
  readonly onGrain: (grain: PlannerGrain) => void;
  readonly zoomBy: (factor: number) => void;
  readonly showToday: () => void;
  readonly foldAll: (isFolded: boolean) => void;
  readonly number: CellNumber;
  readonly onNumber: (number: CellNumber) => void;
  readonly isEditable: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  /** What the page adds. */
  readonly children?: ReactNode;
  /** What the page adds to the view's settings. */
  readonly settings?: ReactNode;
};

/** How close one looks, what the cells say, what was done and can be taken back. */
export const PlannerToolbar = memo(function PlannerToolbar(props: PlannerToolbarProps) {
  return (
    <div className={ganttStyles['tools']} data-screen>
      <SegmentedControl
        size="xs"
        aria-label="What a cell stands for"
        value={props.grain}
        // The values are those of the labels.
        onChange={(value) => props.onGrain(value as PlannerGrain)}
        data={plannerGrains.map((value) => ({ value, label: grainLabels[value] }))}
      />
      <ActionIcon.Group>
        <ActionIcon
          variant="default"
          aria-label="Look from farther (−)"
          onClick={() => props.zoomBy(1 / 1.5)}
        >
          <IconMinus size={14} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          aria-label="Look closer (+)"
          onClick={() => props.zoomBy(1.5)}
        >
          <IconPlus size={14} />
        </ActionIcon>
      </ActionIcon.Group>
      <Button variant="default" size="xs" onClick={props.showToday}>
        Today
      </Button>
      {props.children}
      <span className={ganttStyles['gap']} />
      {props.isEditable ? <UndoRedo {...props} /> : null}
      <SettingsPopover {...props} />
      <KeysPopover />
    </div>
  );
});

function UndoRedo({ canUndo, canRedo, onUndo, onRedo }: PlannerToolbarProps) {
  return (
    <ActionIcon.Group>
      <ActionIcon
        variant="default"
        aria-label="Undo (Ctrl Z)"
        data-disabled={!canUndo}
        aria-disabled={!canUndo}
        onClick={() => canUndo && onUndo()}
      >
        <IconArrowBackUp size={14} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        aria-label="Redo (Ctrl Shift Z)"
        data-disabled={!canRedo}
        aria-disabled={!canRedo}
        onClick={() => canRedo && onRedo()}
      >
        <IconArrowForwardUp size={14} />
      </ActionIcon>
    </ActionIcon.Group>
  );
}

function SettingsPopover({ number, onNumber, foldAll, settings }: PlannerToolbarProps) {
  return (
    <Popover position="bottom-end" width={250} trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconAdjustmentsHorizontal size={14} />}
          aria-label="View: what the planner shows"
        >
          View
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="View">
        <div className={ganttStyles['view']}>
          <div className={ganttStyles['view-line']}>
            <Button variant="default" size="xs" onClick={() => foldAll(false)}>
              Unfold all
            </Button>
            <Button variant="default" size="xs" onClick={() => foldAll(true)}>
              Fold all
            </Button>
          </div>
          <fieldset className={ganttStyles['view-part']}>
            <legend>In the cells</legend>
            {cellNumbers.map((value) => (
              <label key={value} className={styles['choice']}>
                <input
                  type="radio"
                  name="planner-number"
                  checked={value === number}
                  onChange={() => onNumber(value)}
                />
                {numberLabels[value]}
              </label>
            ))}
          </fieldset>
          {settings}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function KeysPopover() {
  return (
    <Popover position="bottom-end" width={380} trapFocus>
      <Popover.Target>
        <ActionIcon variant="default" aria-label="Keys of the planner">
          <IconKeyboard size={15} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label="Keys of the planner">
        <dl className={styles['keys']} tabIndex={0}>
          {plannerKeyList.map(({ keys, does }) => (
            <div key={keys}>
              <dt>
                <ShortcutKeys keys={keys} />
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </Popover.Dropdown>
    </Popover>
  );
}
