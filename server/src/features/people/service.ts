import type { BodyOf, QueryOf } from '@evenkeel/contract/endpoint';
import type { people } from '@evenkeel/contract/people';
import { type HourlyRate, rateBook, rateOn } from '@evenkeel/core/balance/rates';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { Id, PersonId } from '@evenkeel/core/id';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Page } from '../../platform/db/paging.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { canSeeRates } from './policy.ts';
import * as repository from './repository.ts';
import { listStandardRates, perHour } from './roles/service.ts';
import { listTerms, type TermRecord } from './terms/service.ts';

/** What the presenter may say about rates: nothing for those who may not see them. */
export type ShownRates = {
  readonly own: readonly repository.RateRecord[];
  readonly today: (person: { readonly id: PersonId }) => HourlyRate | null;
} | null;

export type PersonWithRates = {
  person: repository.PersonRecord;
  rates: ShownRates;
  terms: readonly TermRecord[];
};

export async function listPeople(
  scope: Scope,
  request: QueryOf<typeof people.list>,
): Promise<Page<repository.ListedPerson> & { rates: ShownRates }> {
  const page = await repository.listPeople(scope, request);
  return { ...page, rates: await ratesOf(scope, page.rows) };
}

export async function getPerson(scope: Scope, id: PersonId): Promise<PersonWithRates> {
  const person = await repository.findPerson(scope, id);
  if (!person) throw new AppError('not-found', 'There is no such person.');
  const terms = await listTerms(scope, id);
  return { person, terms, rates: await ratesOf(scope, [person]) };
}

export async function createPerson(
  scope: Scope,
  draft: BodyOf<typeof people.create>,
): Promise<PersonWithRates> {
  checkDays(draft.joinedOn ?? scope.today, draft.leftOn);
  return getPerson(scope, await repository.insertPerson(scope, draft));
}

export async function updatePerson(
  scope: Scope,
  id: PersonId,
  version: number,
  change: BodyOf<typeof people.update>,
): Promise<PersonWithRates> {
  const { person } = await getPerson(scope, id);
  if (change.managerId === id) {
    throw invalid(['managerId'], 'circle', 'nobody can be their own manager');
  }
  checkDays(
    change.joinedOn ?? person.joined_on,
    change.leftOn === undefined ? person.left_on : change.leftOn,
  );
  await repository.updatePerson(scope, id, version, change);
  return getPerson(scope, id);
}

export async function removePerson(scope: Scope, id: PersonId): Promise<void> {
  if (await repository.setPersonDeleted(scope, id, true)) return;
  throw new AppError('not-found', 'There is no such person.');
}

export async function restorePerson(scope: Scope, id: PersonId): Promise<PersonWithRates> {
  await repository.setPersonDeleted(scope, id, false);
  return getPerson(scope, id);
}

/** Sets rates from a day on. Every day before it keeps the rate it had (U17). */
export async function addRate(
  scope: Scope,
  id: PersonId,
  rate: BodyOf<typeof people.addRate>,
): Promise<PersonWithRates> {
  await getPerson(scope, id);
  await repository.insertRate(scope, id, rate);
  return getPerson(scope, id);
}

export async function correctRate(
  scope: Scope,
  rate: { personId: PersonId; rateId: Id<'person-rate'>; version: number },
  change: BodyOf<typeof people.correctRate>,
): Promise<PersonWithRates> {
  await repository.updateRate(scope, rate, change);
  return getPerson(scope, rate.personId);
}

export async function removeRate(
  scope: Scope,
  personId: PersonId,
  rateId: Id<'person-rate'>,
): Promise<PersonWithRates> {
  if (!(await repository.deleteRate(scope, personId, rateId))) {
    throw new AppError('not-found', 'There is no such rate.');
  }
  return getPerson(scope, personId);
}

async function ratesOf(
  scope: Scope,
  shown: readonly Pick<repository.ListedPerson, 'id' | 'role_id'>[],
): Promise<ShownRates> {
  if (!canSeeRates(scope.actor)) return null;
  const ids = shown.map(({ id }) => id);
  const own = ids.length === 0 ? [] : await repository.listRates(scope, ids);
  const standard = await listStandardRates(scope);
  const book = rateBook({
    people: shown.map(({ id, role_id }) => ({
      id,
      // Asked for today only, when the present role holds.
      capacity: { terms: [{ validFrom: 0, roleId: role_id }] },
    })),
    roles: standard.roles,
    rates: [
      ...standard.rates,
      ...own.map((rate) => ({
        personId: rate.person_id,
        validFrom: rate.valid_from,
        ...perHour(rate),
      })),
    ],
  });
  return {
    own,
    today: ({ id }) => rateOn(book, { personId: id, roleId: null }, scope.today),
  };
}

function checkDays(joinedOn: CalendarDate, leftOn: CalendarDate | null | undefined): void {
  if (leftOn && leftOn < joinedOn) {
    throw invalid(['leftOn'], 'too-early', 'is before the day of joining');
  }
}
