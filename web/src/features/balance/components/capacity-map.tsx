import type { BalanceView } from '@evenkeel/contract/balance';
import { monthEnd, monthStart } from '@evenkeel/core/calendar-date';
import { type HeatCell, Heatmap } from '../../../ui/charts/heatmap.tsx';
import { formatMonth, formatMonthShort } from '../../../ui/format/date.ts';
import { formatEffort, formatHours } from '../../../ui/format/effort.ts';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { type Bearer, type BearerMonth, bearersOf } from '../model/bearers.ts';
import type { Grouping, OpenRows } from '../model/view-state.ts';

type CapacityMapProps = {
  readonly view: BalanceView;
  readonly grouping: Grouping;
  readonly onOpen: (rows: OpenRows) => void;
};

/** Load as a share of capacity: who (or which team, role) by month; too much stands out (U11). */
export function CapacityMap({ view, grouping, onOpen }: CapacityMapProps) {
  const bearers = bearersOf(view, grouping);
  return (
    <Heatmap
      label="Load against capacity by month"
      columns={view.months.map(({ month }) => ({ id: month, label: formatMonthShort(month) }))}
      rows={bearers.map((bearer) => ({
        id: bearer.id,
        name: bearer.name,
        ...(bearer.href ? { mark: <AppLink href={bearer.href}>{bearer.name}</AppLink> } : {}),
        cells: bearer.months.map(heatCell),
      }))}
      onSelect={(row, cell) => {
        const bearer = bearers.find((one) => one.id === row.id);
        const load = bearer?.months.find((one) => one.month === cell.column);
        if (bearer && load) onOpen(rowsOf(bearer, load));
      }}
    />
  );
}

function heatCell(load: BearerMonth): HeatCell {
  const { loadMinutes, capacityMinutes, excessMinutes } = load;
  const causes = load.causes.length > 0 ? `, most of it ${load.causes.join(' and ')}` : '';
  const over = excessMinutes > 0 ? `, ${formatEffort(excessMinutes)} over${causes}` : '';
  return {
    column: load.month,
    share: load.share,
    ...(load.share === null && loadMinutes > 0 ? { overload: formatHours(loadMinutes) } : {}),
    detail: `${formatEffort(loadMinutes)} of ${formatEffort(capacityMinutes)}${over}`,
  };
}

function rowsOf(bearer: Bearer, { month }: BearerMonth): OpenRows {
  return {
    title: `${bearer.name}, ${formatMonth(month)}`,
    filter: {
      ...bearer.filter,
      from: monthStart(month),
      to: monthEnd(month),
      certainty: 'logged,planned',
    },
  };
}
