import { people, roles } from '@evenkeel/contract/people';
import { projects } from '@evenkeel/contract/projects';
import { tasks } from '@evenkeel/contract/tasks';
import { templates } from '@evenkeel/contract/templates';
import { calendarDate } from '@evenkeel/core/calendar-date';
import { defaultTemplates, outlineWithRoles } from '@evenkeel/core/projects/default-templates';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';

const app = await startTestApp();
let manager: Client;

beforeAll(async () => {
  manager = await app.client();
});

const startOn = calendarDate('2026-06-01');
const endOn = calendarDate('2026-08-28');

async function newTemplate(name: string) {
  const found = defaultTemplates.find((template) => template.name === name);
  if (!found) throw new Error(`no template ${name}`);
  const { rows } = await manager.call(roles.list);
  const outline = outlineWithRoles(found, rows);
  return manager.call(templates.create, {
    body: {
      kind: found.kind,
      name,
      // The contract's schema wants arrays of its own.
      outline: { ...outline, phases: outline.phases.map((p) => ({ ...p, tasks: [...p.tasks] })) },
    },
  });
}

describe('a project', () => {
  test('is a client project or an initiative, each with what only it has (ST-01, ST-02)', async () => {
    const client = await manager.call(projects.create, {
      body: { kind: 'client', name: 'Harbour', price: 900_000, startOn, endOn },
    });
    const initiative = await manager.call(projects.create, {
      body: {
        kind: 'initiative',
        name: 'New market',
        category: 'grow',
        promisedWeeklyMinutes: 600,
      },
    });
    expect(client).toMatchObject({ kind: 'client', state: 'approved', price: 900_000, version: 1 });
    expect(initiative).toMatchObject({ kind: 'initiative', state: 'considered', category: 'grow' });
    expect(client).not.toHaveProperty('category');
    expect(initiative).not.toHaveProperty('price');
    for (const kind of ['client', 'initiative'] as const) {
      const { rows } = await manager.call(projects.list, { query: { kind } });
      expect(new Set(rows.map((row) => row.kind))).toEqual(new Set([kind]));
    }
  });

  test('does not take fields of the other kind, nor change its kind', async () => {
    const client = await manager.call(projects.create, { body: { kind: 'client', name: 'Fixed' } });
    const key = { params: { id: client.id }, version: client.version };
    const foreign = { kind: 'client', category: 'grow' } as { kind: 'client' };
    expect((await manager.refused(projects.update, { ...key, body: foreign })).code).toBe(
      'invalid-input',
    );
    const other = await manager.refused(projects.update, {
      ...key,
      body: { kind: 'initiative', category: 'grow' },
    });
    expect(other.code).toBe('wrong-state');
  });

  test('changes fields, names people and teams, and says stale to the second writer', async () => {
    const person = await manager.call(people.create, { body: { name: 'Paula Manager' } });
    const client = await manager.call(projects.create, { body: { kind: 'client', name: 'Named' } });
    const key = { params: { id: client.id }, version: client.version };
    const changed = await manager.call(projects.update, {
      ...key,
      body: { kind: 'client', projectManagerId: person.id, scope: 'Docks 1 to 4', startOn, endOn },
    });
    expect(changed).toMatchObject({
      projectManager: { id: person.id, name: 'Paula Manager' },
      scope: 'Docks 1 to 4',
      version: 2,
    });
    const stale = await manager.refused(projects.update, {
      ...key,
      body: { kind: 'client', name: 'Other' },
    });
    expect(stale.code).toBe('stale-version');
    const backwards = await manager.refused(projects.update, {
      params: { id: client.id },
      version: 2,
      body: { kind: 'client', endOn: calendarDate('2026-05-01') },
    });
    expect(backwards.issues[0]).toMatchObject({ path: ['endOn'], code: 'too-early' });
  });

  test('moves along its funnel; shelving needs a reason, which goes when it comes back (ST-39)', async () => {
    let project = await manager.call(projects.create, { body: { kind: 'client', name: 'Moving' } });
    const move = (state: 'executing' | 'shelved' | 'completed' | 'proposed', reason = '') => ({
      params: { id: project.id },
      version: project.version,
      body: { state, reason },
    });
    project = await manager.call(projects.changeState, move('executing'));
    expect(project.state).toBe('executing');
    const unsaid = await manager.refused(projects.changeState, move('shelved'));
    expect(unsaid.issues[0]).toMatchObject({ path: ['reason'], code: 'needed' });
    project = await manager.call(projects.changeState, move('shelved', 'Client out of money'));
    expect(project).toMatchObject({ state: 'shelved', stateReason: 'Client out of money' });
    const never = await manager.refused(projects.changeState, move('proposed'));
    expect(never.code).toBe('wrong-state');
    project = await manager.call(projects.changeState, move('executing'));
    expect(project).toMatchObject({ state: 'executing', stateReason: '' });
  });

  test('that is an initiative moves only by its own call, with its approval (ST-03)', async () => {
    const initiative = await manager.call(projects.create, {
      body: { kind: 'initiative', name: 'Sneaky' },
    });
    const refusal = await manager.refused(projects.changeState, {
      params: { id: initiative.id },
      version: 1,
      body: { state: 'approved' },
    });
    expect(refusal.code).toBe('wrong-state');
  });

  test('goes to the trash with its tasks out of sight, and comes back whole', async () => {
    const project = await manager.call(projects.create, {
      body: { kind: 'client', name: 'Binned' },
    });
    await manager.call(tasks.create, { body: { projectId: project.id, name: 'Binned task' } });
    const find = () => manager.call(tasks.list, { query: { search: 'Binned task' } });
    await manager.call(projects.remove, { params: { id: project.id } });
    expect((await find()).total).toBe(0);
    await manager.call(projects.restore, { params: { id: project.id } });
    expect((await find()).total).toBe(1);
  });
});

