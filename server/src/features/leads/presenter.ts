import type { LeadView } from '@evenkeel/contract/leads';
import { type LeadDefinition, testLead } from '@evenkeel/core/leads/qualification';
import { moment, optionalMoment, referenceOf } from '../../platform/db/values.ts';
import type { LeadRecord } from './repository.ts';

export function presentLead(lead: LeadRecord, definition: LeadDefinition): LeadView {
  const criteria = testLead({ ...lead, ownerId: lead.owner_id }, definition.criteria);
  return {
    id: lead.id,
    number: lead.number,
    version: lead.version,
    name: lead.name,
    company: lead.company,
    jobTitle: lead.job_title,
    email: lead.email,
    phone: lead.phone,
    source: lead.source,
    interest: lead.interest,
    owner: referenceOf(lead.owner_id, lead.owner_name),
    state: lead.state,
    stateSince: lead.state_since,
    disqualifiedReason: lead.disqualified_reason,
    notes: lead.notes,
    criteria: [...criteria],
    metCount: criteria.filter(({ isMet }) => isMet).length,
    account: referenceOf(lead.account_id, lead.account_name),
    contact: referenceOf(lead.contact_id, lead.contact_name),
    deal: referenceOf(lead.deal_id, lead.deal_name),
    createdAt: moment(lead.created_at),
    deletedAt: optionalMoment(lead.deleted_at),
  };
}
