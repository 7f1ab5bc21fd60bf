import { allocations } from '@evenkeel/contract/allocations';
import { leaves } from '@evenkeel/contract/leaves';
import { people } from '@evenkeel/contract/people';
import { projects } from '@evenkeel/contract/projects';
import { skills } from '@evenkeel/contract/skills';
import { trash } from '@evenkeel/contract/trash';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';
import { startSampleApp } from '../../test/sample-app.ts';
import {
  allocate,
  createPlannedFirm,
  day,
  monday,
  type PlannedFirm,
} from './allocations.fixture.ts';

const app = await startTestApp();
const sampled = await startSampleApp();
let client: Client;
let firm: PlannedFirm;

beforeAll(async () => {
  client = await app.client();
  firm = await createPlannedFirm(client);
});

describe('an allocation', () => {
  test('reserves hours of a person on a project, and is found by its days, person and project (U11)', async () => {
    const made = await allocate(client, {
      projectId: firm.site,
      personId: firm.ada,
      note: 'Start',
    });
    expect(made).toMatchObject({
      version: 1,
      project: { id: firm.site, name: 'Site', kind: 'client' },
      person: { id: firm.ada, name: 'Ada' },
      role: null,
      effort: { by: 'day', minutesPerDay: 240 },
      certainty: 'confirmed',
      countsAs: 'confirmed',
      note: 'Start',
    });
    const find = async (query: object) =>
      (await client.call(allocations.list, { query })).rows.map(({ id }) => id);
    expect(await find({ from: day(4), to: day(9), personId: firm.ada })).toEqual([made.id]);
    expect(await find({ from: day(5), to: day(9) })).toEqual([]);
    expect(await find({ projectId: firm.site, certainty: 'confirmed', kind: 'client' })).toEqual([
      made.id,
    ]);
    expect(await find({ roleId: firm.consultant, isPlaceholder: 'false' })).toEqual([made.id]);
    expect(await find({ search: 'ada' })).toEqual([made.id]);
    await client.call(allocations.remove, { params: { id: made.id } });
    expect(await find({})).toEqual([]);
    expect((await client.call(trash.list)).rows[0]).toMatchObject({ kind: 'allocation' });
    await client.call(allocations.restore, { params: { id: made.id } });
    expect(await find({})).toEqual([made.id]);
    await client.call(allocations.remove, { params: { id: made.id } });
  });

  test('moves, stretches and is handed over on the version that was seen', async () => {
    const made = await allocate(client, { projectId: firm.site, personId: firm.ada });
    const moved = await client.call(allocations.update, {
      params: { id: made.id },
      version: made.version,
      body: { startOn: day(7), endOn: day(18), personId: firm.ben },
    });
    expect(moved).toMatchObject({ version: 2, startOn: day(7), person: { name: 'Ben' } });
    const stale = await client.refused(allocations.update, {
      params: { id: made.id },
      version: made.version,
      body: { note: 'too late' },
    });
    expect(stale.code).toBe('stale-version');
    const share = { by: 'share' as const, basisPoints: 5000 };
    const halved = await client.call(allocations.update, {
      params: { id: made.id },
      version: 2,
      body: { effort: share },
    });
    expect(halved.effort).toEqual(share);
    await client.call(allocations.remove, { params: { id: made.id } });
  });

  test('is refused with the field named: no person nor role, days the wrong way, what there is not', async () => {
    const draft = { projectId: firm.site, startOn: monday, endOn: day(4) };
    const effort = { by: 'day' as const, minutesPerDay: 60 };
    const refusal = async (body: object) =>
      (
        await client.refused(allocations.create, { body: { ...draft, effort, ...body } })
      ).issues[0]?.path.join('.');
    expect(await refusal({})).toBe('roleId');
    expect(await refusal({ personId: firm.ada, endOn: day(-1) })).toBe('endOn');
    expect(await refusal({ personId: firm.site })).toBe('personId');
    expect(await refusal({ roleId: firm.site })).toBe('roleId');
    expect(await refusal({ personId: firm.ada, projectId: firm.ada })).toBe('projectId');
    expect(await refusal({ roleId: firm.designer, skillIds: [firm.ada] })).toBe('skillIds.0');
    expect(
      await refusal({ personId: firm.ada, effort: { by: 'share', basisPoints: 10_001 } }),
    ).toBe('effort.basisPoints');
  });

  test('is only tentative on work that is not approved, and none on work that is over', async () => {
    const draft = { projectId: firm.idea, personId: firm.ada };
    const early = await client.refused(allocations.create, {
      body: { ...draft, startOn: monday, endOn: monday, effort: { by: 'day', minutesPerDay: 60 } },
    });
    expect(early.issues[0]?.path).toEqual(['certainty']);
    const thought = await allocate(client, { ...draft, certainty: 'tentative' });
    expect(thought.countsAs).toBe('tentative');
    const old = await client.call(projects.create, { body: { kind: 'client', name: 'Old' } });
    const planned = await allocate(client, { projectId: old.id, personId: firm.ada });
    await client.call(projects.changeState, {
      params: { id: old.id },
      version: old.version,
      body: { state: 'shelved', reason: 'no money' },
    });
    expect(
      (await client.call(allocations.get, { params: { id: planned.id } })).countsAs,
    ).toBeNull();
    const more = await client.refused(allocations.update, {
      params: { id: planned.id },
      version: 1,
      body: { endOn: day(11) },
    });
    expect(more.code).toBe('wrong-state');
    const less = { endOn: day(1) };
    const cut = await client.call(allocations.update, {
      params: { id: planned.id },
      version: 1,
      body: less,
    });
    expect(cut.endOn).toBe(day(1));
    for (const { id } of [thought, planned]) {
      await client.call(allocations.remove, { params: { id } });
    }
  });

  test('is split at a day, and the split is taken back in one call', async () => {
    const made = await allocate(client, { projectId: firm.site, personId: firm.ada });
    const { rows } = await client.call(allocations.split, {
      params: { id: made.id },
      version: 1,
      body: { onDay: day(2) },
    });
    expect(rows.map(({ startOn, endOn }) => [startOn, endOn])).toEqual([
      [monday, day(1)],
      [day(2), day(4)],
    ]);
    expect(rows[0]?.id).toBe(made.id);
    const outside = await client.refused(allocations.split, {
      params: { id: made.id },
      version: 2,
      body: { onDay: monday },
    });
    expect(outside.issues[0]?.path).toEqual(['onDay']);
    const [first, second] = rows;
    if (!first || !second) throw new Error('a split answers with two');
    const back = await client.call(allocations.bulk, {
      body: {
        changes: [
          { do: 'remove', id: second.id },
          { do: 'update', id: first.id, version: first.version, change: { endOn: day(4) } },
        ],
      },
    });
    expect(back.rows.map(({ endOn, deletedAt }) => [endOn, deletedAt !== null])).toEqual([
      [day(4), true],
      [day(4), false],
    ]);
    await client.call(allocations.remove, { params: { id: made.id } });
  });

  test('is changed with others all or none, and the one that cannot be is named', async () => {
    const made = await allocate(client, { projectId: firm.site, personId: firm.ada });
    const draft = {
      projectId: firm.site,
      roleId: firm.designer,
      startOn: monday,
      endOn: day(1),
      effort: { by: 'day' as const, minutesPerDay: 60 },
    };
    const refused = await client.refused(allocations.bulk, {
      body: {
        changes: [
          { do: 'update', id: made.id, version: 1, change: { note: 'changed' } },
          { do: 'create', draft },
          { do: 'create', draft: { ...draft, roleId: null } },
        ],
      },
    });
    expect(refused.issues[0]?.path).toEqual(['changes', 2, 'draft', 'roleId']);
    const { rows } = await client.call(allocations.list);
    expect(rows.map(({ id, note }) => [id, note])).toEqual([[made.id, '']]);
    await client.call(allocations.remove, { params: { id: made.id } });
  });

  test('is for those who may write, and nothing of another workspace', async () => {
    const viewer = await app.client({ role: 'viewer', workspaceOf: client });
    const body = {
      projectId: firm.site,
      personId: firm.ada,
      startOn: monday,
      endOn: monday,
      effort: { by: 'day' as const, minutesPerDay: 60 },
    };
    expect((await viewer.refused(allocations.create, { body })).code).toBe('not-allowed');
    const stranger = await app.client();
    const refused = await stranger.refused(allocations.create, { body });
    expect(refused.issues[0]?.code).toBe('unknown');
  });
});

