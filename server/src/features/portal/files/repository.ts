import type { FileId, ProjectId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { PortalScope } from '../../../platform/db/scope.ts';

export type PortalFileRecord = Awaited<ReturnType<typeof listFiles>>[number];

const most = 1_000;

/** The files of a project and of its visible tasks that the reader sees, the latest first. */
export function listFiles(scope: PortalScope, projectId: ProjectId) {
  return fileRows(scope)
    .where(sql<boolean>`file.subject_kind in ('client-project', 'task')`)
    .where(
      sql<boolean>`file.subject_id = any(array(select id from task where project_id = ${projectId}) || ${projectId}::uuid)`,
    )
    .orderBy('file.created_at', 'desc')
    .orderBy('file.id', 'desc')
    .limit(most)
    .execute();
}

/** Those on the project and its tasks, and those of its deliverables and messages, by name. */
export function listProjectFiles(scope: PortalScope, projectId: ProjectId) {
  return fileRows(scope)
    .where(
      sql<boolean>`file.subject_id = any(array(select id from task where project_id = ${projectId})
        || array(select id from deliverable where project_id = ${projectId})
        || array(select id from change_request where project_id = ${projectId})
        || array(select id from meeting where project_id = ${projectId}) || ${projectId}::uuid)`,
    )
    .orderBy(sql`file.name collate "und-x-icu"`)
    .orderBy('file.id')
    .limit(most)
    .execute();
}

export function findFile(scope: PortalScope, id: FileId) {
  return fileRows(scope).where('file.id', '=', id).executeTakeFirst();
}

function fileRows(scope: PortalScope) {
  return scope.tx
    .selectFrom('file')
    .innerJoin('file_content', (join) =>
      join
        .onRef('file_content.workspace_id', '=', 'file.workspace_id')
        .onRef('file_content.id', '=', 'file.content_id'),
    )
    .leftJoin('task', (join) =>
      join
        .onRef('task.workspace_id', '=', 'file.workspace_id')
        .on(sql<boolean>`task.id = file.subject_id`)
        .on('file.subject_kind', '=', 'task'),
    )
    .select([
      'file.id',
      'file.name',
      'file.content_id',
      'file_content.byte_size',
      'file_content.image_type',
      'task.name as task_name',
      'file.created_at',
      sql<string>`coalesce(portal_member_name(file.member_id), portal_person_name(file.person_id), '')`.as(
        'author',
      ),
      sql<boolean>`file.member_id is null or portal_is_ours(file.member_id)`.as('is_ours'),
    ]);
}
