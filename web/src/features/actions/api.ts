import { actions } from '@evenkeel/contract/actions';
import type { Endpoint } from '@evenkeel/contract/endpoint';
import type { SubjectRef } from '@evenkeel/contract/subjects';
import type { PersonId } from '@evenkeel/core/id';
import { useApi, useApiWrite } from '../../lib/queries.ts';

/** Tables that an action is put together from; what it hangs on is named along. */
const subjects = ['action', 'person', 'project', 'goal', 'deal', 'account', 'task', 'insight'];

/** All actions that are open, or all that are done. */
export function useActions(isDone: boolean) {
  const query = {
    isDone: isDone ? ('true' as const) : ('false' as const),
    sort: isDone ? ('-doneOn' as const) : ('dueOn' as const),
    limit: 2_000,
  };
  return useApi(actions.list, { query }, { subjects });
}

/** The actions of a record. */
export function useActionsOn({ kind, id }: SubjectRef) {
  const query = { subjectKind: kind, subjectId: id, limit: 500 };
  return useApi(actions.list, { query }, { subjects });
}

/** The open actions of a person. */
export function useActionsOf(personId: PersonId | null) {
  const query = {
    isDone: 'false' as const,
    limit: 500,
    ...(personId ? { ownerId: personId } : {}),
  };
  return useApi(actions.list, { query }, { subjects, enabled: personId !== null });
}

/** Any of the calls that write actions. */
export function useActionWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: ['action', 'change'] });
}
