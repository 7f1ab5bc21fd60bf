import type { PlannerBar, PlannerLane, PlannerSection, PlannerWork } from './planner-types.ts';

/** A line on the screen. */
export type PlannerRow =
  | {
      readonly kind: 'section';
      readonly key: string;
      readonly section: PlannerSection;
      readonly isFolded: boolean;
    }
  | {
      /** A person with cells over time; or, `bars` not null, a lane whose bars lie in its own line. */
      readonly kind: 'lane';
      readonly key: string;
      readonly lane: PlannerLane;
      readonly bars: readonly PlannerBar[] | null;
      /** Null: nothing to unfold. */
      readonly isFolded: boolean | null;
    }
  | {
      /** What a lane does for one work; where bars overlap, on more than one line. */
      readonly kind: 'work';
      readonly key: string;
      readonly lane: PlannerLane;
      readonly work: PlannerWork;
      readonly isFirst: boolean;
      readonly bars: readonly PlannerBar[];
    };

type RowsInput = {
  readonly sections: readonly PlannerSection[];
  readonly barsOf: (laneId: string) => readonly PlannerBar[];
  /** Keys of sections that are folded and of lanes that are unfolded. */
  readonly folded: ReadonlySet<string>;
  readonly unfolded: ReadonlySet<string>;
};

/** The lines of a planner from top to bottom. A lone section without a label has no heading. */
export function rowsOf({ sections, barsOf, folded, unfolded }: RowsInput): PlannerRow[] {
  return sections.flatMap((section): PlannerRow[] => {
    const isFolded = folded.has(section.id);
    const heading: PlannerRow = { kind: 'section', key: section.id, section, isFolded };
    const lanes = isFolded
      ? []
      : section.lanes.flatMap((lane) => laneRows(lane, barsOf(lane.id), unfolded));
    return section.label === '' ? lanes : [heading, ...lanes];
  });
}

/** The line of each lane, by the lane's id; to jump to it. */
export function laneOf(row: PlannerRow | undefined): PlannerLane | null {
  return row === undefined || row.kind === 'section' ? null : row.lane;
}

/** The line that a bar lies on; -1 when it is folded away. */
export function rowOfBar(rows: readonly PlannerRow[], barId: string): number {
  return rows.findIndex(
    (row) => row.kind !== 'section' && (row.bars ?? []).some(({ id }) => id === barId),
  );
}

/** Bars on as few lines as show them all, each beginning with the earliest. */
export function packed(bars: readonly PlannerBar[]): PlannerBar[][] {
  const lines: PlannerBar[][] = [];
  const sorted = bars.toSorted(
    (a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1),
  );
  for (const bar of sorted) {
    const line = lines.find((taken) => (taken.at(-1)?.end ?? -Infinity) < bar.start);
    if (line) line.push(bar);
    else lines.push([bar]);
  }
  return lines;
}

function laneRows(
  lane: PlannerLane,
  bars: readonly PlannerBar[],
  unfolded: ReadonlySet<string>,
): PlannerRow[] {
  if (lane.kind !== 'person') {
    const [first = [], ...rest] = packed(bars);
    const row = { kind: 'lane', key: lane.id, lane, bars: first, isFolded: null } as const;
    return [row, ...rest.map((line, nth) => workRow(lane, line, `${lane.id} ${nth + 1}`))];
  }
  const isFolded = bars.length === 0 ? null : !unfolded.has(lane.id);
  const row = { kind: 'lane', key: lane.id, lane, bars: null, isFolded } as const;
  return isFolded === false ? [row, ...workRows(lane, bars)] : [row];
}

function workRows(lane: PlannerLane, bars: readonly PlannerBar[]): PlannerRow[] {
  const byWork = new Map<string, PlannerBar[]>();
  for (const bar of bars) {
    const known = byWork.get(bar.work.id);
    if (known) known.push(bar);
    else byWork.set(bar.work.id, [bar]);
  }
  return [...byWork.values()]
    .map((own) => packed(own))
    .toSorted((a, b) => startOf(a) - startOf(b) || (nameOf(a) < nameOf(b) ? -1 : 1))
    .flatMap((lines) =>
      lines.map((line, nth) => workRow(lane, line, `${lane.id} ${line[0]?.work.id} ${nth}`, nth)),
    );
}

function workRow(lane: PlannerLane, bars: readonly PlannerBar[], key: string, nth = 1): PlannerRow {
  const work = bars[0]?.work ?? { id: '', name: '', detail: '', tone: 'client' };
  return { kind: 'work', key, lane, work, isFirst: nth === 0, bars };
}

function startOf(lines: readonly (readonly PlannerBar[])[]): number {
  return lines[0]?.[0]?.start ?? 0;
}

function nameOf(lines: readonly (readonly PlannerBar[])[]): string {
  return lines[0]?.[0]?.work.name ?? '';
}