describe('a project with a template', () => {
  test('gets phases and tasks over its dates; a missing end from the usual length (U21)', async () => {
    const template = await newTemplate('Training');
    const project = await manager.call(projects.create, {
      body: { kind: 'client', name: 'Trained', templateId: template.id, startOn },
    });
    // 25 weekdays from Monday 1 June 2026.
    expect(project).toMatchObject({ endOn: '2026-07-03', template: { name: 'Training' } });
    expect(project.phases.map((phase) => phase.name)).toEqual(['Plan', 'Prepare', 'Teach']);
    const { rows } = await manager.call(tasks.list, { query: { projectId: project.id } });
    expect(rows).toHaveLength(11);
    expect(rows[0]).toMatchObject({
      name: 'Ask what people need',
      role: { name: 'Consultant' },
      phaseId: project.phases[0]?.id,
      startOn: '2026-06-01',
      estimateMinutes: 1260,
    });
    expect(project.figures.taskCount).toBe(11);
  });

  test('gets three estimates where the template says how far hours may be off, and gives them back (U14, U21)', async () => {
    const base = await newTemplate('Training');
    const [first, ...rest] = base.outline.phases;
    const [task, ...others] = first?.tasks ?? [];
    if (!first || !task) throw new Error('a template without tasks');
    const spread = { optimisticShare: 7_500, pessimisticShare: 20_000 };
    const phases = [{ ...first, tasks: [{ ...task, ...spread }, ...others] }, ...rest];
    const { id } = await manager.call(templates.create, {
      body: { kind: 'client', name: 'Unsure', outline: { ...base.outline, phases } },
    });
    const body = { kind: 'client' as const, name: 'Unsure', templateId: id, startOn };
    const project = await manager.call(projects.create, { body });
    const { rows } = await manager.call(tasks.list, { query: { projectId: project.id } });
    expect(rows[0]).toMatchObject({
      estimateMinutes: 1_260,
      optimisticMinutes: 945,
      pessimisticMinutes: 2_520,
    });
    const made = await manager.call(projects.saveAsTemplate, {
      params: { id: project.id },
      body: { name: 'Unsure again' },
    });
    const again = await manager.call(templates.get, { params: { id: made.id } });
    expect(again.outline.phases[0]?.tasks[0]).toMatchObject(spread);
  });

  test('refuses a template of the other kind', async () => {
    const template = await newTemplate('New market');
    const refusal = await manager.refused(projects.create, {
      body: { kind: 'client', name: 'Wrong', templateId: template.id, startOn },
    });
    expect(refusal.issues[0]).toMatchObject({ path: ['templateId'], code: 'other-kind' });
  });

  test('can become a template again, from which the same plan is made (U21)', async () => {
    const template = await newTemplate('Campaign');
    const body = {
      kind: 'client',
      name: 'First',
      templateId: template.id,
      startOn,
      endOn,
    } as const;
    const first = await manager.call(projects.create, { body });
    const made = await manager.call(projects.saveAsTemplate, {
      params: { id: first.id },
      body: { name: 'Campaign as done' },
    });
    const second = await manager.call(projects.create, {
      body: { ...body, name: 'Second', templateId: made.id },
    });
    const plan = async (projectId: typeof first.id) => {
      const { rows } = await manager.call(tasks.list, { query: { projectId } });
      return rows.map(({ name, startOn: from, dueOn }) => [name, from, dueOn]);
    };
    expect(await plan(second.id)).toEqual(await plan(first.id));
  });

  test('is made from one that is sound, changed only on its newest version, kept in the trash', async () => {
    const template = await newTemplate('Strategy');
    const [phase] = template.outline.phases;
    if (!phase) throw new Error('no phase');
    const outline = { durationWeekdays: 5, phases: [{ ...phase, startShare: 500, endShare: 400 }] };
    const key = { params: { id: template.id }, version: template.version };
    const refusal = await manager.refused(templates.update, { ...key, body: { outline } });
    expect(refusal.issues[0]?.path.slice(0, 3)).toEqual(['outline', 'phases', 0]);
    const renamed = await manager.call(templates.update, { ...key, body: { name: 'Board work' } });
    expect(renamed).toMatchObject({ name: 'Board work', version: 2, outline: template.outline });
    await manager.call(templates.remove, { params: { id: template.id } });
    const listed = await manager.call(templates.list, { query: { kind: 'client' } });
    expect(listed.rows.map((row) => row.id)).not.toContain(template.id);
    const restored = await manager.call(templates.restore, { params: { id: template.id } });
    expect(restored.deletedAt).toBeNull();
  });
});

