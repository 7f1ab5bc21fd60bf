import type { PersonRow, RoleView, TeamView } from '@evenkeel/contract/people';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { money } from '@evenkeel/core/money';
import type { Column } from '../../../ui/data-list/column.ts';
import type { FilterDefinition } from '../../../ui/filter-bar/filter.ts';
import { majorUnits } from '../../../ui/format/money.ts';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { DateText, EffortText, MoneyText, PercentText } from '../../../ui/marks/values.tsx';
import { hasLeft, kindChoices, kindLabels, marginShare } from '../model.ts';

type Context = {
  readonly currency: string;
  readonly today: CalendarDate;
  readonly maySeeRates: boolean;
};

export function peopleColumns({ currency, maySeeRates }: Context): Column<PersonRow>[] {
  return [
    {
      id: 'name',
      label: 'Person',
      width: 220,
      grow: true,
      value: (person) => person.name,
      cell: (person) => <PersonMark person={person} />,
    },
    { id: 'role', label: 'Role', width: 150, value: (person) => person.role?.name },
    { id: 'team', label: 'Team', width: 140, value: (person) => person.team?.name },
    { id: 'kind', label: 'Kind', width: 104, value: (person) => kindLabels[person.kind] },
    {
      id: 'weeklyMinutes',
      label: 'Hours a week',
      width: 112,
      align: 'end',
      value: (person) => person.weeklyMinutes,
      cell: (person) => <EffortText minutes={person.weeklyMinutes} />,
      exportValue: (person) => person.weeklyMinutes / 60,
      total: (rows) => (
        <EffortText minutes={rows.reduce((sum, row) => sum + row.weeklyMinutes, 0)} />
      ),
    },
    ...(maySeeRates ? rateColumns(currency) : []),
    {
      id: 'joinedOn',
      label: 'Joined',
      width: 112,
      value: (person) => person.joinedOn,
      cell: (person) => <DateText date={person.joinedOn} />,
    },
    {
      id: 'leftOn',
      label: 'Left',
      width: 112,
      value: (person) => person.leftOn,
      cell: (person) => <DateText date={person.leftOn} />,
    },
    { id: 'email', label: 'E-mail', width: 200, hidden: true, value: (person) => person.email },
  ];
}

function rateColumns(currency: string): Column<PersonRow>[] {
  const amount = (minor: number | undefined) => (
    <MoneyText amount={minor === undefined ? null : money(minor, currency)} />
  );
  const exported = (minor: number | undefined) =>
    minor === undefined ? '' : majorUnits(money(minor, currency));
  return [
    {
      id: 'costRate',
      label: 'Cost rate',
      width: 96,
      align: 'end',
      value: (person) => person.rate?.costRate,
      cell: (person) => amount(person.rate?.costRate),
      exportValue: (person) => exported(person.rate?.costRate),
    },
    {
      id: 'billRate',
      label: 'Bill rate',
      width: 96,
      align: 'end',
      value: (person) => person.rate?.billRate,
      cell: (person) => amount(person.rate?.billRate),
      exportValue: (person) => exported(person.rate?.billRate),
    },
  ];
}

export function peopleFilters(
  { today }: Context,
  teams: readonly TeamView[],
  roles: readonly RoleView[],
): FilterDefinition<PersonRow>[] {
  const named = (rows: readonly { id: string; name: string }[]) =>
    rows.map(({ id, name }) => ({ value: id, label: name }));
  return [
    {
      id: 'presence',
      label: 'In the firm',
      kind: 'choice',
      choices: [
        { value: 'present', label: 'Present' },
        { value: 'left', label: 'Left' },
      ],
      value: (person) => (hasLeft(person, today) ? 'left' : 'present'),
    },
    {
      id: 'team',
      label: 'Team',
      kind: 'choice',
      choices: named(teams),
      value: (person) => person.team?.id,
    },
    {
      id: 'role',
      label: 'Role',
      kind: 'choice',
      choices: named(roles),
      value: (person) => person.role?.id,
    },
    {
      id: 'kind',
      label: 'Kind',
      kind: 'choice',
      choices: kindChoices,
      value: (person) => person.kind,
    },
    { id: 'joinedOn', label: 'Joined', kind: 'date', value: (person) => person.joinedOn },
  ];
}

export const teamColumns: Column<TeamView>[] = [
  { id: 'name', label: 'Team', width: 260, grow: true, value: (team) => team.name },
  {
    id: 'peopleCount',
    label: 'People',
    width: 100,
    align: 'end',
    value: (team) => team.peopleCount,
  },
];

export function roleColumns(currency: string, maySeeRates: boolean): Column<RoleView>[] {
  const rate = (role: RoleView, part: 'costRate' | 'billRate') =>
    role.rates ? money(role.rates.today[part], currency) : null;
  const column = (id: 'costRate' | 'billRate', label: string): Column<RoleView> => ({
    id,
    label,
    width: 130,
    align: 'end',
    value: (role) => role.rates?.today[id],
    cell: (role) => <MoneyText amount={rate(role, id)} />,
  });
  return [
    { id: 'name', label: 'Role', width: 240, grow: true, value: (role) => role.name },
    ...(maySeeRates
      ? [
          column('costRate', 'Cost rate'),
          column('billRate', 'Bill rate'),
          {
            id: 'margin',
            label: 'Margin',
            width: 96,
            align: 'end',
            value: (role: RoleView) => (role.rates ? marginShare(role.rates.today) : null),
            cell: (role: RoleView) => (
              <PercentText basisPoints={role.rates ? marginShare(role.rates.today) : null} />
            ),
          } as const,
        ]
      : []),
    {
      id: 'peopleCount',
      label: 'People',
      width: 100,
      align: 'end',
      value: (role) => role.peopleCount,
    },
  ];
}
