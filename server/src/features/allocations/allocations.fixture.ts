import { allocations } from '@evenkeel/contract/allocations';
import type { BodyInputOf } from '@evenkeel/contract/endpoint';
import { people, roles } from '@evenkeel/contract/people';
import { projects } from '@evenkeel/contract/projects';
import { addDays, type CalendarDate, weekStart } from '@evenkeel/core/calendar-date';
import type { PersonId, ProjectId, RoleId } from '@evenkeel/core/id';
import { dayIn } from '../../platform/clock.ts';
import type { Client } from '../../test/app.ts';

/** A Monday five weeks from now, so that nothing of it is past; `day(n)` is n days after it. */
export const monday: CalendarDate = weekStart(addDays(dayIn('Europe/Berlin', new Date()), 35));

/** So many days after the Monday. */
export function day(count: number): CalendarDate {
  return addDays(monday, count);
}

/** Two people, a client project and an initiative that is not yet approved. */
export type PlannedFirm = {
  readonly ada: PersonId;
  readonly ben: PersonId;
  readonly site: ProjectId;
  readonly idea: ProjectId;
  readonly consultant: RoleId;
  readonly designer: RoleId;
};

/** A firm of two with work to plan, made over the API. */
export async function createPlannedFirm(client: Client): Promise<PlannedFirm> {
  const found = await client.call(roles.list);
  const roleOf = (name: string) => {
    const role = found.rows.find((row) => row.name === name);
    if (!role) throw new Error(`there is no role ${name}`);
    return role.id;
  };
  const [consultant, designer] = [roleOf('Consultant'), roleOf('Designer')];
  const joinedOn = '2020-01-01' as CalendarDate;
  const person = async (name: string, roleId: RoleId, weeklyMinutes: number) =>
    (await client.call(people.create, { body: { name, roleId, weeklyMinutes, joinedOn } })).id;
  const project = async (kind: 'client' | 'initiative', name: string) =>
    (await client.call(projects.create, { body: { kind, name } })).id;
  return {
    ada: await person('Ada', consultant, 2400),
    ben: await person('Ben', designer, 1200),
    site: await project('client', 'Site'),
    idea: await project('initiative', 'Idea'),
    consultant,
    designer,
  };
}

/** Allocates four hours a day of a person or role for the first week, unless more is said. */
export function allocate(
  client: Client,
  draft: Partial<BodyInputOf<typeof allocations.create>> & { readonly projectId: ProjectId },
) {
  return client.call(allocations.create, {
    body: {
      startOn: monday,
      endOn: day(4),
      effort: { by: 'day', minutesPerDay: 240 },
      ...draft,
    },
  });
}
