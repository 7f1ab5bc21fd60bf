import type { InteractionView } from '@evenkeel/contract/interactions';
import type { ContactId, PersonId } from '@evenkeel/core/id';
import { moment, optionalMoment, referenceOf } from '../../platform/db/values.ts';
import type { InteractionRecord } from './repository.ts';

export function presentInteraction(record: InteractionRecord): InteractionView {
  return {
    id: record.id,
    version: record.version,
    kind: record.kind,
    name: record.name,
    on: record.on_date,
    direction: record.direction,
    notes: record.notes,
    outcome: record.outcome,
    account: referenceOf(record.account_id, record.account_name),
    deal: referenceOf(record.deal_id, record.deal_name),
    project: referenceOf(record.project_id, record.project_name),
    // The links' foreign keys say whose ids these are.
    contacts: record.contacts.map(({ id, name }) => ({ id: id as ContactId, name })),
    people: record.people.map(({ id, name }) => ({ id: id as PersonId, name })),
    followUp:
      record.follow_up_on === null
        ? null
        : {
            on: record.follow_up_on,
            owner: referenceOf(record.follow_up_owner_id, record.follow_up_owner_name),
            doneOn: record.follow_up_done_on,
          },
    by: referenceOf(record.created_by, record.writer_name),
    createdAt: moment(record.created_at),
    deletedAt: optionalMoment(record.deleted_at),
  };
}
