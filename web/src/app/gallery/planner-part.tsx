import { useLayoutEffect, useMemo, useState } from 'react';
import { formatEffort } from '../../ui/format/effort.ts';
import { PersonMark } from '../../ui/marks/record-marks.tsx';
import { useAddressState } from '../../ui/navigation/use-address-state.ts';
import { notifyDone } from '../../ui/notify/notify.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Planner } from '../../ui/planner/planner.tsx';
import type { CellNumber } from '../../ui/planner/planner-drawing.ts';
import { editedBars } from '../../ui/planner/planner-edit.ts';
import type { PlannerEdit, PlannerLane } from '../../ui/planner/planner-types.ts';
import { samplePlanner } from './sample-planner.ts';

const isCount = (value: unknown): value is number => typeof value === 'number' && value > 0;

/** People of `?people=200` over a year: for the eye, and for `npm run bench:planner`. */
export function PlannerPart() {
  const [count] = useAddressState('people', 24, isCount);
  const plan = useMemo(() => samplePlanner(count), [count]);
  const [begin] = useState(() => performance.now());
  useLayoutEffect(() => {
    // The frame after this one: then the planner has been painted.
    const painted = () => performance.measure('planner first paint', { start: begin });
    requestAnimationFrame(() => setTimeout(painted));
  }, [begin]);
  const [bars, setBars] = useState(plan.bars);
  const [number, setNumber] = useState<CellNumber>('allocated');
  const onEdit = async (edit: PlannerEdit) => {
    const next = editedBars(bars, edit).map((bar) =>
      bar.id === 'new' ? { ...bar, id: crypto.randomUUID() } : bar,
    );
    setBars(next);
    notifyDone({ message: 'The plan was changed', undo: () => setBars(bars) });
  };
  return (
    <Page title="Planner" layout="fill">
      <Planner
        label="Planner"
        sections={plan.sections}
        bars={bars}
        range={plan.range}
        today={plan.today}
        isWorking={isWeekday}
        number={number}
        onNumber={setNumber}
        firstGrain="week"
        onGrain={ignore}
        onEdit={onEdit}
        onOpen={ignore}
        onFill={ignore}
        onLook={ignore}
        onAdd={ignore}
        onUndo={ignore}
        onRedo={ignore}
        canUndo={false}
        canRedo={false}
        target={null}
        mark={markOf}
        renderDays={() => null}
        figureLabel="Free in view"
        figureOf={formatEffort}
      />
    </Page>
  );
}

function markOf(lane: PlannerLane) {
  return lane.kind === 'person' ? <PersonMark person={lane} show="initials" /> : null;
}

function ignore(): void {
  // The gallery has no pages to open.
}

function isWeekday(day: number): boolean {
  return (((day + 3) % 7) + 7) % 7 < 5;
}
