import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { CalendarId, Id, PersonId, RoleId, TeamId, TermId } from '@evenkeel/core/id';
import type { PersonKind } from '@evenkeel/core/people/person';
import type { ColumnType, Generated } from 'kysely';
import type { BigInteger, Optional, Row, Trash } from './tables.ts';

/** Minutes of Monday to Sunday; null: evenly over the days that the firm works. */
type WeekMinutes = ColumnType<number[] | null, number[] | null | undefined, number[] | null>;

export type PersonTable = Row<PersonId> &
  Trash & {
    name: string;
    email: Optional<string>;
    kind: Generated<PersonKind>;
    team_id: Optional<TeamId>;
    role_id: Optional<RoleId>;
    manager_id: Optional<PersonId>;
    weekly_minutes: Generated<number>;
    week_minutes: WeekMinutes;
    joined_on: Generated<CalendarDate>;
    left_on: Optional<CalendarDate>;
    terms_since: Optional<CalendarDate>;
    time_zone: Optional<string>;
    calendar_id: Optional<CalendarId>;
  };
/** What somebody was or will be hired for; the present terms stand on the person. */
export type PersonTermTable = Row<TermId> & {
  person_id: PersonId;
  valid_from: Optional<CalendarDate>;
  weekly_minutes: number;
  week_minutes: WeekMinutes;
  team_id: Optional<TeamId>;
  role_id: Optional<RoleId>;
};
export type PersonRateTable = Row<Id<'person-rate'>> & {
  person_id: PersonId;
  valid_from: CalendarDate;
  cost_rate: BigInteger;
  bill_rate: BigInteger;
};

/** Those whose time is planned. */
export type PersonTables = {
  person: PersonTable;
  person_rate: PersonRateTable;
  person_term: PersonTermTable;
};
