import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { people } from '@evenkeel/contract/people';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { sumOf } from '@evenkeel/core/grouping';
import type { PersonId, TermId } from '@evenkeel/core/id';
import { AppError, invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import * as repository from './repository.ts';

export { listTerms, type TermRecord } from './repository.ts';

type Change = BodyOf<typeof people.correctTerm>;
type TermKey = { readonly personId: PersonId; readonly id: TermId | 'present' };

/** Other hours, another role or team from a day on. Every day before it keeps what it had (PM-13). */
export async function addTerm(
  scope: Scope,
  personId: PersonId,
  { validFrom, ...change }: BodyOf<typeof people.addTerm>,
): Promise<void> {
  const terms = await allTerms(scope, personId);
  refuseTaken(terms, validFrom, null);
  if (validFrom < terms.present.joined_on) {
    throw invalid(['validFrom'], 'too-early', 'is before the day of joining');
  }
  const before = holdingOn(terms, validFrom);
  await repository.insertTerm(scope, personId, {
    ...columnsOfTerm(before),
    ...columnsOfChange(change),
    valid_from: validFrom,
  });
  await settle(scope, personId);
}

/** Corrects terms for all days on which they hold, past ones too. */
export async function correctTerm(
  scope: Scope,
  key: TermKey & { readonly version: number },
  change: Change,
): Promise<void> {
  const { personId, id, version } = key;
  const terms = await allTerms(scope, personId);
  if (change.validFrom) refuseTaken(terms, change.validFrom, id);
  const columns = columnsOfChange(change);
  if (id === 'present') await repository.writePresent(scope, { id: personId, version }, columns);
  else await repository.updateTerm(scope, { personId, id, version }, columns);
  await settle(scope, personId);
}

/** Takes terms back: those before them hold on, and of the first ones those after them. */
export async function removeTerm(scope: Scope, { personId, id }: TermKey): Promise<void> {
  if (id !== 'present') {
    if (await repository.deleteTerm(scope, personId, id)) return;
    throw new AppError('not-found', 'There are no such terms.');
  }
  const { present, others } = await allTerms(scope, personId);
  const since = present.valid_from;
  const next = others.find((term) => since !== null && isBefore(term.valid_from, since));
  if (!next) {
    throw new AppError(
      'wrong-state',
      'These are the terms of the beginning: correct them instead.',
    );
  }
  await repository.deleteTerm(scope, personId, next.id);
  const key = { id: personId, version: present.version };
  await repository.writePresent(scope, key, columnsOfTerm(next));
}

/** Lets terms that have begun by today be the present ones, of everybody of the workspace. */
export async function settleDue(scope: Scope): Promise<number> {
  const due = await repository.listDue(scope);
  for (const personId of due) await settle(scope, personId);
  return due.length;
}

type Terms = {
  readonly present: NonNullable<Awaited<ReturnType<typeof repository.findPresent>>>;
  /** Latest first, those of the beginning last. */
  readonly others: readonly repository.TermRecord[];
};

async function allTerms(scope: Scope, personId: PersonId): Promise<Terms> {
  const present = await repository.findPresent(scope, personId);
  if (!present) throw new AppError('not-found', 'There is no such person.');
  return { present, others: await repository.listTerms(scope, personId) };
}

/** The present terms change places with those that hold today, where these are others. */
async function settle(scope: Scope, personId: PersonId): Promise<void> {
  const { present, others } = await allTerms(scope, personId);
  const wanted = holdingOn({ present, others }, scope.today);
  if (!('id' in wanted)) return;
  await repository.deleteTerm(scope, personId, wanted.id);
  const key = { id: personId, version: present.version };
  await repository.writePresent(scope, key, columnsOfTerm(wanted));
  await repository.insertTerm(scope, personId, columnsOfTerm(present));
}

/** The terms of a day; the earliest hold before their day as well. */
function holdingOn(
  { present, others }: Terms,
  day: CalendarDate,
): Terms['present'] | Terms['others'][number] {
  const all = [present, ...others].toSorted((a, b) =>
    isBefore(a.valid_from, b.valid_from) ? 1 : -1,
  );
  return (
    all.find((term) => term.valid_from === null || term.valid_from <= day) ?? all.at(-1) ?? present
  );
}

function isBefore(one: CalendarDate | null, other: CalendarDate | null): boolean {
  return (one ?? '') < (other ?? '');
}

function refuseTaken(
  { present, others }: Terms,
  day: CalendarDate,
  except: TermId | 'present' | null,
): void {
  const isTaken =
    (except !== 'present' && present.valid_from === day) ||
    others.some((term) => term.id !== except && term.valid_from === day);
  if (!isTaken) return;
  throw invalid(['validFrom'], 'taken', 'has terms already: correct those, or take another day');
}

function columnsOfTerm(term: repository.TermColumns): repository.TermColumns {
  const { valid_from, weekly_minutes, week_minutes, team_id, role_id } = term;
  return { valid_from, weekly_minutes, week_minutes, team_id, role_id };
}

/** The days of a week say how long it is; a week of so many hours alone is spread evenly. */
function columnsOfChange(change: Change): Partial<repository.TermColumns> {
  const { validFrom, weeklyMinutes, weekMinutes, teamId, roleId } = change;
  const week = weekMinutes
    ? { week_minutes: weekMinutes, weekly_minutes: sumOf(weekMinutes, Number) }
    : weeklyMinutes === undefined
      ? {}
      : { week_minutes: null, weekly_minutes: weeklyMinutes };
  return {
    ...week,
    ...(validFrom === undefined ? {} : { valid_from: validFrom }),
    ...(teamId === undefined ? {} : { team_id: teamId }),
    ...(roleId === undefined ? {} : { role_id: roleId }),
  };
}
