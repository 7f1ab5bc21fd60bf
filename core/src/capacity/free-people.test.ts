import { describe, expect, test } from 'vitest';
import { dayNumber } from '../calendar-date.ts';
import type { PersonId, RoleId, SkillId } from '../id.ts';
import { allocationOf, day, fullTime, monday } from './allocation.fixture.ts';
import { type FreePerson, freePeople, type PersonWish } from './free-people.ts';

const drawing = 'drawing' as SkillId;
const designer = 'designer' as RoleId;
const person = (id: string, part: Partial<FreePerson> = {}): FreePerson => ({
  id: id as PersonId,
  roleId: designer,
  teamId: null,
  skills: [{ skillId: drawing, level: 3 }],
  capacity: fullTime,
  ...part,
});
const wish: PersonWish = {
  days: { first: dayNumber(monday), last: dayNumber(day(4)) },
  roleId: designer,
  skills: [{ skillId: drawing, level: 3 }],
  minutes: 1200,
  countsTentative: true,
};
const names = (people: readonly FreePerson[], asked: PersonWish = wish) =>
  freePeople(people, [allocationOf()], asked).map(({ personId }) => personId);

describe('people who are free', () => {
  test('come with the skill first, then the role, then hours enough, then most free', () => {
    const people = [
      person('unskilled', { skills: [] }),
      person('other role', { roleId: null }),
      person('ada'),
      person('free'),
      person('few hours', { capacity: (on) => fullTime(on) / 4 }),
      person('away', { capacity: () => 0 }),
    ];
    expect(names(people)).toEqual(['free', 'ada', 'few hours', 'other role', 'unskilled']);
  });

  test('have free what no allocation takes; tentative ones take it only if they are to count', () => {
    const own = [allocationOf({ certainty: 'tentative' })];
    const free = (countsTentative: boolean) =>
      freePeople([person('ada')], own, { ...wish, countsTentative })[0];
    expect(free(true)).toMatchObject({ freeMinutes: 1200, tentativeMinutes: 1200, isEnough: true });
    expect(free(false)).toMatchObject({ freeMinutes: 2400, capacityMinutes: 2400 });
  });

  test('are shown with the skill they lack, never left out for it (IN-05)', () => {
    const [found] = freePeople(
      [person('ada', { skills: [{ skillId: drawing, level: 1 }] })],
      [],
      wish,
    );
    expect(found?.missing).toEqual([{ skillId: drawing, level: 1 }]);
  });
});
