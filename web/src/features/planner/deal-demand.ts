import type { PlannerView } from '@evenkeel/contract/allocations';
import type { LoadRowView } from '@evenkeel/contract/balance';
import { dayNumber } from '@evenkeel/core/calendar-date';
import type { PlannerBar, PlannerLane } from '../../ui/planner/planner-types.ts';

const dealPrefix = 'deal ';

/** What open deals would take, a line for each deal and role. */
export type DealDemand = {
  readonly lanes: readonly PlannerLane[];
  readonly bars: readonly PlannerBar[];
};

/** The deal that a bar of demand stands for; null: it is an allocation. */
export function dealOfBar(barId: string): string | null {
  return barId.startsWith(dealPrefix) ? (barId.split(' ')[1] ?? null) : null;
}

/** Hours of open deals by role, spread over the working days of their months. */
export function dealDemand(rows: readonly LoadRowView[], view: PlannerView): DealDemand {
  const lanes = new Map<string, PlannerLane>();
  const bars: PlannerBar[] = [];
  for (const { deal, account, role, from, to, minutes } of rows) {
    if (deal === null || minutes <= 0) continue;
    const laneId = `${dealPrefix}${deal.id} ${role?.id ?? 'none'}`;
    const days = { start: dayNumber(from), end: dayNumber(to) };
    lanes.set(laneId, laneOf(laneId, { name: deal.name, detail: detailOf(role, account) }));
    bars.push({
      id: `${laneId} ${from}`,
      laneId,
      work: { id: deal.id, name: deal.name, detail: account ?? '', tone: 'client' },
      ...days,
      effort: { by: 'day', minutesPerDay: Math.round(minutes / workingDays(view, days)) },
      certainty: 'tentative',
      isEditable: false,
    });
  }
  return { lanes: soonestFirst(lanes, bars), bars };
}

/** The role, and whose deal it is: deals of two accounts may bear one name. */
function detailOf(role: LoadRowView['role'], account: string | null): string {
  const name = role?.name ?? 'No role';
  return account === null ? name : `${name} · ${account}`;
}

/** The deals that would begin first come first, the lines of each together. */
function soonestFirst(
  lanes: ReadonlyMap<string, PlannerLane>,
  bars: readonly PlannerBar[],
): PlannerLane[] {
  const starts = new Map<string, number>();
  for (const { work, start } of bars)
    starts.set(work.id, Math.min(start, starts.get(work.id) ?? start));
  const startOf = ({ id }: PlannerLane) => starts.get(dealOfBar(id) ?? '') ?? 0;
  return [...lanes.values()].toSorted(
    (a, b) =>
      startOf(a) - startOf(b) ||
      a.name.localeCompare(b.name) ||
      (dealOfBar(a.id) ?? '').localeCompare(dealOfBar(b.id) ?? '') ||
      a.detail.localeCompare(b.detail),
  );
}

function laneOf(id: string, words: Pick<PlannerLane, 'name' | 'detail'>): PlannerLane {
  return { id, kind: 'demand', ...words, capacityOn: () => 0, awayOn: () => null };
}

/** Days of a stretch on which the firm works; at least one. */
function workingDays(
  { firmCapacity, from }: PlannerView,
  { start, end }: { readonly start: number; readonly end: number },
): number {
  const first = dayNumber(from);
  let days = 0;
  for (let day = start; day <= end; day += 1) if ((firmCapacity[day - first] ?? 0) > 0) days += 1;
  return Math.max(1, days);
}
