import { Menu } from '@mantine/core';
import {
  IconArrowRight,
  IconArrowsHorizontal,
  IconChevronLeft,
  IconChevronRight,
  IconFocusCentered,
  IconLinkOff,
  IconPercentage,
  IconSeparatorVertical,
  IconVectorBezier2,
} from '@tabler/icons-react';
import { AppLink } from '../navigation/app-link.tsx';
import { ShortcutKeys } from '../shortcut/shortcut-keys.tsx';
import { dayText } from './gantt-columns.ts';
import { steppedOver } from './gantt-edit.ts';
import { dayMinutes } from './gantt-scale.ts';
import type { GanttEdit, GanttTask } from './gantt-task.ts';
import { MenuAt } from './menu-at.tsx';

/** The menu of a line: where it opens, and for what. */
export type OpenMenu = {
  readonly task: GanttTask;
  readonly x: number;
  readonly y: number;
  /** Where its bar would be split: where one pointed, else today or in its middle. */
  readonly splitsAt: number | null;
};

type GanttMenuProps = {
  readonly open: OpenMenu;
  readonly onClose: () => void;
  /** What the task waits for, with the link that says so. */
  readonly predecessors: readonly { readonly linkId: string; readonly name: string }[];
  readonly isWorking: (day: number) => boolean;
  /** The pause that begins at about an instant. */
  readonly pauseAt: (minute: number) => { readonly from: number; readonly to: number };
  /** Undefined: this person only looks. */
  readonly act: ((edit: GanttEdit) => void) | undefined;
  readonly startLink: () => void;
  /** Switches the flag of the line. */
  readonly flip: ((id: string) => void) | undefined;
  readonly showBar: () => void;
};

/** Everything a drag can do to a line, for those who do not drag. */
export function GanttMenu(props: GanttMenuProps) {
  const { open, onClose, act } = props;
  return (
    <MenuAt x={open.x} y={open.y} width={290} onClose={onClose}>
      {open.task.href ? (
        <Menu.Item
          component={AppLink}
          href={open.task.href}
          leftSection={<IconArrowRight size={15} />}
        >
          Open
        </Menu.Item>
      ) : null}
      {open.task.span ? (
        <Menu.Item leftSection={<IconFocusCentered size={15} />} onClick={props.showBar}>
          Show on the chart
        </Menu.Item>
      ) : null}
      {open.task.flag && props.flip ? (
        <Menu.CheckboxItem
          checked={open.task.flag.isOn}
          closeMenuOnClick
          rightSection={<ShortcutKeys keys="v" />}
          onChange={() => props.flip?.(open.task.id)}
        >
          {open.task.flag.label}
        </Menu.CheckboxItem>
      ) : null}
      {open.task.span && act && open.task.isMovable ? (
        <EditItems {...props} task={open.task} splitsAt={open.splitsAt} act={act} />
      ) : null}
    </MenuAt>
  );
}

type EditItemsProps = Omit<GanttMenuProps, 'act' | 'open' | 'flip'> & {
  readonly task: GanttTask;
  readonly splitsAt: number | null;
  readonly act: (edit: GanttEdit) => void;
};

