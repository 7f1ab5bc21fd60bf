import type { PlannerView } from '@evenkeel/contract/allocations';
import { dayNumber } from '@evenkeel/core/calendar-date';
import { SidePanel } from '../../../ui/figure/side-panel.tsx';
import { mondayOf } from '../../../ui/gantt/gantt-scale.ts';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useClashes } from '../api.ts';
import { laneOfPerson } from '../lanes.ts';
import type { usePlannerSections } from '../use-planner-sections.ts';
import { AllocationForm } from './allocation-form.tsx';
import { AllocationPanel } from './allocation-panel.tsx';
import { ClashList } from './clash-list.tsx';
import { DaysPanel } from './days-panel.tsx';
import { FreePeoplePanel } from './free-people-panel.tsx';
import type { usePlannerDialogs } from './use-planner-dialogs.ts';

type Dialogs = ReturnType<typeof usePlannerDialogs>;

type PlannerDialogsProps = {
  readonly view: PlannerView;
  readonly plan: ReturnType<typeof usePlannerSections>;
  readonly dialogs: Dialogs;
  readonly mayWrite: boolean;
  readonly isAdding: boolean;
  readonly onAdded: () => void;
};

/** What is open beside or over the planner, and over that the offer to lend from the reserve. */
export function PlannerDialogs(props: PlannerDialogsProps) {
  return (
    <>
      <OpenDialog {...props} />
      {props.dialogs.edits.borrow.panel}
    </>
  );
}

function OpenDialog(props: PlannerDialogsProps) {
  const { view, plan, dialogs, mayWrite } = props;
  const { open, edits, close } = dialogs;
  if (props.isAdding) {
    const start = nextWeekday(dayNumber(view.today));
    const begin = { person: null, projectId: null, start, end: mondayOf(start) + 4 };
    return (
      <AllocationForm begin={begin} names={plan.names} edits={edits} onClose={props.onAdded} />
    );
  }
  switch (open?.kind) {
    case undefined:
      return null;
    case 'new':
      return <AllocationForm begin={open.begin} names={plan.names} edits={edits} onClose={close} />;
    case 'allocation':
      return <OpenAllocation {...props} barId={open.barId} />;
    case 'days':
      return <OpenDays {...props} days={open} />;
    case 'clashes':
      return <ClashesPanel dialogs={dialogs} />;
    case 'find': {
      const { wish, barId } = open;
      return (
        <FreePeoplePanel
          key={barId}
          wish={wish}
          onClose={close}
          onTake={
            mayWrite
              ? (person, days) => {
                  if (barId !== null) return void dialogs.take(barId, person, days);
                  const begin = { start: dayNumber(days.from), end: dayNumber(days.to) };
                  dialogs.show({ kind: 'new', begin: { person, projectId: null, ...begin } });
                }
              : undefined
          }
        />
      );
    }
  }
}

function OpenAllocation({
  plan,
  dialogs,
  barId,
}: PlannerDialogsProps & { readonly barId: string }) {
  const bar = dialogs.barOf(barId);
  const lane = plan.lines.find((line) => line.lane.id === bar?.laneId)?.lane;
  if (!bar || !lane) return null;
  return (
    <AllocationPanel
      key={barId}
      bar={bar}
      lane={lane}
      bars={plan.byLane.get(lane.id) ?? []}
      index={plan.index}
      names={plan.names}
      edits={dialogs.edits}
      onEdit={dialogs.edit}
      onFill={dialogs.fill}
      onShow={dialogs.goTo}
      onClose={dialogs.close}
    />
  );
}

type OpenDaysProps = PlannerDialogsProps & {
  readonly days: { readonly laneId: string; readonly from: number; readonly to: number };
};

function OpenDays({ plan, dialogs, mayWrite, days }: OpenDaysProps) {
  const lane = plan.lines.find((line) => line.lane.id === days.laneId)?.lane;
  if (!lane) return null;
  const { laneId, from, to } = days;
  const isPerson = lane.kind === 'person';
  return (
    <DaysPanel
      days={days}
      lane={lane}
      bars={plan.byLane.get(laneId) ?? []}
      index={plan.index}
      names={plan.names}
      onOpen={(barId) => dialogs.show({ kind: 'allocation', barId })}
      onAdd={
        mayWrite && isPerson
          ? () => dialogs.add({ laneId, workId: null, ...workingWeek({ from, to }) })
          : undefined
      }
      onShow={dialogs.goTo}
      onClose={dialogs.close}
    />
  );
}

/** The day itself, or the Monday after a weekend. */
function nextWeekday(day: number): number {
  return day > mondayOf(day) + 4 ? mondayOf(day) + 7 : day;
}

/** Whole weeks end on their Friday. */
function workingWeek({ from, to }: { readonly from: number; readonly to: number }) {
  return { start: from, end: to - from >= 6 && (to + 3) % 7 === 6 ? to - 2 : to };
}

/** Everything that does not hold in the next half year, the way to each. */
function ClashesPanel({ dialogs }: { readonly dialogs: Dialogs }) {
  const found = useClashes({});
  return (
    <SidePanel
      opened
      onClose={dialogs.close}
      title="Clashes"
      note="In the next half year"
      width={480}
    >
      <Loaded found={found} what="the clashes">
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title="Everything fits">
              Nobody is planned for more than they can work in the next half year.
            </EmptyState>
          ) : (
            <ClashList
              clashes={rows}
              namesPerson
              onShow={({ person, from }) => dialogs.goTo(laneOfPerson(person.id), dayNumber(from))}
            />
          )
        }
      </Loaded>
    </SidePanel>
  );
}
