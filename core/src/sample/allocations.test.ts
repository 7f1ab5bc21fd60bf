import { expect, test } from 'vitest';
import { calendarDate, dayNumber } from '../calendar-date.ts';
import { type ClashPerson, clashes } from '../capacity/clash.ts';
import type { AllocationId, PersonId, ProjectId } from '../id.ts';
import { northlight } from './northlight.ts';

test('the sample is planned for both kinds, with one clash and two open places, whatever the day', () => {
  for (const today of ['2026-11-29', '2027-02-03', '2027-06-25'].map(calendarDate)) {
    const { allocations, people, projects } = northlight(today);
    const kindOf = new Map(projects.map(({ key, kind }) => [key, kind]));
    expect(new Set(allocations.map(({ project }) => kindOf.get(project))).size).toBe(2);
    expect(allocations.filter(({ person }) => person === null)).toHaveLength(2);
    const everybody = people.map(({ key, weeklyMinutes }): ClashPerson => {
      const capacity = (day: number) => ((((day + 3) % 7) + 7) % 7 < 5 ? weeklyMinutes / 5 : 0);
      return { id: key as PersonId, capacity, usual: capacity, isEmployed: () => true };
    });
    const found = clashes(
      everybody,
      allocations
        .filter(({ certainty }) => certainty === 'confirmed')
        .map((line, index) => ({
          ...line,
          id: `a${index}` as AllocationId,
          projectId: line.project as ProjectId,
          personId: line.person as PersonId | null,
          roleId: null,
          skillIds: [],
          version: 1,
        })),
      { first: dayNumber(today) - 30, last: dayNumber(today) + 300 },
    );
    expect([...new Set(found.map(({ personId }) => personId))]).toEqual(['Samuel Adeyemi']);
  }
});
