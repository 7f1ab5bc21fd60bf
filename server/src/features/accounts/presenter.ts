import type { AccountRow, AccountView } from '@evenkeel/contract/accounts';
import { type CalendarDate, calendarDate, later } from '@evenkeel/core/calendar-date';
import { accountHealth } from '@evenkeel/core/contacts/account-health';
import { nextContact } from '@evenkeel/core/contacts/cadence';
import { lifecycleOf } from '@evenkeel/core/contacts/lifecycle';
import {
  integer,
  moment,
  optionalInteger,
  optionalMoment,
  referenceOf,
} from '../../platform/db/values.ts';
import type { AccountRecord, listAccounts } from './repository.ts';

type ListedAccount = Awaited<ReturnType<typeof listAccounts>>['rows'][number];

export function presentAccountRow(row: ListedAccount, today: CalendarDate): AccountRow {
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    name: row.name,
    sector: row.sector,
    country: row.country,
    employees: row.employees,
    annualRevenue: optionalInteger(row.annual_revenue),
    owner: referenceOf(row.owner_id, row.owner_name),
    parent: referenceOf(row.parent_id, row.parent_name),
    openDeals: integer(row.open_deals ?? 0),
    openValue: integer(row.open_value ?? 0),
    wonDeals: integer(row.won_deals ?? 0),
    wonValue: integer(row.won_value ?? 0),
    ...standingOf(row, today),
  };
}

/** Where an account stands (CR-19): its life, its projects, the last contact and the next. */
function standingOf(row: ListedAccount, today: CalendarDate) {
  const runningProjects = integer(row.running ?? 0);
  const lateProjects = integer(row.late ?? 0);
  const next = nextContact(
    {
      cadenceDays: row.contact_cadence_days,
      lastContactOn: row.last_contact_on,
      plannedOn: row.next_contact_on,
      since: calendarDate(moment(row.created_at).slice(0, 10)),
    },
    today,
  );
  const { health, reason } = accountHealth({ next, runningProjects, lateProjects });
  return {
    lifecycle: lifecycleOf(
      { decided: row.lifecycle, runningProjects, lastWorkOn: latestOf(row) },
      today,
    ),
    runningProjects,
    lateProjects,
    lastContactOn: row.last_contact_on,
    nextContact: next,
    health,
    healthReason: reason,
  };
}

function latestOf({ last_won_on: won, last_ended_on: ended }: ListedAccount): CalendarDate | null {
  return won && ended ? later(won, ended) : (won ?? ended);
}

export function presentAccount(record: AccountRecord, today: CalendarDate): AccountView {
  return {
    ...presentAccountRow(record, today),
    foundedYear: record.founded_year,
    website: record.website,
    notes: record.notes,
    decidedLifecycle: record.lifecycle,
    preferredChannel: record.preferred_channel,
    language: record.language,
    interpreterNote: record.interpreter_note,
    contactCadenceDays: record.contact_cadence_days,
    nextContactOn: record.next_contact_on,
    createdAt: moment(record.created_at),
    deletedAt: optionalMoment(record.deleted_at),
  };
}