describe('a placeholder', () => {
  test('is filled for some of its days; what is left stays open, with role and skills', async () => {
    const skill = await client.call(skills.create, { body: { name: 'Prototyping' } });
    const open = await allocate(client, {
      projectId: firm.site,
      roleId: firm.designer,
      skillIds: [skill.id],
      endOn: day(18),
    });
    expect(open).toMatchObject({ person: null, skills: [{ name: 'Prototyping' }] });
    const { rows } = await client.call(allocations.fill, {
      params: { id: open.id },
      version: 1,
      body: { personId: firm.ben, from: day(7), to: day(11) },
    });
    expect(rows.map(({ person, startOn, endOn }) => [person?.name, startOn, endOn])).toEqual([
      ['Ben', day(7), day(11)],
      [undefined, monday, day(6)],
      [undefined, day(12), day(18)],
    ]);
    expect(rows.every((row) => row.skills[0]?.id === skill.id)).toBe(true);
    expect(rows[0]?.id).toBe(open.id);
    const again = await client.refused(allocations.fill, {
      params: { id: open.id },
      version: 2,
      body: { personId: firm.ada },
    });
    expect(again.code).toBe('wrong-state');
    for (const { id } of rows) await client.call(allocations.remove, { params: { id } });
  });

  test('finds who is free with the skill, the best first, with the reasons (IN-05)', async () => {
    const skill = await client.call(skills.create, { body: { name: 'Sketching' } });
    const set = (id: typeof firm.ada, level: 2 | 4) =>
      client.call(skills.setOfPerson, {
        params: { id },
        body: { skills: [{ skillId: skill.id, level }] },
      });
    await set(firm.ben, 4);
    await set(firm.ada, 2);
    const busy = await allocate(client, { projectId: firm.site, personId: firm.ada });
    const query = {
      from: monday,
      to: day(4),
      roleId: firm.designer,
      skills: `${skill.id}:3`,
      minutes: 600,
    };
    const { rows } = await client.call(allocations.freePeople, { query });
    expect(rows).toMatchObject([
      {
        person: { name: 'Ben' },
        freeMinutes: 1200,
        hasRole: true,
        isEnough: true,
        missingCount: 0,
      },
      {
        person: { name: 'Ada' },
        capacityMinutes: 2400,
        confirmedMinutes: 1200,
        freeMinutes: 1200,
        hasRole: false,
        skills: [{ name: 'Sketching', level: 2, wanted: 3 }],
        missingCount: 1,
        projects: [{ name: 'Site', minutes: 1200 }],
      },
    ]);
    await client.call(allocations.remove, { params: { id: busy.id } });
  });
});

