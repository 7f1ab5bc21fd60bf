import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { ApprovalDecision, VersionState } from '@evenkeel/core/deliverables/deliverable';
import type {
  ApprovalId,
  ClientDutyId,
  ContactId,
  DeliverableId,
  DeliverableVersionId,
  FileId,
  Id,
  MemberId,
  TaskId,
  UploadId,
} from '@evenkeel/core/id';
import { sql, type Updateable } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';
import type { ApprovalTable, DeliverableVersionTable } from '../../../schema/working-tables.ts';

export type VersionRecord = {
  readonly id: DeliverableVersionId;
  readonly version: number;
  readonly deliverable_id: DeliverableId;
  readonly number: number;
  readonly note: string;
  readonly state: VersionState;
  readonly created_at: Date;
  readonly asked_at: Date | null;
  readonly asked_by: MemberId | null;
  readonly asked_name: string | null;
  readonly due_on: CalendarDate | null;
  readonly decided_at: Date | null;
  readonly manifest_hash: string | null;
};
export type VersionFileRecord = {
  readonly version_id: DeliverableVersionId;
  readonly file_id: FileId;
  readonly name: string;
  readonly byte_size: number;
  readonly sha256: string;
};
export type ApprovalRecord = {
  readonly id: ApprovalId;
  readonly deliverable_id: DeliverableId;
  readonly version_id: DeliverableVersionId;
  readonly contact_id: ContactId;
  readonly contact_name: string;
  readonly duty_id: ClientDutyId | null;
  readonly decision: ApprovalDecision | null;
  readonly reason: string;
  readonly decided_at: Date | null;
  readonly decided_name: string;
  readonly manifest_hash: string | null;
  readonly task_id: TaskId | null;
  readonly task_name: string | null;
};

/** The versions of some deliverables, the latest first, with their files and approvals. */
export async function listVersions(scope: Scope, ids: readonly DeliverableId[]) {
  if (ids.length === 0) return { versions: [], files: [], approvals: [] };
  const of = sql`workspace_id = ${scope.workspaceId} and deliverable_id = any(${[...ids]}::uuid[])`;
  const { rows: versions } = await sql<VersionRecord>`
    select v.*, m.name as asked_name from (select * from deliverable_version where ${of}) v
    left join member m on m.workspace_id = v.workspace_id and m.id = v.asked_by
    order by v.number desc, v.id limit 20000`.execute(scope.tx);
  const { rows: files } = await sql<VersionFileRecord>`
    select version_id, file_id, name, byte_size, sha256 from deliverable_file where ${of}
    order by name collate "und-x-icu", id limit 100000`.execute(scope.tx);
  const { rows: approvals } = await sql<ApprovalRecord>`
    select a.id, a.deliverable_id, a.version_id, a.contact_id, c.name as contact_name, a.duty_id, a.decision,
      a.reason, a.decided_at, a.decided_name, a.manifest_hash, t.id as task_id, t.name as task_name
    from (select * from approval where ${of}) a
    join contact c on c.workspace_id = a.workspace_id and c.id = a.contact_id
    left join task t on t.workspace_id = a.workspace_id and t.id = a.task_id and t.deleted_at is null
    order by c.name collate "und-x-icu", a.id limit 100000`.execute(scope.tx);
  return { versions, files, approvals };
}

/** One approval; undefined when there is none. */
export async function findApproval(
  scope: Scope,
  id: ApprovalId,
): Promise<Pick<ApprovalRecord, 'id' | 'deliverable_id' | 'version_id'> | undefined> {
  return scope.tx
    .selectFrom('approval')
    .select(['id', 'deliverable_id', 'version_id'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** A file that hangs on a deliverable, with where its bytes are. */
export type OwnFile = {
  readonly id: FileId;
  readonly name: string;
  readonly byte_size: number;
  readonly content_id: UploadId;
};

/** Of some files those that hang on the deliverable and are not in the trash. */
export async function listOwnFiles(
  scope: Scope,
  id: DeliverableId,
  fileIds: readonly FileId[],
): Promise<OwnFile[]> {
  const { rows } = await sql<OwnFile>`
    select f.id, f.name, c.byte_size, f.content_id from file f
    join file_content c on c.workspace_id = f.workspace_id and c.id = f.content_id
    where f.workspace_id = ${scope.workspaceId} and f.subject_kind = 'deliverable' and f.subject_id = ${id}
      and f.deleted_at is null and f.id = any(${[...fileIds]}::uuid[])
    order by f.id limit 100`.execute(scope.tx);
  return rows;
}

export async function insertVersion(
  scope: Scope,
  version: {
    readonly deliverableId: DeliverableId;
    readonly number: number;
    readonly note: string;
    readonly files: readonly (OwnFile & { readonly sha256: string })[];
  },
): Promise<DeliverableVersionId> {
  const { deliverableId, number, note, files } = version;
  const id = newId<DeliverableVersionId>();
  const key = { workspace_id: scope.workspaceId, deliverable_id: deliverableId };
  await scope.tx
    .insertInto('deliverable_version')
    .values({ ...key, id, number, note })
    .execute();
  await scope.tx
    .insertInto('deliverable_file')
    .values(
      files.map((file) => ({
        ...key,
        id: newId<Id<'deliverable-file'>>(),
        version_id: id,
        file_id: file.id,
        name: file.name,
        byte_size: file.byte_size,
        sha256: file.sha256,
      })),
    )
    .execute();
  return id;
}

export async function deleteVersion(scope: Scope, id: DeliverableVersionId): Promise<void> {
  await scope.tx
    .deleteFrom('deliverable_version')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function updateVersion(
  scope: Scope,
  id: DeliverableVersionId,
  columns: Updateable<DeliverableVersionTable>,
): Promise<void> {
  await scope.tx
    .updateTable('deliverable_version')
    .set(columns)
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** From here on the client sees the files of a version. */
export async function showFiles(scope: Scope, id: DeliverableVersionId): Promise<void> {
  await sql`
    update file set is_client_visible = true
    where workspace_id = ${scope.workspaceId} and id in (select file_id from deliverable_file
      where workspace_id = ${scope.workspaceId} and version_id = ${id})`.execute(scope.tx);
}

export async function insertApproval(
  scope: Scope,
  approval: {
    readonly deliverableId: DeliverableId;
    readonly versionId: DeliverableVersionId;
    readonly contactId: ContactId;
    readonly dutyId: ClientDutyId;
  },
): Promise<void> {
  await scope.tx
    .insertInto('approval')
    .values({
      workspace_id: scope.workspaceId,
      id: newId<ApprovalId>(),
      deliverable_id: approval.deliverableId,
      version_id: approval.versionId,
      contact_id: approval.contactId,
      duty_id: approval.dutyId,
    })
    .execute();
}

export async function updateApproval(
  scope: Scope,
  id: ApprovalId,
  columns: Updateable<ApprovalTable>,
): Promise<void> {
  await scope.tx
    .updateTable('approval')
    .set(columns)
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Two who decide at once take turns: the second sees what the first said. */
export async function lockVersion(scope: Scope, id: DeliverableVersionId): Promise<void> {
  await sql`select from deliverable_version where workspace_id = ${scope.workspaceId} and id = ${id}
    for update`.execute(scope.tx);
}