function EditItems(props: EditItemsProps) {
  const { task, act, predecessors, startLink, isWorking } = props;
  const { span } = task;
  if (!span) return null;
  const move = ({ part, days }: Move) => {
    const input = { minutes: days * dayMinutes, step: dayMinutes, isWorking };
    const next = steppedOver(span, part, input);
    act({ kind: part === 'whole' ? 'move' : 'stretch', id: task.id, span: next });
  };
  const isMilestone = task.kind === 'milestone';
  return (
    <>
      <Menu.Divider />
      {moves
        .filter(({ part }) => part === 'whole' || !isMilestone)
        .map((one) => (
          <Menu.Item
            key={one.label}
            leftSection={
              one.days > 0 ? <IconChevronRight size={15} /> : <IconChevronLeft size={15} />
            }
            rightSection={one.keys ? <ShortcutKeys keys={one.keys} /> : undefined}
            onClick={() => move(one)}
          >
            {one.label}
          </Menu.Item>
        ))}
      <PartItems {...props} />
      <Menu.Divider />
      <Menu.Sub>
        <Menu.Sub.Target>
          <Menu.Sub.Item leftSection={<IconPercentage size={15} />}>Progress</Menu.Sub.Item>
        </Menu.Sub.Target>
        <Menu.Sub.Dropdown>
          {(isMilestone ? [0, 1] : [0, 0.25, 0.5, 0.75, 1]).map((progress) => (
            <Menu.Item
              key={progress}
              onClick={() => act({ kind: 'progress', id: task.id, progress })}
            >
              {`${progress * 100} %`}
            </Menu.Item>
          ))}
        </Menu.Sub.Dropdown>
      </Menu.Sub>
      <Menu.Item
        leftSection={<IconVectorBezier2 size={15} />}
        rightSection={<ShortcutKeys keys="l" />}
        onClick={startLink}
      >
        Let another wait for it
      </Menu.Item>
      {predecessors.map(({ linkId, name }) => (
        <Menu.Item
          key={linkId}
          leftSection={<IconLinkOff size={15} />}
          onClick={() => act({ kind: 'unlink', linkId })}
        >
          {`Wait no more for ${name}`}
        </Menu.Item>
      ))}
    </>
  );
}

/** A pause, and what a drag does to the parts of a task that has one. */
function PartItems({ task, splitsAt, act, pauseAt, isWorking }: EditItemsProps) {
  if (task.kind !== 'task') return null;
  const pause = splitsAt === null ? null : pauseAt(splitsAt);
  const parts = task.parts ?? [];
  const move = (part: number, days: number) => {
    const span = parts[part];
    if (!span) return;
    const input = { minutes: days * dayMinutes, step: dayMinutes, isWorking };
    act({ kind: 'part', id: task.id, part, start: steppedOver(span, 'whole', input).start });
  };
  return (
    <>
      <Menu.Divider />
      {pause ? (
        <Menu.Item
          leftSection={<IconSeparatorVertical size={15} />}
          rightSection={<ShortcutKeys keys="s" />}
          onClick={() => act({ kind: 'split', id: task.id, ...pause })}
        >
          {`Split on ${dayText(pause.from)}`}
        </Menu.Item>
      ) : null}
      {parts.slice(1).map(({ start }, at) => (
        <Menu.Sub key={start}>
          <Menu.Sub.Target>
            <Menu.Sub.Item leftSection={<IconArrowsHorizontal size={15} />}>
              {`Part ${at + 2}, from ${dayText(start)}`}
            </Menu.Sub.Item>
          </Menu.Sub.Target>
          <Menu.Sub.Dropdown>
            <Menu.Item onClick={() => move(at + 1, 1)}>A day later</Menu.Item>
            <Menu.Item onClick={() => move(at + 1, -1)}>A day earlier</Menu.Item>
            <Menu.Item onClick={() => act({ kind: 'join', id: task.id, part: at + 1 })}>
              {`Join with part ${at + 1}`}
            </Menu.Item>
          </Menu.Sub.Dropdown>
        </Menu.Sub>
      ))}
    </>
  );
}

type Move = {
  readonly label: string;
  readonly part: 'whole' | 'finish';
  readonly days: number;
  readonly keys?: string;
};

const moves: readonly Move[] = [
  { label: 'A day later', part: 'whole', days: 1, keys: 'arrowright' },
  { label: 'A day earlier', part: 'whole', days: -1, keys: 'arrowleft' },
  { label: 'A week later', part: 'whole', days: 7, keys: 'mod+arrowright' },
  { label: 'A week earlier', part: 'whole', days: -7, keys: 'mod+arrowleft' },
  { label: 'A day longer', part: 'finish', days: 1, keys: 'shift+arrowright' },
  { label: 'A day shorter', part: 'finish', days: -1, keys: 'shift+arrowleft' },
];
