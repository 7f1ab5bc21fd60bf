import type { AccountRow, AccountView } from '@evenkeel/contract/accounts';
import {
  integer,
  moment,
  optionalInteger,
  optionalMoment,
  referenceOf,
} from '../../platform/db/values.ts';
import type { AccountRecord, listAccounts } from './repository.ts';

type ListedAccount = Awaited<ReturnType<typeof listAccounts>>['rows'][number];

export function presentAccountRow(row: ListedAccount): AccountRow {
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
  };
}

export function presentAccount(record: AccountRecord): AccountView {
  return {
    ...presentAccountRow(record),
    foundedYear: record.founded_year,
    website: record.website,
    notes: record.notes,
    createdAt: moment(record.created_at),
    deletedAt: optionalMoment(record.deleted_at),
  };
}
