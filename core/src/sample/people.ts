import { addDays, type CalendarDate } from '../calendar-date.ts';
import type { SampleFirm, SamplePerson, SampleRole } from './sample-firm.ts';

export const sampleTeams: SampleFirm['teams'] = [
  { key: 'strategy', name: 'Strategy' },
  { key: 'engineering', name: 'Engineering' },
  { key: 'design', name: 'Design' },
  { key: 'office', name: 'Office' },
];

export const sampleRoles: readonly SampleRole[] = [
  { key: 'partner', name: 'Partner', costRate: 11_000, billRate: 24_000 },
  { key: 'manager', name: 'Project manager', costRate: 7_500, billRate: 15_500 },
  { key: 'consultant', name: 'Consultant', costRate: 6_800, billRate: 14_500 },
  { key: 'designer', name: 'Designer', costRate: 6_200, billRate: 12_500 },
  { key: 'developer', name: 'Developer', costRate: 6_600, billRate: 13_500 },
];

type PersonLine = readonly [
  name: string,
  team: string,
  role: string,
  weeklyHours: number,
  joinedWeeksAgo: number,
];

const lines: readonly PersonLine[] = [
  ['Helena Brandt', 'strategy', 'partner', 40, 520],
  ['Tomás Rivera', 'engineering', 'partner', 40, 480],
  ['Ingrid Solheim', 'design', 'partner', 32, 410],
  ['Marek Novak', 'strategy', 'manager', 40, 300],
  ['Aisha Rahman', 'engineering', 'manager', 40, 240],
  ['Clara Weiss', 'design', 'manager', 30, 190],
  ['Jonas Keller', 'strategy', 'consultant', 40, 260],
  ['Priya Nair', 'strategy', 'consultant', 40, 170],
  ['Lucas Martin', 'strategy', 'consultant', 40, 120],
  ['Sofia Lindqvist', 'strategy', 'consultant', 32, 96],
  ['Daniel Okafor', 'strategy', 'consultant', 40, 60],
  ['Mei Tanaka', 'strategy', 'consultant', 40, 30],
  ['Emil Hansen', 'engineering', 'developer', 40, 310],
  ['Nadia Petrova', 'engineering', 'developer', 40, 220],
  ['Samuel Adeyemi', 'engineering', 'developer', 40, 150],
  ['Julia Romano', 'engineering', 'developer', 32, 140],
  ['Pavel Horak', 'engineering', 'developer', 40, 85],
  ['Laura Schmidt', 'engineering', 'developer', 40, 44],
  ['Karim Haddad', 'engineering', 'developer', 40, 20],
  ['Freya Jensen', 'design', 'designer', 40, 200],
  ['Mateo Garcia', 'design', 'designer', 40, 130],
  ['Anouk Dubois', 'design', 'designer', 24, 75],
  ['Victor Lang', 'design', 'designer', 40, 25],
  ['Greta Olsen', 'office', 'manager', 20, 350],
];

/** Twenty-four people in four teams; every fourth has a rate of their own since last year. */
export function samplePeople(today: CalendarDate): SamplePerson[] {
  return lines.map(([name, team, role, weeklyHours, joinedWeeksAgo], index) => ({
    key: name,
    name,
    email: `${mailName(name)}@northlight.example`,
    kind: name === 'Karim Haddad' ? 'contractor' : 'staff',
    team,
    role,
    weeklyMinutes: weeklyHours * 60,
    joinedOn: addDays(today, -7 * joinedWeeksAgo),
    leftOn: null,
    rates: index % 4 === 2 ? ownRates(role, today) : [],
  }));
}

function ownRates(role: string, today: CalendarDate): SamplePerson['rates'] {
  const standard = sampleRoles.find(({ key }) => key === role);
  if (!standard) return [];
  return [
    { from: addDays(today, -400), costRate: standard.costRate + 400, billRate: standard.billRate },
    {
      from: addDays(today, -120),
      costRate: standard.costRate + 700,
      billRate: standard.billRate + 500,
    },
  ];
}

function mailName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^A-Za-z ]/g, '')
    .toLowerCase()
    .replace(' ', '.');
}
