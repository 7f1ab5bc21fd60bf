import { useMemo, useState } from 'react';
import { useSteady } from '../near/use-steady.ts';
import { type LaneLoad, laneLoad } from './lane-load.ts';
import { editedBars } from './planner-edit.ts';
import { type PlannerRow, rowsOf } from './planner-rows.ts';
import type {
  DayRange,
  PlannerBar,
  PlannerEdit,
  PlannerLane,
  PlannerSection,
} from './planner-types.ts';

type ModelInput = {
  readonly sections: readonly PlannerSection[];
  readonly bars: readonly PlannerBar[];
  readonly range: DayRange;
  /** An edit that is shown and not saved yet. */
  readonly draft: PlannerEdit | null;
};

export type PlannerModel = {
  readonly rows: readonly PlannerRow[];
  readonly lanes: ReadonlyMap<string, PlannerLane>;
  readonly barOf: (id: string) => PlannerBar | undefined;
  /** A lane's load as it is, or with the draft as it would be. */
  readonly loadOf: (laneId: string) => LaneLoad;
  readonly savedLoadOf: (laneId: string) => LaneLoad;
  readonly fold: (rowKey: string, isFolded: boolean) => void;
  readonly foldAll: (isFolded: boolean) => void;
};

const none: readonly PlannerBar[] = [];

/** What a planner shows: which lines, and how full each lane is. */
export function usePlannerModel(input: ModelInput): PlannerModel {
  const { sections, bars, range, draft } = input;
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const lanes = useMemo(
    () => new Map(sections.flatMap(({ lanes: own }) => own.map((lane) => [lane.id, lane]))),
    [sections],
  );
  const byId = useMemo(() => new Map(bars.map((bar) => [bar.id, bar])), [bars]);
  const byLane = useMemo(() => barsByLane(bars), [bars]);
  const rows = useMemo(
    () => rowsOf({ sections, barsOf: (id) => byLane.get(id) ?? none, folded, unfolded }),
    [sections, byLane, folded, unfolded],
  );
  const savedLoadOf = useMemo(() => keptLoads(lanes, byLane, range), [lanes, byLane, range]);
  const loadOf = useMemo(() => {
    const touched = draft ? draftBars(byLane, byId.get(draft.id), draft) : null;
    if (!touched) return savedLoadOf;
    const drafted = keptLoads(lanes, touched, range);
    return (laneId: string) => (touched.has(laneId) ? drafted(laneId) : savedLoadOf(laneId));
  }, [draft, byLane, byId, lanes, range, savedLoadOf]);
  const calls = useSteady({
    fold: (rowKey: string, isFolded: boolean) => {
      const isSection = sections.some(({ id }) => id === rowKey);
      if (isSection) setFolded((before) => withOrWithout(before, rowKey, isFolded));
      else setUnfolded((before) => withOrWithout(before, rowKey, !isFolded));
    },
    foldAll: (isFolded: boolean) => {
      setFolded(new Set());
      setUnfolded(isFolded ? new Set() : new Set(lanes.keys()));
    },
  });
  return useMemo(
    () => ({ rows, lanes, barOf: (id) => byId.get(id), loadOf, savedLoadOf, ...calls }),
    [rows, lanes, byId, loadOf, savedLoadOf, calls],
  );
}

/** Bars by the lane they lie on, in the order given. */
export function barsByLane(bars: readonly PlannerBar[]): Map<string, readonly PlannerBar[]> {
  const byLane = new Map<string, PlannerBar[]>();
  for (const bar of bars) {
    const known = byLane.get(bar.laneId);
    if (known) known.push(bar);
    else byLane.set(bar.laneId, [bar]);
  }
  return byLane;
}

/** The loads of lanes, each computed when it is first asked for. */
function keptLoads(
  lanes: ReadonlyMap<string, PlannerLane>,
  byLane: ReadonlyMap<string, readonly PlannerBar[]>,
  range: DayRange,
): (laneId: string) => LaneLoad {
  const kept = new Map<string, LaneLoad>();
  return (laneId) => {
    const known = kept.get(laneId);
    if (known) return known;
    const made = laneLoad(lanes.get(laneId) ?? nobody, byLane.get(laneId) ?? none, range);
    kept.set(laneId, made);
    return made;
  };
}

const nobody = { capacityOn: () => 0, awayOn: () => null };

/** The bars of the lanes that an edit touches, as it would leave them. */
function draftBars(
  byLane: ReadonlyMap<string, readonly PlannerBar[]>,
  bar: PlannerBar | undefined,
  edit: PlannerEdit,
): Map<string, readonly PlannerBar[]> | null {
  if (!bar) return null;
  const to = edit.kind === 'place' || edit.kind === 'copy' ? edit.laneId : bar.laneId;
  const ids = [...new Set([bar.laneId, to])];
  const edited = editedBars(
    ids.flatMap((id) => byLane.get(id) ?? none),
    edit,
  );
  const after = barsByLane(edited);
  return new Map(ids.map((id) => [id, after.get(id) ?? none]));
}

function withOrWithout(keys: ReadonlySet<string>, key: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(keys);
  if (isIn) next.add(key);
  else next.delete(key);
  return next;
}
