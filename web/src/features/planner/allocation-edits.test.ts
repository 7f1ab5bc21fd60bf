import type { AllocationView, PlannedAllocation } from '@evenkeel/contract/allocations';
import { type CalendarDate, dayNumber } from '@evenkeel/core/calendar-date';
import type { AllocationId, PersonId, ProjectId } from '@evenkeel/core/id';
import { describe, expect, test } from 'vitest';
import { changesOf, handedOver, inverseOf, versioned } from './allocation-edits.ts';
import { laneOfPerson } from './lanes.ts';

const day = (text: string) => text as CalendarDate;
const number = (text: string) => dayNumber(day(text));
const ada = 'ada' as PersonId;
const ben = 'ben' as PersonId;

const allocation: PlannedAllocation = {
  id: 'a' as AllocationId,
  version: 3,
  projectId: 'site' as ProjectId,
  personId: ada,
  roleId: null,
  skillIds: [],
  startOn: day('2026-11-30'),
  endOn: day('2026-12-11'),
  effort: { by: 'day', minutesPerDay: 240 },
  certainty: 'confirmed',
  note: '',
};
const before = new Map<string, PlannedAllocation>([['a', allocation]]);
const placed = { id: 'a', start: number('2026-12-07'), end: number('2026-12-18') };
const answered = (...ids: string[]) => ids.map((id) => ({ id: id as AllocationView['id'] }));

describe('edits of the planner as changes of allocations', () => {
  test('moving changes the days, and the person only where there is another', () => {
    const own = changesOf({ kind: 'place', laneId: laneOfPerson(ada), ...placed }, allocation);
    expect(own).toEqual([
      { do: 'update', id: 'a', change: { startOn: '2026-12-07', endOn: '2026-12-18' } },
    ]);
    const other = changesOf({ kind: 'place', laneId: laneOfPerson(ben), ...placed }, allocation);
    expect(other[0]).toMatchObject({ change: { personId: 'ben' } });
  });

  test('a placeholder that is stretched stays one', () => {
    const open = { ...allocation, personId: null };
    const [change] = changesOf({ kind: 'place', laneId: 'placeholder site', ...placed }, open);
    expect(change).not.toHaveProperty('change.personId');
  });

  test('what takes a change back says the fields it had', () => {
    const changes = changesOf({ kind: 'place', laneId: laneOfPerson(ben), ...placed }, allocation);
    expect(inverseOf(changes, before, answered('a'))).toEqual([
      {
        do: 'update',
        id: 'a',
        change: { startOn: '2026-11-30', endOn: '2026-12-11', personId: 'ada' },
      },
    ]);
  });

  test('a split is taken back as a whole: the second part goes, the first is as long as before', () => {
    const at = number('2026-12-07');
    const changes = changesOf({ kind: 'split', id: 'a', at }, allocation);
    expect(changes).toMatchObject([
      { do: 'update', change: { endOn: '2026-12-06' } },
      { do: 'create', draft: { startOn: '2026-12-07', endOn: '2026-12-11' } },
    ]);
    expect(inverseOf(changes, before, answered('a', 'b'))).toEqual([
      { do: 'remove', id: 'b' },
      { do: 'update', id: 'a', change: { endOn: '2026-12-11' } },
    ]);
  });

  test('filled for some days, the rest stays a placeholder', () => {
    const days = { from: day('2026-12-02'), to: day('2026-12-20') };
    expect(handedOver({ ...allocation, personId: null }, ben, days)).toMatchObject([
      { do: 'update', change: { personId: 'ben', startOn: '2026-12-02', endOn: '2026-12-11' } },
      { do: 'create', draft: { personId: null, startOn: '2026-11-30', endOn: '2026-12-01' } },
    ]);
    expect(handedOver(allocation, ben, { from: day('2027-02-01'), to: day('2027-02-02') })).toEqual(
      [],
    );
  });

  test('removing and restoring are each other’s way back; versions are put in when sent', () => {
    const removed = changesOf({ kind: 'remove', id: 'a' }, allocation);
    const back = inverseOf(removed, before, answered('a'));
    expect(back).toEqual([{ do: 'restore', id: 'a' }]);
    expect(inverseOf(back, before, answered('a'))).toEqual(removed);
    const sure = changesOf({ kind: 'certainty', id: 'a', certainty: 'tentative' }, allocation);
    expect(versioned(sure, () => 7)[0]).toMatchObject({ version: 7 });
  });
});
