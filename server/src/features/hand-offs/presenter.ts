import type { HandOffDraftView, HandOffRow, HandOffView } from '@evenkeel/contract/hand-offs';
import { integer, moment, optionalMoment, referenceOf } from '../../platform/db/values.ts';
import type { ListedHandOff } from './repository.ts';
import type { HandOff, SoldDraft } from './service.ts';

export function presentHandOffRow(row: ListedHandOff): HandOffRow {
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    deal: {
      id: row.deal_id,
      number: row.deal_number,
      name: row.deal_name,
      value: integer(row.deal_value),
      account: referenceOf(row.account_id, row.account_name),
      owner: referenceOf(row.owner_id, row.owner_name),
    },
    project: referenceOf(row.project_id, row.project_name),
    returnReason: row.return_reason,
    proposedAt: moment(row.proposed_at),
    decidedAt: optionalMoment(row.decided_at),
    decidedBy: referenceOf(row.decided_by, row.decided_by_name),
  };
}

export function presentHandOff({ handOff, sold, canAccept }: HandOff): HandOffView {
  const { deal } = sold;
  const roleNames = new Map(sold.roles.map((role) => [role.id, role.name]));
  return {
    ...presentHandOffRow(handOff),
    sold: {
      product: deal.product,
      value: deal.value,
      contractSignedOn: deal.contractSignedOn,
      deliveryStartOn: deal.deliveryStartOn,
      deliveryEndOn: deal.deliveryEndOn,
      scope: deal.scope,
      notes: deal.notes,
      nextStep: deal.nextStep,
      ...presentCarried(sold, roleNames),
      demand: deal.demand.map((line) => ({ ...line, roleName: roleNames.get(line.roleId) ?? '' })),
    },
    draft: handOff.state === 'accepted' ? null : presentDraft(sold),
    canAccept,
  };
}

/** What comes over beside fields and plan. */
function presentCarried(
  { deal, draft }: SoldDraft,
  roleNames: ReadonlyMap<string, string>,
): Pick<HandOffView['sold'], 'quoteName' | 'lines' | 'contacts' | 'promises' | 'customerGoals'> {
  return {
    quoteName: deal.quote?.name ?? null,
    lines: draft.scopeLines.map(({ roleId, source: _, sourceId: __, ...line }) => ({
      ...line,
      role: referenceOf(roleId, roleId && (roleNames.get(roleId) ?? null)),
    })),
    contacts: draft.contacts.map(({ contactId, name, part, note }) => ({
      contact: { id: contactId, name },
      part,
      note,
    })),
    promises: draft.promises.map(({ text, dueOn, amount, source }) => ({
      text,
      dueOn,
      amount,
      source,
    })),
    customerGoals: [...deal.customerGoals],
  };
}

function presentDraft({ draft, deal, template, roles, names }: SoldDraft): HandOffDraftView {
  const { project } = draft;
  const named = <Id extends string>(id: Id | null) =>
    referenceOf(id, (id && names.get(id)) ?? null);
  return {
    project: {
      name: project.name,
      purpose: project.purpose,
      scope: project.scope,
      notes: project.notes,
      account: deal.account,
      price: project.price,
      startOn: project.startOn,
      endOn: project.endOn,
      owner: named(project.ownerId),
      projectManager: named(project.projectManagerId),
      team: named(project.teamId),
      template: template && { id: template.id, name: template.name },
    },
    phases: [...draft.phases],
    tasks: draft.tasks.map(({ roleId, ...task }) => ({
      phaseIndex: task.phaseIndex,
      name: task.name,
      notes: task.notes,
      estimateMinutes: task.estimateMinutes,
      startOn: task.startOn,
      dueOn: task.dueOn,
      isMilestone: task.isMilestone,
      role: referenceOf(roleId, roles.find((role) => role.id === roleId)?.name ?? null),
    })),
    origins: [...draft.origins],
    gaps: [...draft.gaps],
    dropped: [...draft.dropped],
  };
}
