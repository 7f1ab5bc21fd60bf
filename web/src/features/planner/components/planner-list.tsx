import type { PlannerView } from '@evenkeel/contract/allocations';
import { dateFromDayNumber, dayNumber } from '@evenkeel/core/calendar-date';
import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type CSSProperties, memo, type ReactNode, useRef, useState } from 'react';
import { formatDayMonth } from '../../../ui/format/date.ts';
import { formatEffort } from '../../../ui/format/effort.ts';
import { mondayOf } from '../../../ui/gantt/gantt-scale.ts';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { useNear } from '../../../ui/near/use-near.ts';
import { cellText } from '../../../ui/planner/cell-text.ts';
import { type CellLoad, laneLoad, loadBetween } from '../../../ui/planner/lane-load.ts';
import type { PlannerBar, PlannerLane } from '../../../ui/planner/planner-types.ts';
import { daysText, effortText, loadText } from '../../../ui/planner/planner-words.ts';
import { personOfLane } from '../lanes.ts';
import type { usePlannerSections } from '../use-planner-sections.ts';
import styles from './planner-list.module.css';
import type { usePlannerDialogs } from './use-planner-dialogs.ts';

const weeksShown = 6;

type PlannerListProps = {
  readonly view: PlannerView;
  readonly plan: ReturnType<typeof usePlannerSections>;
  readonly dialogs: ReturnType<typeof usePlannerDialogs>;
  readonly tools: ReactNode;
};

/** The planner on a phone: each person with their next weeks; a touch opens what fills them. */
export function PlannerList({ view, plan, dialogs, tools }: PlannerListProps) {
  const [first, setFirst] = useState(() => mondayOf(dayNumber(view.today)));
  const step = (weeks: number) =>
    setFirst(
      Math.max(plan.range.first, Math.min(plan.range.last - 7 * weeksShown, first + 7 * weeks)),
    );
  return (
    <div className={styles['page']}>
      <div className={styles['tools']}>{tools}</div>
      <div className={styles['weeks']}>
        <ActionIcon variant="default" aria-label="Earlier weeks" onClick={() => step(-weeksShown)}>
          <IconChevronLeft size={16} />
        </ActionIcon>
        <strong>{daysText(first, first + 7 * weeksShown - 3)}</strong>
        <ActionIcon variant="default" aria-label="Later weeks" onClick={() => step(weeksShown)}>
          <IconChevronRight size={16} />
        </ActionIcon>
      </div>
      {plan.sections.map(({ id, label, lanes }) => (
        <section key={id} className={styles['section']}>
          <h2>{label}</h2>
          <ul>
            {lanes.map((lane, nth) => {
              const bars = plan.byLane.get(lane.id) ?? noBars;
              return lane.kind === 'person' ? (
                <PersonWeeks
                  key={lane.id}
                  lane={lane}
                  bars={bars}
                  first={first}
                  isNearFirst={nth < 12}
                  onLook={(from) =>
                    dialogs.show({ kind: 'days', laneId: lane.id, from, to: from + 6 })
                  }
                />
              ) : (
                <PlaceholderLines key={lane.id} lane={lane} bars={bars} dialogs={dialogs} />
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}

const noBars: readonly PlannerBar[] = [];

type PersonWeeksProps = {
  readonly lane: PlannerLane;
  readonly bars: readonly PlannerBar[];
  readonly first: number;
  readonly isNearFirst: boolean;
  readonly onLook: (from: number) => void;
};

const PersonWeeks = memo(function PersonWeeks(props: PersonWeeksProps) {
  const { lane, bars, first, isNearFirst, onLook } = props;
  const element = useRef<HTMLLIElement>(null);
  const isNear = useNear(element, isNearFirst);
  const load = isNear ? laneLoad(lane, bars, { first, last: first + 7 * weeksShown - 1 }) : null;
  const weeks = Array.from({ length: weeksShown }, (_, nth) => first + nth * 7);
  const id = personOfLane(lane.id) ?? '';
  const free = load ? loadBetween(load, first, first + 7 * weeksShown - 1).free : 0;
  return (
    <li ref={element} className={styles['person']}>
      <div className={styles['head']}>
        <PersonMark person={{ id, name: lane.name }} />
        <span className={styles['detail']}>{lane.detail}</span>
        <span className={styles['free']}>{formatEffort(free)} free</span>
      </div>
      <div className={styles['cells']}>
        {weeks.map((week) => {
          const cell = load && loadBetween(load, week, week + 6);
          const day = formatDayMonth(dateFromDayNumber(week));
          return (
            <button
              key={week}
              type="button"
              className={styles['cell']}
              data-level={cell?.level}
              data-tentative={(cell && cell.tentative > 0) || undefined}
              style={shareStyle(cell)}
              onClick={() => onLook(week)}
            >
              <span>{day}</span>
              <strong>{cell ? cellText(cell, 'allocated', 54) : ''}</strong>
              <span className={styles['heard']}>
                {`, ${lane.name}: ${cell ? loadText(cell) : ''}`}
              </span>
            </button>
          );
        })}
      </div>
    </li>
  );
});

function shareStyle(cell: CellLoad | null): CSSProperties {
  const isNone = !cell || cell.capacity === 0;
  const custom = { '--share': isNone ? 0 : Math.min(1, cell.allocated / cell.capacity) };
  // React passes custom properties on; its type does not know them.
  return custom as CSSProperties;
}

type PlaceholderLinesProps = {
  readonly lane: PlannerLane;
  readonly bars: readonly PlannerBar[];
  readonly dialogs: ReturnType<typeof usePlannerDialogs>;
};

function PlaceholderLines({ lane, bars, dialogs }: PlaceholderLinesProps) {
  return bars.map((bar) => (
    <li key={bar.id} className={styles['placeholder']}>
      <button
        type="button"
        className={styles['open']}
        onClick={() => dialogs.show({ kind: 'allocation', barId: bar.id })}
      >
        <span className={styles['open-line']}>
          {lane.name}
          {lane.detail ? <span className={styles['detail']}> {lane.detail}</span> : null}
        </span>
        <span className={styles['detail']}>
          {bar.work.name}, {daysText(bar.start, bar.end)}, {effortText(bar.effort)}
        </span>
      </button>
      {bar.isEditable ? (
        <Button variant="default" size="xs" onClick={() => dialogs.fill(bar.id)}>
          Fill
        </Button>
      ) : null}
    </li>
  ));
}
