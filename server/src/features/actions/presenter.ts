import type { ActionView } from '@evenkeel/contract/actions';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { moment, optionalMoment, referenceOf } from '../../platform/db/values.ts';
import type { NamedAction } from './service.ts';

export function presentAction({ action, subject }: NamedAction, today: CalendarDate): ActionView {
  return {
    id: action.id,
    version: action.version,
    name: action.name,
    notes: action.notes,
    subject,
    owner: referenceOf(action.owner_id, action.owner_name),
    dueOn: action.due_on,
    doneOn: action.done_on,
    isOverdue: action.done_on === null && action.due_on !== null && action.due_on < today,
    createdAt: moment(action.created_at),
    deletedAt: optionalMoment(action.deleted_at),
  };
}
