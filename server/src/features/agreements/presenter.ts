import type {
  AgreementView,
  ContactDue,
  ProjectAgreement,
} from '@evenkeel/contract/working-agreements';
import { moment, optionalMoment, referenceOf } from '../../platform/db/values.ts';
import type { FoundAgreement, FoundContact, WholeAgreement } from './service.ts';

export function presentProjectAgreement(found: FoundAgreement): ProjectAgreement {
  return {
    ...found,
    suggestion: writable(found.suggestion),
    current: found.current && presentAgreement(found.current),
    draft: found.draft && presentAgreement(found.draft),
    earlier: found.earlier.map(presentAgreement),
    contact: presentContact(found.contact),
  };
}

export function presentContact({ project, next }: FoundContact): ContactDue {
  return {
    project: { id: project.id, name: project.name },
    account: referenceOf(project.account_id, project.account_name),
    lastOn: project.last_on,
    time: project.agreed?.cadence.time ?? null,
    how: project.agreed?.cadence.how ?? '',
    ...next,
  };
}

function presentAgreement({ agreement, acknowledgements }: WholeAgreement): AgreementView {
  return {
    id: agreement.id,
    version: agreement.version,
    number: agreement.number,
    state: agreement.state,
    content: writable(agreement.content),
    proposedAt: optionalMoment(agreement.proposed_at),
    proposedBy: agreement.proposed_name,
    agreedAt: optionalMoment(agreement.agreed_at),
    acknowledgements: acknowledgements.map(presentAcknowledgement),
  };
}

function presentAcknowledgement(
  one: WholeAgreement['acknowledgements'][number],
): AgreementView['acknowledgements'][number] {
  return {
    side: one.side,
    name: one.name,
    at: moment(one.acknowledged_at),
    contentHash: one.content_hash,
  };
}

/** The same in lists of their own, as an answer takes them. */
function writable(content: WholeAgreement['agreement']['content']): AgreementView['content'] {
  return { ...content, parts: [...content.parts], surprises: [...content.surprises] };
}
