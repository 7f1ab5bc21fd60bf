import { dateFromDayNumber, dayNumber } from '@evenkeel/core/calendar-date';
import type { PersonId } from '@evenkeel/core/id';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { SidePanel } from '../../../ui/figure/side-panel.tsx';
import { KindDot } from '../../../ui/marks/kind-badge.tsx';
import { laneLoad, loadBetween } from '../../../ui/planner/lane-load.ts';
import type { PlannerBar, PlannerLane } from '../../../ui/planner/planner-types.ts';
import { daysText, effortText, loadText, stretchText } from '../../../ui/planner/planner-words.ts';
import { useClashes } from '../api.ts';
import { type PlannerNames, personOfLane } from '../lanes.ts';
import { areWholeWeeks, numbersByWork, type WorkIndex, wholeWeeks } from '../three-numbers.ts';
import { ClashList } from './clash-list.tsx';
import styles from './planner-panels.module.css';
import { ThreeNumbersTable } from './three-numbers.tsx';

export type LookedAt = { readonly laneId: string; readonly from: number; readonly to: number };

type DaysPanelProps = {
  readonly days: LookedAt;
  readonly lane: PlannerLane;
  readonly bars: readonly PlannerBar[];
  readonly index: WorkIndex;
  readonly names: PlannerNames;
  readonly onOpen: (barId: string) => void;
  readonly onAdd: (() => void) | undefined;
  readonly onShow: (laneId: string, day: number) => void;
  readonly onClose: () => void;
};

/** What fills some days of somebody: the three numbers, the allocations, what collides. */
export function DaysPanel(props: DaysPanelProps) {
  const { days, lane, bars, names, onClose } = props;
  const load = laneLoad(lane, bars, { first: days.from, last: days.to });
  const whole = loadBetween(load, days.from, days.to);
  const weeks = wholeWeeks(days);
  const shown = bars.filter(({ start, end }) => start <= days.to && end >= days.from);
  const rows = numbersByWork({ lane, bars, index: props.index, days });
  return (
    <SidePanel
      opened
      onClose={onClose}
      title={lane.name}
      note={`${stretchText(days, 'month')}: ${loadText(whole)}`}
      width={480}
    >
      <div className={styles['panel']}>
        <section className={styles['part']}>
          <ThreeNumbersTable
            rows={rows}
            names={names}
            capacity={whole.capacity}
            note={
              areWholeWeeks(days)
                ? undefined
                : `Estimated and logged: ${daysText(weeks.from, weeks.to)}, in whole weeks.`
            }
          />
        </section>
        <Allocations {...props} shown={shown} />
        <Clashes {...props} />
        {props.onAdd ? (
          <div className={styles['actions']}>
            <Button size="xs" leftSection={<IconPlus size={14} />} onClick={props.onAdd}>
              New allocation
            </Button>
          </div>
        ) : null}
      </div>
    </SidePanel>
  );
}

function Allocations({
  shown,
  onOpen,
}: DaysPanelProps & { readonly shown: readonly PlannerBar[] }) {
  if (shown.length === 0) return <p className={styles['note']}>Nothing is allocated here.</p>;
  return (
    <section className={styles['part']}>
      <h3>Allocations</h3>
      <ul className={styles['list']}>
        {shown.map((bar) => (
          <li key={bar.id}>
            <KindDot kind={bar.work.tone} />
            <div className={styles['line']}>
              <span>{bar.work.name}</span>
              <span className={styles['note']}>
                {daysText(bar.start, bar.end)}, {effortText(bar.effort)}
                {bar.certainty === 'tentative' ? ', tentative' : ''}
              </span>
            </div>
            <Button
              variant="default"
              size="xs"
              aria-label={`Open ${bar.work.name}, ${daysText(bar.start, bar.end)}`}
              onClick={() => onOpen(bar.id)}
            >
              Open
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Clashes({ days, lane, onShow }: DaysPanelProps) {
  const personId = personOfLane(lane.id);
  const query = {
    from: dateFromDayNumber(days.from),
    to: dateFromDayNumber(days.to),
    // Not asked for without a person.
    personId: personId ?? ('' as PersonId),
  };
  const clashes = useClashes(query, personId !== null).data?.rows ?? [];
  if (clashes.length === 0) return null;
  return (
    <section className={styles['part']}>
      <h3>What does not hold</h3>
      <ClashList clashes={clashes} onShow={({ from }) => onShow(lane.id, dayNumber(from))} />
    </section>
  );
}