describe('the plan of a person', () => {
  test('is named where it does not hold: too many hours, leave, and after they have left (U11)', async () => {
    const full = await allocate(client, {
      projectId: firm.site,
      personId: firm.ada,
      effort: { by: 'share', basisPoints: 10_000 },
      endOn: day(11),
    });
    const more = await allocate(client, {
      projectId: firm.idea,
      personId: firm.ada,
      certainty: 'tentative',
      endOn: day(1),
    });
    const leave = await client.call(leaves.create, {
      body: { personId: firm.ada, startOn: day(7), endOn: day(8) },
    });
    const find = async (query: object = {}) =>
      (await client.call(allocations.clashes, { query: { from: monday, to: day(40), ...query } }))
        .rows;
    expect(await find()).toMatchObject([
      {
        person: { name: 'Ada' },
        kind: 'over-allocated',
        from: monday,
        to: day(1),
        days: 2,
        overMinutes: 480,
        worstMinutes: 240,
        isTentative: true,
        allocations: [{ id: full.id }, { id: more.id }],
      },
      { kind: 'on-leave', from: day(7), to: day(8), overMinutes: 960, isTentative: false },
    ]);
    expect(await find({ projectId: firm.idea })).toHaveLength(1);
    expect(await find({ personId: firm.ben })).toHaveLength(0);
    const ada = await client.call(people.get, { params: { id: firm.ada } });
    await client.call(people.update, {
      params: { id: ada.id },
      version: ada.version,
      body: { leftOn: day(9) },
    });
    expect((await find()).at(-1)).toMatchObject({ kind: 'not-employed', from: day(10), days: 2 });
    await client.call(people.update, {
      params: { id: ada.id },
      version: ada.version + 1,
      body: { leftOn: null },
    });
    await client.call(leaves.remove, { params: { id: leave.id } });
    for (const { id } of [full, more]) await client.call(allocations.remove, { params: { id } });
  });
});

describe('the planner', () => {
  test('shows people with capacity by day, allocations, and what tasks ask and was logged by week', async () => {
    const made = await allocate(client, { projectId: firm.site, personId: firm.ben });
    const view = await client.call(allocations.planner, {
      query: { from: monday, to: day(13) },
    });
    const ben = view.people.find(({ id }) => id === firm.ben);
    expect(ben?.capacity.slice(0, 7)).toEqual([240, 240, 240, 240, 240, 0, 0]);
    expect(view.firmCapacity).toHaveLength(14);
    expect(view.allocations).toMatchObject([
      { id: made.id, personId: firm.ben, projectId: firm.site, version: 1 },
    ]);
    expect(view.projects.map(({ name }) => name)).toEqual(expect.arrayContaining(['Site', 'Idea']));
    expect(view.roles.map(({ name }) => name)).toEqual(['Consultant', 'Designer']);
    const tooLong = await client.refused(allocations.planner, {
      query: { from: monday, to: day(2000) },
    });
    expect(tooLong.issues[0]?.path).toEqual(['to']);
    await client.call(allocations.remove, { params: { id: made.id } });
  });
});

test('the sample firm is planned, with a clash and two open places (U11)', async () => {
  const { owner } = sampled;
  const { rows, total } = await owner.call(allocations.list, { query: { isPlaceholder: 'true' } });
  expect([total, ...rows.map(({ role }) => role?.name).sort()]).toEqual([
    2,
    'Designer',
    'Developer',
  ]);
  expect(rows.flatMap((row) => row.skills.map(({ name }) => name))).toContain('Data engineering');
  const clashes = await owner.call(allocations.clashes);
  const over = clashes.rows.filter(({ kind }) => kind === 'over-allocated');
  expect(new Set(over.map(({ person }) => person.name))).toEqual(new Set(['Samuel Adeyemi']));
}, 60_000);
