import { useCallback } from 'react';
import { laneLoad, loadBetween } from '../../../ui/planner/lane-load.ts';
import { stretchText } from '../../../ui/planner/planner-words.ts';
import { areWholeWeeks, numbersByWork, summed } from '../three-numbers.ts';
import type { usePlannerSections } from '../use-planner-sections.ts';
import { HoverDays } from './hover-days.tsx';

/** The three numbers of some days of a lane, as a card. */
export function useDayCard(plan: ReturnType<typeof usePlannerSections>) {
  const { lines, byLane, index } = plan;
  return useCallback(
    (laneId: string, days: { from: number; to: number }) => {
      const lane = lines.find((line) => line.lane.id === laneId)?.lane;
      if (!lane) return null;
      const bars = byLane.get(laneId) ?? [];
      const load = laneLoad(lane, bars, { first: days.from, last: days.to });
      return (
        <HoverDays
          name={lane.name}
          when={stretchText(days, days.to - days.from > 6 ? 'month' : 'week')}
          load={loadBetween(load, days.from, days.to)}
          numbers={summed(numbersByWork({ lane, bars, index, days }))}
          isOfWeek={!areWholeWeeks(days) && days.to - days.from < 7}
        />
      );
    },
    [lines, byLane, index],
  );
}
