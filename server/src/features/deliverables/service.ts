import type { deliverables } from '@evenkeel/contract/deliverables';
import type { BodyOf, QueryOf } from '@evenkeel/contract/endpoint';
import { groupedBy } from '@evenkeel/core/grouping';
import type { DeliverableId, ProjectId, TaskId } from '@evenkeel/core/id';
import { AppError, invalid } from '../../platform/app-error.ts';
import { columnsOf } from '../../platform/db/columns.ts';
import type { Scope } from '../../platform/db/scope.ts';
import * as repository from './repository.ts';
import {
  type ApprovalRecord,
  listVersions,
  type VersionFileRecord,
  type VersionRecord,
} from './versions/service.ts';

export type { DeliverableRecord } from './repository.ts';

/** A version with its files and approvals. */
export type WholeVersion = {
  readonly version: VersionRecord;
  readonly files: readonly VersionFileRecord[];
  readonly approvals: readonly ApprovalRecord[];
};
/** A deliverable with all its versions, the latest first. */
export type WholeDeliverable = {
  readonly deliverable: repository.DeliverableRecord;
  readonly versions: readonly WholeVersion[];
};

export async function listDeliverables(
  scope: Scope,
  { projectId }: QueryOf<typeof deliverables.list>,
): Promise<WholeDeliverable[]> {
  const filter = projectId ? { projectIds: projectId } : {};
  return withVersions(scope, await repository.listDeliverables(scope, filter));
}

export async function getDeliverable(scope: Scope, id: DeliverableId): Promise<WholeDeliverable> {
  const [found] = await withVersions(
    scope,
    await repository.listDeliverables(scope, { ids: [id] }),
  );
  if (!found) throw new AppError('not-found', 'There is no such deliverable.');
  return found;
}

export async function createDeliverable(scope: Scope, draft: BodyOf<typeof deliverables.create>) {
  const { projectId, name, description = '', milestoneId = null } = draft;
  await checkPlace(scope, projectId, milestoneId);
  const fields = { projectId, name, description, milestoneId };
  return getDeliverable(scope, await repository.insertDeliverable(scope, fields));
}

export async function updateDeliverable(
  scope: Scope,
  key: { readonly id: DeliverableId; readonly version: number },
  change: BodyOf<typeof deliverables.update>,
) {
  const { deliverable } = await getDeliverable(scope, key.id);
  if (change.milestoneId) await checkPlace(scope, deliverable.project_id, change.milestoneId);
  await repository.updateDeliverable(scope, key, columnsOf(change));
  return getDeliverable(scope, key.id);
}

/** What the client has been asked about stays: it is a record of what was said. */
export async function removeDeliverable(scope: Scope, id: DeliverableId): Promise<void> {
  const { versions } = await getDeliverable(scope, id);
  if (versions.some(({ version }) => version.asked_at !== null)) {
    throw new AppError('wrong-state', 'The client has been asked about it, so it stays on record.');
  }
  await repository.deleteDeliverable(scope, id);
}

async function checkPlace(
  scope: Scope,
  projectId: ProjectId,
  milestoneId: TaskId | null,
): Promise<void> {
  const { isClientProject, isMilestone } = await repository.findPlace(
    scope,
    projectId,
    milestoneId,
  );
  if (!isClientProject) throw invalid(['projectId'], 'unknown', 'there is no such client project');
  if (milestoneId !== null && !isMilestone) {
    throw invalid(['milestoneId'], 'unknown', 'is no milestone of the project');
  }
}

async function withVersions(
  scope: Scope,
  rows: readonly repository.DeliverableRecord[],
): Promise<WholeDeliverable[]> {
  const ids = rows.map(({ id }) => id);
  const { versions, files, approvals } = await listVersions(scope, ids);
  const versionsOf = groupedBy(versions, (one) => one.deliverable_id);
  const filesOf = groupedBy(files, (one) => one.version_id);
  const approvalsOf = groupedBy(approvals, (one) => one.version_id);
  return rows.map((deliverable) => ({
    deliverable,
    versions: (versionsOf.get(deliverable.id) ?? []).map((version) => ({
      version,
      files: filesOf.get(version.id) ?? [],
      approvals: approvalsOf.get(version.id) ?? [],
    })),
  }));
}
