import type {
  AllocationView,
  allocations,
  PlannedAllocation,
  PlannerView,
} from '@evenkeel/contract/allocations';
import type { BodyOf } from '@evenkeel/contract/endpoint';
import { dateFromDayNumber } from '@evenkeel/core/calendar-date';
import { cutPeriod } from '@evenkeel/core/capacity/allocation';
import type { AllocationId, PersonId } from '@evenkeel/core/id';
import type { PlannerEdit } from '../../ui/planner/planner-types.ts';
import type { DayWindow } from './api.ts';
import { personOfLane } from './lanes.ts';

type BulkChange = BodyOf<typeof allocations.bulk>['changes'][number];
type Update = Extract<BulkChange, { do: 'update' }>;

/** A change of allocations as it is kept to be done again; versions are put in when it is sent. */
export type AllocationChange = Exclude<BulkChange, { do: 'update' }> | Omit<Update, 'version'>;

type Fields = Omit<PlannedAllocation, 'id' | 'version'>;

/** What an edit on the planner means for allocations. */
export function changesOf(edit: PlannerEdit, allocation: PlannedAllocation): AllocationChange[] {
  const { id } = allocation;
  switch (edit.kind) {
    case 'place':
      return [{ do: 'update', id, change: placedAt(edit, allocation) }];
    case 'copy':
      return [{ do: 'create', draft: { ...fieldsOf(allocation), ...placedAt(edit, allocation) } }];
    case 'split': {
      const second = dateFromDayNumber(edit.at);
      return [
        { do: 'update', id, change: { endOn: dateFromDayNumber(edit.at - 1) } },
        { do: 'create', draft: { ...fieldsOf(allocation), startOn: second } },
      ];
    }
    case 'certainty':
      return [{ do: 'update', id, change: { certainty: edit.certainty } }];
    case 'remove':
      return [{ do: 'remove', id }];
  }
}

/** Puts a person in the place of another or of a placeholder, for some of its days; the rest stays. */
export function handedOver(
  allocation: PlannedAllocation,
  personId: PersonId,
  days: DayWindow,
): AllocationChange[] {
  const { before, within, after } = cutPeriod(fieldsOf(allocation), days);
  if (!within) return [];
  const { startOn, endOn } = within;
  const rest = [before, after].flatMap((part) =>
    part ? [{ do: 'create', draft: part } as const] : [],
  );
  return [{ do: 'update', id: allocation.id, change: { personId, startOn, endOn } }, ...rest];
}

/**
 * What takes changes back.
 * @param before the allocations as they stood, by their ids.
 * @param answered the rows that the changes were answered with, in their order.
 */
export function inverseOf(
  changes: readonly AllocationChange[],
  before: ReadonlyMap<string, PlannedAllocation>,
  answered: readonly Pick<AllocationView, 'id'>[],
): AllocationChange[] {
  return changes
    .flatMap((change, nth) => backOf(change, before, answered[nth]?.id) ?? [])
    .toReversed();
}

function backOf(
  change: AllocationChange,
  before: ReadonlyMap<string, PlannedAllocation>,
  answered: AllocationId | undefined,
): AllocationChange | null {
  if (change.do === 'remove') return { do: 'restore', id: change.id };
  if (change.do === 'restore') return { do: 'remove', id: change.id };
  if (change.do === 'create') return answered === undefined ? null : { do: 'remove', id: answered };
  const was = before.get(change.id);
  return was ? { do: 'update', id: change.id, change: same(change.change, was) } : null;
}

/** The changes with the versions that are known of what they change. */
export function versioned(
  changes: readonly AllocationChange[],
  versionOf: (id: AllocationId) => number,
): BulkChange[] {
  return changes.map((change) =>
    change.do === 'update' ? { ...change, version: versionOf(change.id) } : change,
  );
}

/** The planner with allocations as a write has answered them. */
export function patched(view: PlannerView, rows: readonly AllocationView[]): PlannerView {
  const ids = new Set<string>(rows.map(({ id }) => id));
  const kept = view.allocations.filter(({ id }) => !ids.has(id));
  const fresh = rows
    .filter(
      ({ deletedAt, startOn, endOn }) => !deletedAt && startOn <= view.to && endOn >= view.from,
    )
    .map(plannedOf);
  return { ...view, allocations: [...kept, ...fresh] };
}

function plannedOf(row: AllocationView): PlannedAllocation {
  return {
    id: row.id,
    version: row.version,
    projectId: row.project.id,
    personId: row.person?.id ?? null,
    roleId: row.role?.id ?? null,
    skillIds: row.skills.map(({ id }) => id),
    startOn: row.startOn,
    endOn: row.endOn,
    effort: row.effort,
    certainty: row.countsAs ?? row.certainty,
    note: row.note,
  };
}

function placedAt(
  { laneId, start, end }: Extract<PlannerEdit, { kind: 'place' | 'copy' }>,
  { personId }: PlannedAllocation,
) {
  const to = personOfLane(laneId);
  return {
    startOn: dateFromDayNumber(start),
    endOn: dateFromDayNumber(end),
    ...(to !== null && to !== personId ? { personId: to } : {}),
  };
}

function fieldsOf({ id: _id, version: _version, ...fields }: PlannedAllocation): Fields {
  return fields;
}

/** The same fields as a change has, as they were. */
function same(change: Update['change'], was: PlannedAllocation): Update['change'] {
  const fields: Fields = fieldsOf(was);
  // Only keys of fields are taken, each with its own value.
  return Object.fromEntries(
    Object.entries(fields).filter(([name]) => name in change),
  ) as Update['change'];
}
