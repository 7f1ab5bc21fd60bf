import { dependencies } from '@evenkeel/contract/dependencies';
import { projects } from '@evenkeel/contract/projects';
import { tasks } from '@evenkeel/contract/tasks';
import { calendarDate } from '@evenkeel/core/calendar-date';
import type { ProjectId, TaskId } from '@evenkeel/core/id';
import { startTestApp } from '../../test/app.ts';

export const day = calendarDate;
export const week = { startOn: '2026-06-01', dueOn: '2026-06-05' };

/** A firm with a client project that begins on a Monday; tasks go into the one begun last. */
export async function scheduledFirm() {
  const app = await startTestApp();
  const manager = await app.client();
  let current: ProjectId;

  const newProject = async (name: string): Promise<ProjectId> => {
    const body = { kind: 'client', name, startOn: day('2026-06-01') } as const;
    return (await manager.call(projects.create, { body })).id;
  };
  const begin = async (name: string): Promise<ProjectId> => {
    current = await newProject(name);
    return current;
  };
  const newTask = (name: string, more: object = {}) =>
    manager.call(tasks.create, { body: { projectId: current, name, ...more } });
  const link = (predecessorId: TaskId, successorId: TaskId, more: object = {}) =>
    manager.call(dependencies.create, { body: { predecessorId, successorId, ...more } });
  const read = (id: TaskId) => manager.call(tasks.get, { params: { id } });
  const change = async (id: TaskId, body: object) => {
    const { version } = await read(id);
    return manager.call(tasks.update, { params: { id }, version, body });
  };
  /** Found in the first week, Build for a week after it, and the milestone that closes them. */
  const chain = async () => {
    const found = await newTask('Found', week);
    const build = await newTask('Build', { durationMinutes: 5 * 480 });
    const live = await newTask('Go live', { isMilestone: true });
    await link(found.id, build.id);
    await link(build.id, live.id);
    return { found: found.id, build: build.id, live: live.id };
  };
  return { app, manager, newProject, begin, newTask, link, read, change, chain };
}
