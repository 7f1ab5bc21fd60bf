import type { PlannerView } from '@evenkeel/contract/allocations';
import { dayNumber } from '@evenkeel/core/calendar-date';
import type { PersonId, ProjectId } from '@evenkeel/core/id';
import { useState } from 'react';
import { useSteady } from '../../../ui/near/use-steady.ts';
import { minutesOn } from '../../../ui/planner/lane-load.ts';
import type { PlannerBar, PlannerEdit, PlannerGap } from '../../../ui/planner/planner-types.ts';
import { daysText, effortText } from '../../../ui/planner/planner-words.ts';
import { changesOf, handedOver } from '../allocation-edits.ts';
import type { DayWindow } from '../api.ts';
import { personOfLane } from '../lanes.ts';
import { useAllocationEdits } from '../use-allocation-edits.ts';
import type { usePlannerSections } from '../use-planner-sections.ts';
import type { NewAllocation } from './allocation-form.tsx';
import type { LookedAt } from './days-panel.tsx';
import type { Wish } from './free-people-panel.tsx';
import { pickedSkills } from './planner-fields.tsx';

/** What is open beside or over the planner. */
export type OpenDialog =
  | { readonly kind: 'allocation'; readonly barId: string }
  | ({ readonly kind: 'days' } & LookedAt)
  | { readonly kind: 'find'; readonly wish: Wish; readonly barId: string | null }
  | { readonly kind: 'clashes' }
  | { readonly kind: 'new'; readonly begin: NewAllocation };

type DialogsInput = {
  readonly view: PlannerView;
  readonly days: DayWindow;
  readonly plan: ReturnType<typeof usePlannerSections>;
};

/** What is open, and everything that is done to allocations. */
export function usePlannerDialogs({ view, days, plan }: DialogsInput) {
  const [open, setOpen] = useState<OpenDialog | null>(null);
  const [target, setTarget] = useState<{ laneId: string; day: number } | null>(null);
  const edits = useAllocationEdits(view, days);
  const { names, bars, lines } = plan;
  const barOf = (id: string) => bars.find((bar) => bar.id === id);
  const laneName = (id: string) => lines.find(({ lane }) => lane.id === id)?.lane.name ?? '';
  const calls = useSteady({
    edit: async (edit: PlannerEdit) => {
      const allocation = edits.allocationOf(edit.id);
      const bar = barOf(edit.id);
      if (!allocation || !bar) return;
      await edits.apply(doneText(edit, bar, laneName), changesOf(edit, allocation));
    },
    add: (gap: PlannerGap) => {
      const id = personOfLane(gap.laneId);
      const person = id ? { id, name: laneName(gap.laneId) } : null;
      // Works are projects, by their ids.
      const projectId = gap.workId as ProjectId | null;
      setOpen({ kind: 'new', begin: { person, projectId, start: gap.start, end: gap.end } });
    },
    fill: (barId: string) => {
      const wish = wishFor(barId);
      if (wish) setOpen({ kind: 'find', wish, barId });
    },
    take: async (barId: string, person: { id: PersonId; name: string }, within: DayWindow) => {
      const allocation = edits.allocationOf(barId);
      if (!allocation) return;
      const message = `${person.name} on ${barOf(barId)?.work.name ?? 'it'}`;
      if (await edits.apply(message, handedOver(allocation, person.id, within))) setOpen(null);
    },
    show: setOpen,
    close: () => setOpen(null),
    goTo: (laneId: string, day: number) => {
      setOpen(null);
      setTarget({ laneId, day });
    },
  });
  function wishFor(barId: string): Wish | null {
    const allocation = edits.allocationOf(barId);
    const bar = barOf(barId);
    if (!allocation || !bar) return null;
    const person = allocation.personId ? names.person.get(allocation.personId) : undefined;
    const isOpen = allocation.personId === null;
    return {
      title: isOpen ? `Fill ${names.role.get(allocation.roleId ?? '') ?? 'it'}` : 'Hand over',
      note: `${bar.work.name}, ${daysText(bar.start, bar.end)}, ${effortText(bar.effort)}`,
      from: allocation.startOn,
      to: allocation.endOn,
      roleId: allocation.roleId ?? person?.roleId ?? null,
      skills: pickedSkills(allocation.skillIds, names),
      minutes: minutesOf(bar, view),
      verb: isOpen ? 'Fill' : 'Hand over',
    };
  }
  return { open, target, edits, barOf, ...calls };
}

/** Minutes of a bar when somebody works the firm's usual days. */
function minutesOf(bar: PlannerBar, { firmCapacity, from }: PlannerView): number {
  const first = dayNumber(from);
  let minutes = 0;
  for (let day = bar.start; day <= bar.end; day += 1) {
    minutes += minutesOn(bar.effort, firmCapacity[day - first] ?? 0);
  }
  return Math.round(minutes);
}

function doneText(edit: PlannerEdit, bar: PlannerBar, laneName: (id: string) => string): string {
  const name = bar.work.name;
  switch (edit.kind) {
    case 'place': {
      const isSame = edit.laneId === bar.laneId;
      const when = daysText(edit.start, edit.end);
      return isSame ? `${name}: ${when}` : `${laneName(edit.laneId)} on ${name}, ${when}`;
    }
    case 'copy':
      return `${name} once more, ${daysText(edit.start, edit.end)}`;
    case 'split':
      return `${name} in two parts`;
    case 'certainty':
      return edit.certainty === 'confirmed' ? `${name} confirmed` : `${name} made tentative`;
    case 'remove':
      return `${name} removed`;
  }
}
