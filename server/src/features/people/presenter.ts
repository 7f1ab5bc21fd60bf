import type { PersonRateView, PersonRow, PersonView, RateToday } from '@evenkeel/contract/people';
import type { TermView } from '@evenkeel/contract/person-terms';
import type { HourlyRate } from '@evenkeel/core/balance/rates';
import { integer, moment, optionalMoment, referenceOf } from '../../platform/db/values.ts';
import type { ListedPerson, RateRecord } from './repository.ts';
import type { PersonWithRates, ShownRates } from './service.ts';

export function presentPersonRow(person: ListedPerson, rates: ShownRates): PersonRow {
  return {
    id: person.id,
    version: person.version,
    name: person.name,
    email: person.email,
    kind: person.kind,
    team: referenceOf(person.team_id, person.team_name),
    role: referenceOf(person.role_id, person.role_name),
    weeklyMinutes: person.weekly_minutes,
    joinedOn: person.joined_on,
    leftOn: person.left_on,
    ...(rates === null ? {} : { rate: presentRateToday(rates.today(person)) }),
  };
}

export function presentPerson({ person, rates, terms }: PersonWithRates): PersonView {
  return {
    ...presentPersonRow(person, rates),
    manager: referenceOf(person.manager_id, person.manager_name),
    weekMinutes: person.week_minutes,
    member: referenceOf(person.member_id, person.member_name),
    ...(rates === null ? {} : { rates: rates.own.map(presentRate) }),
    terms: [presentTerms(person), ...terms.map(presentTerm)].sort((a, b) =>
      (a.validFrom ?? '') < (b.validFrom ?? '') ? 1 : -1,
    ),
    timeZone: person.time_zone,
    calendar: referenceOf(person.calendar_id, person.calendar_name),
    createdAt: moment(person.created_at),
    deletedAt: optionalMoment(person.deleted_at),
  };
}

function presentTerms(person: PersonWithRates['person']): TermView {
  return {
    id: 'present',
    version: person.version,
    validFrom: person.terms_since,
    weeklyMinutes: person.weekly_minutes,
    weekMinutes: person.week_minutes,
    team: referenceOf(person.team_id, person.team_name),
    role: referenceOf(person.role_id, person.role_name),
  };
}

function presentTerm(term: PersonWithRates['terms'][number]): TermView {
  return {
    id: term.id,
    version: term.version,
    validFrom: term.valid_from,
    weeklyMinutes: term.weekly_minutes,
    weekMinutes: term.week_minutes,
    team: referenceOf(term.team_id, term.team_name),
    role: referenceOf(term.role_id, term.role_name),
  };
}

function presentRateToday(rate: HourlyRate | null): RateToday | null {
  if (rate === null) return null;
  return {
    costRate: rate.costPerHourMinor,
    billRate: rate.billPerHourMinor,
    source: 'personId' in rate ? 'person' : 'role',
  };
}

function presentRate(rate: RateRecord): PersonRateView {
  return {
    id: rate.id,
    version: rate.version,
    validFrom: rate.valid_from,
    costRate: integer(rate.cost_rate),
    billRate: integer(rate.bill_rate),
  };
}
