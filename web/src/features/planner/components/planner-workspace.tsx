import type { PlannerView } from '@evenkeel/contract/allocations';
import { addDays, type CalendarDate, dayNumber } from '@evenkeel/core/calendar-date';
import { ActionIcon, Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconAlertTriangle, IconPlus, IconUserSearch } from '@tabler/icons-react';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { SearchBox } from '../../../ui/data-list/search-box.tsx';
import { type Filter, isFilterList } from '../../../ui/filter-bar/filter.ts';
import { FilterBar } from '../../../ui/filter-bar/filter-bar.tsx';
import { formatHours } from '../../../ui/format/effort.ts';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { useAddressState } from '../../../ui/navigation/use-address-state.ts';
import { useOpen } from '../../../ui/navigation/use-open.ts';
import { useSteady } from '../../../ui/near/use-steady.ts';
import { Page } from '../../../ui/page/page.tsx';
import { useAdding } from '../../../ui/page/use-adding.ts';
import { Planner } from '../../../ui/planner/planner.tsx';
import { type CellNumber, cellNumbers } from '../../../ui/planner/planner-drawing.ts';
import { type PlannerGrain, plannerGrains } from '../../../ui/planner/planner-grain.ts';
import type { PlannerLane } from '../../../ui/planner/planner-types.ts';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { type DayWindow, useClashes, useDealHours } from '../api.ts';
import { dealDemand, dealOfBar } from '../deal-demand.ts';
import { personOfLane } from '../lanes.ts';
import { usePlannerSections } from '../use-planner-sections.ts';
import type { Wish } from './free-people-panel.tsx';
import { PlannerDialogs } from './planner-dialogs.tsx';
import styles from './planner-list.module.css';
import { PlannerList } from './planner-list.tsx';
import { areDealsShown, type DealsShown, PlannerSettings } from './planner-settings.tsx';
import { useDayCard } from './use-day-card.tsx';
import { usePlannerDialogs } from './use-planner-dialogs.ts';

type PlannerWorkspaceProps = {
  readonly view: PlannerView;
  readonly days: DayWindow;
  readonly mayWrite: boolean;
  /** The first day that was asked for; null: some weeks ago. */
  readonly start: CalendarDate | null;
  readonly onStart: (start: CalendarDate | null) => void;
};

const noFilters: readonly Filter[] = [];
const isText = (value: unknown): value is string => typeof value === 'string';
const isGrain = (value: unknown): value is PlannerGrain =>
  plannerGrains.some((grain) => grain === value);
const isNumber = (value: unknown): value is CellNumber =>
  cellNumbers.some((number) => number === value);

/** The planner with its filters, panels and dialogs. */
export function PlannerWorkspace(props: PlannerWorkspaceProps) {
  const { view, days, mayWrite } = props;
  const isNarrow = useMediaQuery('(max-width: 720px)', false, { getInitialValueInEffect: false });
  const [filters, setFilters] = useAddressState('filters', noFilters, isFilterList);
  const [search, setSearch] = useAddressState('search', '', isText);
  const [grain, setGrain] = useAddressState<PlannerGrain>('by', 'week', isGrain);
  const [number, setNumber] = useAddressState<CellNumber>('show', 'allocated', isNumber);
  // The grain of the address is where one begins; zooming writes it and does not read it.
  const [firstGrain] = useState(grain);
  const plan = usePlannerSections({ view, filters, search, mayWrite });
  const [dealsShown, setDealsShown] = useAddressState<DealsShown>('deals', 'none', areDealsShown);
  const withDeals = useWithDeals(plan, { view, days, dealsShown });
  const open = useOpen();
  const dialogs = usePlannerDialogs({ view, days, plan });
  const [isAdding, setAdding] = useAdding('New allocation', mayWrite);
  const isWorking = useCallback(
    (day: number) =>
      (view.firmCapacity[day - dayNumber(view.from)] ?? (isWeekday(day) ? 1 : 0)) > 0,
    [view],
  );
  const renderDays = useDayCard(plan);
  const calls = useSteady({
    open: (barId: string) => {
      const deal = dealOfBar(barId);
      if (deal !== null) open(`/deals/${deal}`);
      else dialogs.show({ kind: 'allocation', barId });
    },
    fill: (barId: string) => dialogs.fill(barId),
    look: (laneId: string, { from, to }: { from: number; to: number }) =>
      dialogs.show({ kind: 'days', laneId, from, to }),
  });
  const isEmpty = plan.sections.every(({ lanes }) => lanes.length === 0);
  const bar = (
    <>
      <SearchBox label="Search people" value={search} onChange={setSearch} />
      <FilterBar definitions={plan.definitions} filters={filters} onChange={setFilters} />
    </>
  );
  return (
    <Page
      title="Planner"
      layout="fill"
      actions={<PageActions dialogs={dialogs} today={view.today} isNarrow={isNarrow} />}
      primary={
        mayWrite ? (
          <Button leftSection={<IconPlus size={15} />} onClick={() => setAdding(true)}>
            {isNarrow ? 'New' : 'New allocation'}
          </Button>
        ) : undefined
      }
    >
      {isEmpty ? (
        <NothingShown
          hasPeople={view.people.length > 0}
          clear={() => {
            setFilters(noFilters);
            setSearch('');
          }}
          tools={bar}
        />
      ) : isNarrow ? (
        <PlannerList view={view} plan={plan} dialogs={dialogs} tools={bar} />
      ) : (
        <Planner
          label="Planner"
          sections={withDeals.sections}
          bars={withDeals.bars}
          range={plan.range}
          today={dayNumber(view.today)}
          isWorking={isWorking}
          number={number}
          onNumber={setNumber}
          firstGrain={firstGrain}
          onGrain={setGrain}
          onEdit={dialogs.edit}
          onOpen={calls.open}
          onFill={calls.fill}
          onLook={calls.look}
          onAdd={mayWrite ? dialogs.add : undefined}
          onUndo={dialogs.edits.undo}
          onRedo={dialogs.edits.redo}
          canUndo={dialogs.edits.canUndo}
          canRedo={dialogs.edits.canRedo}
          target={dialogs.target}
          mark={markOf}
          renderDays={renderDays}
          figureLabel="Free in view"
          figureOf={formatHours}
          tools={bar}
          settings={
            <PlannerSettings
              dealsShown={dealsShown}
              onDealsShown={setDealsShown}
              start={props.start}
              onStart={props.onStart}
            />
          }
        />
      )}
      <PlannerDialogs
        view={view}
        plan={plan}
        dialogs={dialogs}
        mayWrite={mayWrite}
        isAdding={isAdding}
        onAdded={() => setAdding(false)}
      />
    </Page>
  );
}

