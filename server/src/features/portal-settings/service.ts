import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { portalSettings } from '@evenkeel/contract/portal-settings';
import type { ProjectId } from '@evenkeel/core/id';
import { AppError } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { agreedTerms } from '../agreements/service.ts';
import * as repository from './repository.ts';

export async function readSettings(scope: Scope, id: ProjectId) {
  const project = await requireProject(scope, id);
  return {
    project,
    agreedToleranceDays: (await agreedTerms(scope, id))?.toleranceDays ?? null,
    tasks: await repository.listTasks(scope, id),
    files: await repository.listFiles(scope, id),
    messageCount: await repository.countMessages(scope, id),
  };
}

export async function changeSettings(
  scope: Scope,
  record: { readonly id: ProjectId; readonly version: number },
  change: BodyOf<typeof portalSettings.update>,
) {
  const { isOpen, shows, welcome, toleranceDays } = change;
  const project = await requireProject(scope, record.id);
  if (isOpen && project.account_id === null) {
    throw new AppError('wrong-state', 'Say first whose project this is: it has no account.');
  }
  if (toleranceDays !== undefined && (await agreedTerms(scope, record.id)) !== null) {
    throw new AppError(
      'wrong-state',
      'What counts as a delay is agreed with the client. Change it in the working agreement.',
    );
  }
  const openedAt = isOpen ? (project.portal_opened_at ?? scope.now) : null;
  await repository.updateProject(scope, record, {
    ...(isOpen === undefined ? {} : { portal_opened_at: openedAt }),
    ...(shows === undefined ? {} : { portal_shows: [...new Set(shows)] }),
    ...(welcome === undefined ? {} : { portal_welcome: welcome }),
    ...(toleranceDays === undefined ? {} : { delay_tolerance_days: toleranceDays }),
  });
  return readSettings(scope, record.id);
}

/** Shows tasks and files of a project to its client, or hides them; others are left alone. */
export async function show(
  scope: Scope,
  id: ProjectId,
  { taskIds, fileIds, isVisible }: BodyOf<typeof portalSettings.show>,
) {
  await requireProject(scope, id);
  await repository.showTasks(scope, id, taskIds, isVisible);
  const own = new Set((await repository.listFiles(scope, id)).map((file) => file.id));
  const wanted = fileIds.filter((fileId) => own.has(fileId));
  await repository.showFiles(scope, wanted, isVisible);
  return readSettings(scope, id);
}

/** A client project that is not in the trash. Throws `not-found`. */
export async function requireProject(scope: Scope, id: ProjectId) {
  const project = await repository.findProject(scope, id);
  if (!project) throw new AppError('not-found', 'There is no such client project.');
  return project;
}
