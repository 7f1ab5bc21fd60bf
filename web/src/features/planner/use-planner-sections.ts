import type { PlannerView } from '@evenkeel/contract/allocations';
import { dayNumber } from '@evenkeel/core/calendar-date';
import { useMemo } from 'react';
import type { Filter } from '../../ui/filter-bar/filter.ts';
import { filterRows } from '../../ui/filter-bar/filter-rows.ts';
import { isOver, laneLoad } from '../../ui/planner/lane-load.ts';
import type { PlannerBar, PlannerLane, PlannerSection } from '../../ui/planner/planner-types.ts';
import { barsByLane } from '../../ui/planner/use-planner-model.ts';
import { barsOf, namesOf, peopleLanes, personOfLane, placeholderLanes } from './lanes.ts';
import { isMeant, type PlannedLine, plannerFilters, skillIdsOf } from './planner-filters.ts';
import { workIndex } from './three-numbers.ts';

type SectionsInput = {
  readonly view: PlannerView;
  readonly filters: readonly Filter[];
  readonly search: string;
  readonly mayWrite: boolean;
};

/** The lines of the planner after search and filters, with what they are drawn and counted from. */
export function usePlannerSections({ view, filters, search, mayWrite }: SectionsInput) {
  const names = useMemo(() => namesOf(view), [view]);
  const bars = useMemo(() => barsOf(view, names, mayWrite), [view, names, mayWrite]);
  const byLane = useMemo(() => barsByLane(bars), [bars]);
  const index = useMemo(() => workIndex(view), [view]);
  const range = useMemo(
    () => ({ first: dayNumber(view.from), last: dayNumber(view.to) }),
    [view.from, view.to],
  );
  const definitions = useMemo(() => plannerFilters(view), [view]);
  const lines = useMemo(() => {
    const people = peopleLanes(view.people, view, names);
    const open = placeholderLanes(view, names);
    const today = { first: dayNumber(view.today), last: range.last };
    return [...open, ...people].map((lane) =>
      lineOf(lane, byLane.get(lane.id) ?? [], { names, today }),
    );
  }, [view, names, byLane, range]);
  const sections = useMemo(() => {
    const shown = filterRows(lines, filters, definitions).filter(({ lane }) =>
      isMeant(search, lane.name, lane.detail),
    );
    return sectionsOf(shown.map(({ lane }) => lane));
  }, [lines, filters, definitions, search]);
  return { names, bars, byLane, index, range, definitions, sections, lines };
}

type Line = PlannedLine & { readonly lane: PlannerLane };

type LineInput = {
  readonly names: ReturnType<typeof namesOf>;
  /** Only what is still to come counts as too much. */
  readonly today: { readonly first: number; readonly last: number };
};

function lineOf(lane: PlannerLane, bars: readonly PlannerBar[], { names, today }: LineInput): Line {
  const person = names.person.get(personOfLane(lane.id) ?? '');
  const [, , roleId = null, ...skillIds] = lane.id.split(' ');
  return {
    lane,
    name: lane.name,
    teamId: person?.teamId ?? null,
    roleId: person ? person.roleId : roleId,
    skillIds: person ? skillIdsOf(person) : skillIds,
    kinds: [...new Set(bars.map(({ work }) => work.tone))],
    projectIds: [...new Set(bars.map(({ work }) => work.id))],
    isOver: lane.kind === 'person' && isOver(laneLoad(lane, bars, today)),
  };
}

function sectionsOf(lanes: readonly PlannerLane[]): PlannerSection[] {
  const open = lanes.filter(({ kind }) => kind === 'placeholder');
  const people = lanes.filter(({ kind }) => kind === 'person');
  return [
    ...(open.length > 0 ? [{ id: 'placeholders', label: 'Placeholders', lanes: open }] : []),
    { id: 'people', label: 'People', lanes: people },
  ];
}