type Plan = ReturnType<typeof usePlannerSections>;

type WithDealsInput = {
  readonly view: PlannerView;
  readonly days: DayWindow;
  readonly dealsShown: DealsShown;
};

/** The lines with those of open deals, when they are asked for. */
function useWithDeals(plan: Plan, { view, days, dealsShown }: WithDealsInput) {
  const measure = dealsShown === 'none' ? null : dealsShown;
  const rows = useDealHours(days, measure).data?.rows;
  const { sections, bars } = plan;
  return useMemo(() => {
    if (measure === null || !rows) return { sections, bars };
    const { lanes, bars: dealBars } = dealDemand(rows, view);
    const people = sections.filter(({ id }) => id === 'people');
    const others = sections.filter(({ id }) => id !== 'people');
    const deals = { id: 'deals', label: 'Open deals', lanes };
    return { sections: [...others, deals, ...people], bars: [...bars, ...dealBars] };
  }, [sections, bars, rows, measure, view]);
}

type Dialogs = ReturnType<typeof usePlannerDialogs>;

type PageActionsProps = {
  readonly dialogs: Dialogs;
  readonly today: CalendarDate;
  readonly isNarrow: boolean;
};

function PageActions({ dialogs, today, isNarrow }: PageActionsProps) {
  const clashes = useClashes({}).data?.rows ?? [];
  const clashText = clashes.length === 1 ? '1 clash' : `${clashes.length} clashes`;
  const find = () => dialogs.show({ kind: 'find', wish: anybody(today), barId: null });
  return (
    <>
      {clashes.length > 0 ? (
        <Button
          variant="default"
          aria-label={clashText}
          leftSection={<IconAlertTriangle size={15} color="var(--bad)" />}
          onClick={() => dialogs.show({ kind: 'clashes' })}
        >
          {isNarrow ? clashes.length : clashText}
        </Button>
      ) : null}
      {isNarrow ? (
        <ActionIcon variant="default" size={30} aria-label="Find a free person" onClick={find}>
          <IconUserSearch size={16} />
        </ActionIcon>
      ) : (
        <Button variant="default" leftSection={<IconUserSearch size={15} />} onClick={find}>
          Find a free person
        </Button>
      )}
    </>
  );
}

/** Whoever has time in the next two weeks. */
function anybody(today: CalendarDate): Wish {
  return {
    title: 'Find a free person',
    note: 'The best fit first',
    from: today,
    to: addDays(today, 13),
    roleId: null,
    skills: [],
    minutes: 0,
    verb: 'Plan',
  };
}

type NothingShownProps = {
  readonly hasPeople: boolean;
  readonly clear: () => void;
  readonly tools: ReactNode;
};

function NothingShown({ hasPeople, clear, tools }: NothingShownProps) {
  if (!hasPeople) {
    return (
      <EmptyState title="Nobody is here yet">
        The people of the firm stand here with what they are planned for. Add them under People.
      </EmptyState>
    );
  }
  return (
    <>
      <div className={styles['tools']}>{tools}</div>
      <EmptyState
        title="Nobody fits these filters"
        actions={
          <Button variant="default" onClick={clear}>
            Clear all
          </Button>
        }
      >
        Take a filter away, or search for part of a name, role or team.
      </EmptyState>
    </>
  );
}

function markOf(lane: PlannerLane) {
  const id = personOfLane(lane.id);
  return id ? <PersonMark person={{ id, name: lane.name }} show="initials" /> : null;
}

function isWeekday(day: number): boolean {
  return (((day + 3) % 7) + 7) % 7 < 5;
}
