import type { actions } from '@evenkeel/contract/actions';
import type { BodyOf, QueryOf } from '@evenkeel/contract/endpoint';
import type { SubjectLink, SubjectRef } from '@evenkeel/contract/subjects';
import type { ActionId } from '@evenkeel/core/id';
import { subjectKey } from '@evenkeel/core/subject';
import { AppError } from '../../platform/app-error.ts';
import { columnsOf } from '../../platform/db/columns.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { requireSubject, resolveSubjects } from '../subjects/service.ts';
import * as repository from './repository.ts';

/** An action with the name of what it is about; null for nothing, or for what is gone. */
export type NamedAction = {
  readonly action: repository.ActionRecord;
  readonly subject: SubjectLink | null;
};

export async function listActions(scope: Scope, request: QueryOf<typeof actions.list>) {
  const { rows, ...page } = await repository.listActions(scope, request);
  return { rows: await withSubjects(scope, rows), ...page };
}

/** One action, also from the trash. */
export async function getAction(scope: Scope, id: ActionId): Promise<NamedAction> {
  const action = await repository.findAction(scope, id);
  const [named] = action ? await withSubjects(scope, [action]) : [];
  if (!named) throw new AppError('not-found', 'There is no such action.');
  return named;
}

export async function createAction(
  scope: Scope,
  { subject = null, ...fields }: BodyOf<typeof actions.create>,
): Promise<NamedAction> {
  if (subject) await requireSubject(scope, subject);
  const columns = { ...columnsOf(fields), name: fields.name };
  return getAction(scope, await repository.insertAction(scope, columns, subject));
}

/** Changes an action; ticked off, it bears today, and a second tick changes nothing. */
export async function updateAction(
  scope: Scope,
  key: { readonly id: ActionId; readonly version: number },
  { subject, isDone, ...fields }: BodyOf<typeof actions.update>,
): Promise<NamedAction> {
  const { action } = await getAction(scope, key.id);
  if (subject) await requireSubject(scope, subject);
  await repository.updateAction(scope, key, {
    ...columnsOf(fields),
    ...(isDone === undefined ? {} : { done_on: isDone ? (action.done_on ?? scope.today) : null }),
    ...(subject === undefined
      ? {}
      : { subject_kind: subject?.kind ?? 'action', subject_id: subject?.id ?? key.id }),
  });
  return getAction(scope, key.id);
}

export async function removeAction(scope: Scope, id: ActionId): Promise<void> {
  if (await repository.setActionDeleted(scope, id, true)) return;
  throw new AppError('not-found', 'There is no such action.');
}

export async function restoreAction(scope: Scope, id: ActionId): Promise<NamedAction> {
  await repository.setActionDeleted(scope, id, false);
  return getAction(scope, id);
}

async function withSubjects<Row extends repository.ActionRecord>(
  scope: Scope,
  rows: readonly Row[],
): Promise<{ action: Row; subject: SubjectLink | null }[]> {
  const linked = rows.filter((row) => row.subject_id !== row.id);
  const subjects = await resolveSubjects(scope, linked.map(subjectOf));
  return rows.map((action) => ({
    action,
    subject: subjects.get(subjectKey(subjectOf(action))) ?? null,
  }));
}

function subjectOf(
  action: Pick<repository.ActionRecord, 'subject_kind' | 'subject_id'>,
): SubjectRef {
  return { kind: action.subject_kind, id: action.subject_id };
}
