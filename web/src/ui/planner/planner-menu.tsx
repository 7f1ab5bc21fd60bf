import { Menu } from '@mantine/core';
import {
  IconArrowRight,
  IconArrowsHorizontal,
  IconArrowsMove,
  IconCalendarPlus,
  IconChevronLeft,
  IconChevronRight,
  IconCircleCheck,
  IconCircleDashed,
  IconCopy,
  IconListDetails,
  IconScissors,
  IconTrash,
  IconUserSearch,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { MenuAt } from '../gantt/menu-at.tsx';
import { ShortcutKeys } from '../shortcut/shortcut-keys.tsx';
import { middleOf, movedDays, steppedEnd } from './planner-edit.ts';
import { daysOf, type PlannerAct } from './planner-focus.ts';
import { laneOf } from './planner-rows.ts';
import type { PlannerBar } from './planner-types.ts';
import type { OpenMenu } from './use-planner-acts.ts';

type PlannerMenuProps = {
  readonly open: OpenMenu;
  readonly onClose: () => void;
  readonly bar: PlannerBar | undefined;
  readonly isEditable: boolean;
  readonly isWorking: (day: number) => boolean;
  readonly run: (act: PlannerAct) => void;
  /** Days of a line's name: what is in view. */
  readonly inView: { readonly from: number; readonly to: number };
};

/** Everything a drag can do, for those who do not drag. */
export function PlannerMenu(props: PlannerMenuProps) {
  const { open, onClose, bar } = props;
  return (
    <MenuAt x={open.x} y={open.y} width={300} onClose={onClose}>
      {bar ? <BarItems {...props} bar={bar} /> : <DaysItems {...props} />}
    </MenuAt>
  );
}

/** On a name or on days: what fills them, something new on them, the next day with too much. */
function DaysItems({ open, isEditable, run, inView }: PlannerMenuProps) {
  const lane = laneOf(open.row);
  if (!lane) return <FoldItem open={open} run={run} />;
  if (lane.kind === 'demand') return <DemandItem open={open} run={run} />;
  const days = open.focus.on === 'days' ? daysOf(open.focus) : inView;
  const gap = { laneId: lane.id, workId: open.row.kind === 'work' ? open.row.work.id : null };
  const span = { start: days.from, end: days.to };
  return (
    <>
      <Item
        icon={<IconListDetails size={15} />}
        keys="enter"
        onClick={() => run({ act: 'look', laneId: lane.id, ...days })}
      >
        What fills these days
      </Item>
      {isEditable && lane.kind === 'person' ? (
        <Item
          icon={<IconCalendarPlus size={15} />}
          keys="n"
          onClick={() => run({ act: 'add', gap: { ...gap, ...span } })}
        >
          New allocation
        </Item>
      ) : null}
      {lane.kind === 'person' ? (
        <Item
          icon={<IconArrowRight size={15} />}
          keys="x"
          onClick={() => run({ act: 'clash', laneId: lane.id, after: days.to })}
        >
          Next day with too much on it
        </Item>
      ) : null}
      <FoldItem open={open} run={run} />
    </>
  );
}

function DemandItem({ open, run }: Pick<PlannerMenuProps, 'open' | 'run'>) {
  const [bar] = open.row.kind === 'section' ? [] : (open.row.bars ?? []);
  if (!bar) return null;
  return (
    <Item
      icon={<IconArrowRight size={15} />}
      keys="enter"
      onClick={() => run({ act: 'open', barId: bar.id })}
    >
      Open
    </Item>
  );
}

function FoldItem({ open, run }: Pick<PlannerMenuProps, 'open' | 'run'>) {
  const { row } = open;
  const isFolded = row.kind === 'work' ? null : row.isFolded;
  if (isFolded === null) return null;
  return (
    <Item
      icon={<IconChevronRight size={15} />}
      onClick={() => run({ act: 'fold', rowKey: row.key, isFolded: !isFolded })}
    >
      {isFolded ? 'Unfold' : 'Fold'}
    </Item>
  );
}

type BarItemsProps = PlannerMenuProps & { readonly bar: PlannerBar };

function BarItems(props: BarItemsProps) {
  const { bar, run, isEditable } = props;
  const canEdit = isEditable && bar.isEditable;
  return (
    <>
      <Item
        icon={<IconArrowRight size={15} />}
        keys="enter"
        onClick={() => run({ act: 'open', barId: bar.id })}
      >
        Open
      </Item>
      {canEdit ? (
        <>
          <Item
            icon={<IconUserSearch size={15} />}
            keys="f"
            onClick={() => run({ act: 'fill', barId: bar.id })}
          >
            {laneOf(props.open.row)?.kind === 'placeholder'
              ? 'Fill with a person'
              : 'Find somebody else for it'}
          </Item>
          <Menu.Divider />
          <PlaceItems {...props} />
          <Menu.Divider />
          <StateItems {...props} />
        </>
      ) : null}
    </>
  );
}

/** What moves it: begun here and gone on with by arrows, or done at once. */
function PlaceItems({ bar, run, isWorking }: BarItemsProps) {
  const { id, laneId, start, end } = bar;
  const at = middleOf(bar);
  const begin = (kind: 'place' | 'copy') =>
    run({ act: 'begin', mode: { kind, barId: id }, edit: { kind, id, laneId, start, end } });
  const place = (span: { start: number; end: number }) =>
    run({ act: 'edit', edit: { kind: 'place', id, laneId, ...span } });
  return (
    <>
      <Item icon={<IconArrowsMove size={15} />} keys="m" onClick={() => begin('place')}>
        Move with the arrows
      </Item>
      <Item
        icon={<IconChevronRight size={15} />}
        onClick={() => place(movedDays(bar, 7, isWorking))}
      >
        A week later
      </Item>
      <Item
        icon={<IconChevronLeft size={15} />}
        onClick={() => place(movedDays(bar, -7, isWorking))}
      >
        A week earlier
      </Item>
      <Item
        icon={<IconArrowsHorizontal size={15} />}
        onClick={() => place(steppedEnd(bar, 'end', { by: 7, isWorking }))}
      >
        A week longer
      </Item>
      <Item
        icon={<IconArrowsHorizontal size={15} />}
        onClick={() => place(steppedEnd(bar, 'end', { by: -7, isWorking }))}
      >
        A week shorter
      </Item>
      <Item icon={<IconCopy size={15} />} keys="d" onClick={() => begin('copy')}>
        Duplicate
      </Item>
      {at === null ? null : (
        <Item
          icon={<IconScissors size={15} />}
          keys="s"
          onClick={() =>
            run({
              act: 'begin',
              mode: { kind: 'split', barId: id },
              edit: { kind: 'split', id, at },
            })
          }
        >
          Split at a day
        </Item>
      )}
    </>
  );
}

function StateItems({ bar, run }: BarItemsProps) {
  const isTentative = bar.certainty === 'tentative';
  const certainty = isTentative ? 'confirmed' : 'tentative';
  return (
    <>
      <Item
        icon={isTentative ? <IconCircleCheck size={15} /> : <IconCircleDashed size={15} />}
        keys="c"
        onClick={() => run({ act: 'edit', edit: { kind: 'certainty', id: bar.id, certainty } })}
      >
        {isTentative ? 'Confirm' : 'Make tentative'}
      </Item>
      <Item
        icon={<IconTrash size={15} />}
        keys="delete"
        onClick={() => run({ act: 'edit', edit: { kind: 'remove', id: bar.id } })}
      >
        Remove
      </Item>
    </>
  );
}

type ItemProps = {
  readonly icon: ReactNode;
  readonly keys?: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
};

function Item({ icon, keys, onClick, children }: ItemProps) {
  return (
    <Menu.Item
      leftSection={icon}
      rightSection={keys ? <ShortcutKeys keys={keys} /> : undefined}
      onClick={onClick}
    >
      {children}
    </Menu.Item>
  );
}
