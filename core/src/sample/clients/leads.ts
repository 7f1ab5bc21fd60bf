import { addDays, type CalendarDate } from '../../calendar-date.ts';
import type { LeadState } from '../../leads/qualification.ts';
import type { SampleLead } from './client-sample.ts';

type LeadLine = readonly [
  name: string,
  company: string,
  source: string,
  interest: string,
  state: LeadState,
  daysAgo: number,
  reason?: string,
];

const lines: readonly LeadLine[] = [
  [
    'Wiebke Janssen',
    'Nordkap Windparks',
    'Website',
    'A plan for spare parts across four sites.',
    'new',
    1,
  ],
  [
    'Luc Delorme',
    'Atelier Delorme',
    'Referral by Granite Bank',
    'Help with the sale of a workshop.',
    'new',
    2,
  ],
  [
    'Ewa Nowicka',
    'Port of Gdynia',
    'Trade fair',
    'How Harbour Logistics runs its gate; they want the same.',
    'working',
    6,
  ],
  ['Rory Maguire', 'Maguire Dairies', 'Website', 'A tool to plan the milk rounds.', 'working', 9],
  ['Sigrid Aas', 'Fjell Hydro', 'Talk in Oslo', 'Training for forty foremen.', 'working', 15],
  [
    'Tim Carver',
    'Carver & Sons',
    'Website',
    'A new website.',
    'disqualified',
    22,
    'Not work we do',
  ],
  [
    'Olga Brandt',
    'Stadtwerke Linden',
    'Tender portal',
    'Roll-out of meters.',
    'disqualified',
    31,
    'Price decides alone',
  ],
  [
    'Hugo Vance',
    'Vance Capital',
    'Referral',
    'Due diligence of a shipping firm.',
    'disqualified',
    47,
    'No answer after three calls',
  ],
  ['Jana Kučerová', 'Moravia Glass', 'Trade fair', 'Fewer breakages on the line.', 'new', 3],
  ['Peter Falk', 'Falk Möbel', 'Website', 'A second warehouse.', 'working', 11],
];

/** Ten leads in every state. Those that were qualified are deals by now. */
export function sampleLeads(today: CalendarDate): SampleLead[] {
  return lines.map(([name, company, source, interest, state, daysAgo, reason], index) => ({
    name,
    company,
    source,
    interest,
    state,
    stateSince: addDays(today, -daysAgo),
    disqualifiedReason: reason ?? null,
    email: index % 4 === 1 ? null : `${mailName(name)}@${mailName(company)}.example`,
    owner: state === 'new' ? null : 'Marek Novak',
    ticked: state === 'working' ? ['fits'] : [],
  }));
}

function mailName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '');
}
