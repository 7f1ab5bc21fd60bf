import { people } from '@evenkeel/contract/people';
import { skills } from '@evenkeel/contract/skills';
import type { PersonId, SkillId } from '@evenkeel/core/id';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../../test/app.ts';
import { linkPerson } from '../../time/time.fixture.ts';

const app = await startTestApp();
let manager: Client;
let member: Client;
let mara: PersonId;
let ole: PersonId;

beforeAll(async () => {
  manager = await app.client({ role: 'manager' });
  member = await app.client({ role: 'member', workspaceOf: manager });
  mara = (await manager.call(people.create, { body: { name: 'Mara' } })).id;
  ole = (await manager.call(people.create, { body: { name: 'Ole' } })).id;
  await linkPerson(app.databaseUrl, member.member.memberId, mara);
});

async function newSkill(name: string): Promise<SkillId> {
  return (await manager.call(skills.create, { body: { name } })).id;
}

describe('skills of people (PM-13)', () => {
  test('are said of oneself by everybody, of others by managers only', async () => {
    const skillId = await newSkill('Facilitating');
    const body = { skills: [{ skillId, level: 3 as const }] };
    const own = await member.call(skills.setOfPerson, { params: { id: mara }, body });
    expect(own.skills).toEqual([{ id: skillId, name: 'Facilitating', level: 3 }]);
    const other = await member.refused(skills.setOfPerson, { params: { id: ole }, body });
    expect(other.code).toBe('not-allowed');
    const better = { skills: [{ skillId, level: 4 as const }] };
    await manager.call(skills.setOfPerson, { params: { id: ole }, body: better });
    const { rows } = await manager.call(skills.list);
    expect(rows.find(({ id }) => id === skillId)?.people).toEqual([
      { id: ole, name: 'Ole', level: 4 },
      { id: mara, name: 'Mara', level: 3 },
    ]);
  });

  test('are replaced as a whole: what is not named is gone, what is new is there', async () => {
    const [first, second] = [await newSkill('Pricing'), await newSkill('Research')];
    const params = { id: ole };
    const set = (given: { skillId: SkillId; level: 1 | 2 | 3 | 4 }[]) =>
      manager.call(skills.setOfPerson, { params, body: { skills: given } });
    await set([{ skillId: first, level: 1 }]);
    const after = await set([
      { skillId: second, level: 2 },
      { skillId: first, level: 4 },
    ]);
    expect(after.skills.map(({ name, level }) => [name, level])).toEqual([
      ['Pricing', 4],
      ['Research', 2],
    ]);
    expect((await set([])).skills).toEqual([]);
    expect((await manager.call(skills.ofPerson, { params })).skills).toEqual([]);
  });

  test('are refused twice, unknown, and beyond the four levels', async () => {
    const skillId = await newSkill('Danish');
    const params = { id: ole };
    const line = { skillId, level: 2 as const };
    const twice = await manager.refused(skills.setOfPerson, {
      params,
      body: { skills: [line, line] },
    });
    expect(twice.issues[0]).toMatchObject({ path: ['skills', 1, 'skillId'], code: 'twice' });
    const unknown = await manager.refused(skills.setOfPerson, {
      params,
      body: { skills: [{ ...line, skillId: ole as unknown as SkillId }] },
    });
    expect(unknown.issues[0]).toMatchObject({ path: ['skills', 0, 'skillId'], code: 'unknown' });
    const beyond = await manager.refused(skills.setOfPerson, {
      params,
      // The type forbids it; a program may send it all the same.
      body: { skills: [{ skillId, level: 5 as unknown as 4 }] },
    });
    expect(beyond.issues[0]?.path).toEqual(['skills', 0, 'level']);
  });

  test('have names of their own, and cannot go while somebody has them', async () => {
    const id = await newSkill('Planning');
    const again = await manager.refused(skills.create, { body: { name: 'planning' } });
    expect(again.issues[0]?.path).toEqual(['name']);
    const body = { skills: [{ skillId: id, level: 2 as const }] };
    await manager.call(skills.setOfPerson, { params: { id: mara }, body });
    expect((await manager.refused(skills.remove, { params: { id } })).code).toBe('still-in-use');
    await manager.call(skills.setOfPerson, { params: { id: mara }, body: { skills: [] } });
    await manager.call(skills.remove, { params: { id } });
    expect((await manager.call(skills.list)).rows.some((skill) => skill.id === id)).toBe(false);
  });
});
