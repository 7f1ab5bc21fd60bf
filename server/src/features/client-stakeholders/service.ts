import type { clientStakeholders } from '@evenkeel/contract/client-stakeholders';
import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { ProjectContactId, ProjectId } from '@evenkeel/core/id';
import { usualPlace } from '@evenkeel/core/stakeholders/stakeholder-grid';
import { AppError } from '../../platform/app-error.ts';
import { columnsOf } from '../../platform/db/columns.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { requireContacts } from '../client-duties/service.ts';
import { getProject } from '../projects/service.ts';
import * as repository from './repository.ts';

export type { StakeholderRecord } from './repository.ts';

/** The register of a project, and who of its account is not in it. */
export async function listStakeholders(scope: Scope, projectId: ProjectId) {
  const { project } = await getProject(scope, projectId);
  const { account_id: accountId } = project;
  return {
    rows: await repository.listStakeholders(scope, { projectId }),
    others: accountId === null ? [] : await repository.listOthers(scope, projectId, accountId),
  };
}

/** Puts a contact into the register, where their part in the deal says unless somebody says otherwise. */
export async function addStakeholder(
  scope: Scope,
  projectId: ProjectId,
  draft: BodyOf<typeof clientStakeholders.add>,
) {
  const { contactId, part, ...rest } = draft;
  await requireContacts(scope, projectId, [contactId], ['contactId']);
  const id = await repository.insertStakeholder(scope, {
    ...usualPlace(part),
    ...columnsOf(rest),
    project_id: projectId,
    contact_id: contactId,
    part,
  });
  if (id === null) throw new AppError('wrong-state', 'This contact is in the register already.');
  return getStakeholder(scope, id);
}

export async function updateStakeholder(
  scope: Scope,
  key: { readonly id: ProjectContactId; readonly version: number },
  change: BodyOf<typeof clientStakeholders.update>,
) {
  await repository.updateStakeholder(scope, key, columnsOf(change));
  return getStakeholder(scope, key.id);
}

export async function removeStakeholder(scope: Scope, id: ProjectContactId): Promise<void> {
  if (await repository.deleteStakeholder(scope, id)) return;
  throw new AppError('not-found', 'There is no such stakeholder.');
}

async function getStakeholder(
  scope: Scope,
  id: ProjectContactId,
): Promise<repository.StakeholderRecord> {
  const [found] = await repository.listStakeholders(scope, { id });
  if (!found) throw new AppError('not-found', 'There is no such stakeholder.');
  return found;
}
