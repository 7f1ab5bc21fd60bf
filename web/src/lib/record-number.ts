/** What numbers of each kind of record begin with. */
export const numberPrefixes = {
  account: 'ACC',
  contact: 'CON',
  lead: 'LEA',
  'customer-goal': 'CGO',
  'customer-initiative': 'CIN',
  deal: 'DEA',
  plan: 'PLA',
  goal: 'GOA',
  objective: 'OBJ',
  kpi: 'KPI',
  'tactical-plan': 'TAC',
  initiative: 'INI',
  'client-project': 'CLI',
  task: 'TAS',
  decision: 'DCN',
} as const;

/** The number that people see: `DEA-1042`. */
export function recordNumber(kind: keyof typeof numberPrefixes, number: number): string {
  return `${numberPrefixes[kind]}-${number}`;
}