describe('a phase', () => {
  test('is added after the others, renamed, and removed once it has no tasks', async () => {
    const project = await manager.call(projects.create, {
      body: { kind: 'client', name: 'Phased' },
    });
    const params = { id: project.id };
    const first = await manager.call(projects.addPhase, { params, body: { name: 'One' } });
    const second = await manager.call(projects.addPhase, { params, body: { name: 'Two' } });
    expect([first.position, second.position]).toEqual([0, 1]);
    const key = { id: project.id, phaseId: second.id };
    const renamed = await manager.call(projects.updatePhase, {
      params: key,
      version: 1,
      body: { name: 'Second', startOn, endOn },
    });
    expect(renamed).toMatchObject({ name: 'Second', startOn, version: 2 });
    const task = await manager.call(tasks.create, {
      body: { projectId: project.id, phaseId: second.id, name: 'In it' },
    });
    const refusal = await manager.refused(projects.removePhase, { params: key });
    expect(refusal).toMatchObject({ code: 'still-in-use' });
    await manager.call(tasks.remove, { params: { id: task.id } });
    await manager.call(projects.removePhase, { params: key });
    const { phases } = await manager.call(projects.get, { params });
    expect(phases.map((phase) => phase.name)).toEqual(['One']);
  });
});

describe('projects, phases and templates', () => {
  test('of one workspace are closed to a member of another', async () => {
    const stranger = await app.client();
    const project = await manager.call(projects.create, {
      body: { kind: 'client', name: 'Secret project' },
    });
    const template = await newTemplate('Own marketing');
    const params = { id: project.id };
    const phase = await manager.call(projects.addPhase, { params, body: { name: 'Secret' } });
    const listed = await stranger.call(projects.list);
    expect(listed.rows).toEqual([]);
    expect((await stranger.call(templates.list)).rows).toEqual([]);
    const body = { kind: 'client', name: 'x' } as const;
    for (const refusal of [
      await stranger.refused(projects.get, { params }),
      await stranger.refused(projects.update, { params, version: 1, body }),
      await stranger.refused(projects.remove, { params }),
      await stranger.refused(projects.restore, { params }),
      await stranger.refused(projects.origins, { params }),
      await stranger.refused(projects.addPhase, { params, body: { name: 'x' } }),
      await stranger.refused(projects.removePhase, { params: { ...params, phaseId: phase.id } }),
      await stranger.refused(projects.saveAsTemplate, { params, body: { name: 'x' } }),
      await stranger.refused(templates.get, { params: { id: template.id } }),
      await stranger.refused(projects.create, {
        body: { kind: 'initiative', name: 'x', templateId: template.id, startOn },
      }),
    ]) {
      expect(refusal.status).toBe(404);
    }
  });

  test('are for viewers to read, and templates for managers to change', async () => {
    const viewer = await app.client({ role: 'viewer', workspaceOf: manager });
    const member = await app.client({ role: 'member', workspaceOf: manager });
    expect((await viewer.call(projects.list)).total).toBeGreaterThan(0);
    const body = { kind: 'client', name: 'No' } as const;
    expect((await viewer.refused(projects.create, { body })).status).toBe(403);
    expect((await member.call(projects.create, { body })).name).toBe('No');
    const template = {
      kind: 'client',
      name: 'No',
      outline: { durationWeekdays: 1, phases: [] },
    } as const;
    const draft = { ...template, outline: { ...template.outline, phases: [] } };
    expect((await member.refused(templates.create, { body: draft })).status).toBe(403);
  });
});
