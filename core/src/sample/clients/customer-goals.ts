import { addDays, type CalendarDate } from '../../calendar-date.ts';
import type { GoalDriver } from '../../strategy/goal.ts';
import type {
  SampleContact,
  SampleCustomerGoal,
  SampleCustomerInitiative,
} from './client-sample.ts';

type GoalLine = {
  readonly account: string;
  readonly name: string;
  readonly driver: GoalDriver;
  readonly measure: string;
  readonly unit: string;
  readonly numbers: readonly [baseline: number, target: number, actual: number | null];
  /** Days from today. */
  readonly due: number;
  readonly serves?: string;
  readonly products?: readonly string[];
  readonly deals?: readonly string[];
};

const goalLines: readonly GoalLine[] = [
  {
    account: 'Harbour Logistics',
    name: 'Be the port of choice in the north',
    driver: 'growth',
    measure: 'Containers a year',
    unit: 'thousand',
    numbers: [410, 520, 455],
    due: 620,
    products: ['strategy'],
    deals: ['Won: Sales academy'],
  },
  {
    account: 'Harbour Logistics',
    name: 'Turn trucks round faster',
    driver: 'differentiation',
    measure: 'Minutes from gate to gate',
    unit: 'min',
    numbers: [74, 45, 61],
    due: 240,
    serves: 'Be the port of choice in the north',
    products: ['build'],
    deals: ['Won: Warehouse control tower'],
  },
  {
    account: 'Vanguard Freight',
    name: 'Plan nine depots as one',
    driver: 'growth',
    measure: 'Loads planned across depots',
    unit: '%',
    numbers: [12, 80, 12],
    due: 400,
    products: ['build'],
    deals: ['ready'],
  },
  {
    account: 'Vanguard Freight',
    name: 'Keep drivers',
    driver: 'risk',
    measure: 'Drivers leaving in a year',
    unit: '%',
    numbers: [31, 18, 29],
    due: 500,
    products: ['training', 'service-design'],
  },
  {
    account: 'Velden Energy',
    name: 'Fewer calls in an outage',
    driver: 'risk',
    measure: 'Calls in each outage',
    unit: 'calls',
    numbers: [5200, 1500, 2900],
    due: 200,
    products: ['implementation'],
    deals: ['Won: Grid outage desk', 'waiting'],
  },
  {
    account: 'Meridian Insurance',
    name: 'Settle small claims in a day',
    driver: 'differentiation',
    measure: 'Days to settle',
    unit: 'days',
    numbers: [9, 1, 4],
    due: 150,
    products: ['build'],
    deals: ['Won: Claims portal'],
  },
  {
    account: 'Meridian Insurance',
    name: 'Win firms under 50 people',
    driver: 'growth',
    measure: 'Policies with small firms',
    unit: 'policies',
    numbers: [3100, 8000, 3400],
    due: 700,
    products: ['strategy', 'service-design'],
  },
  {
    account: 'Lumen Health',
    name: 'No patient waits without knowing why',
    driver: 'differentiation',
    measure: 'Patients told of a delay',
    unit: '%',
    numbers: [35, 95, 62],
    due: 180,
    products: ['service-design'],
    deals: ['Won: Patient journey'],
  },
  {
    account: 'Granite Bank',
    name: 'One bank after the merger',
    driver: 'risk',
    measure: 'Systems in double use',
    unit: 'systems',
    numbers: [41, 6, 19],
    due: 310,
    products: ['strategy'],
    deals: ['Won: Merger roadmap'],
  },
  {
    account: 'Arctic Seafood',
    name: 'Prove the cold chain to every buyer',
    driver: 'growth',
    measure: 'Deliveries with a proven chain',
    unit: '%',
    numbers: [8, 100, 31],
    due: 260,
    products: ['build'],
    deals: ['Won: Cold-chain tracking'],
  },
  {
    account: 'Castello Hotels',
    name: 'Guests who come back',
    driver: 'growth',
    measure: 'Returning guests',
    unit: '%',
    numbers: [22, 35, 24],
    due: 420,
    products: ['service-design'],
    deals: ['Won: Guest experience'],
  },
  {
    account: 'Delta Water',
    name: 'Staff for the next ten years',
    driver: 'risk',
    measure: 'Posts filled in three months',
    unit: '%',
    numbers: [48, 85, 51],
    due: 540,
    products: ['training'],
  },
];

type InitiativeLine = Omit<SampleCustomerInitiative, 'key' | 'statedBy' | 'startOn' | 'endOn'> & {
  /** Days from today; null when they have not said. */
  readonly from: number | null;
  readonly to: number | null;
};

const initiativeLines: readonly InitiativeLine[] = [
  {
    account: 'Harbour Logistics',
    name: 'Gate of the future',
    scope: 'New gate software, number plate readers and slots booked by the hauliers.',
    organisation: 'Terminal operations',
    leader: 'Katrin Vogel',
    projectManager: 'Terminal project office',
    budget: 140_000_000,
    from: -280,
    to: 230,
    isDefinedTogether: true,
    goals: [{ goal: 'Turn trucks round faster', why: 'Most of the wait is at the gate.' }],
    deals: ['Won: Warehouse control tower'],
  },
  {
    account: 'Vanguard Freight',
    name: 'One planning board',
    scope: '',
    organisation: 'Planning',
    leader: null,
    projectManager: null,
    budget: 90_000_000,
    from: 10,
    to: 390,
    isDefinedTogether: true,
    goals: [
      {
        goal: 'Plan nine depots as one',
        why: 'Nobody sees the free loads of the depot next door.',
      },
    ],
    deals: ['ready'],
  },
  {
    account: 'Velden Energy',
    name: 'Outage desk and portal',
    scope: 'Customers see outages before they call.',
    organisation: 'Customer service',
    leader: 'Head of customer service',
    projectManager: 'Head of IT',
    budget: 60_000_000,
    from: -300,
    to: 190,
    isDefinedTogether: false,
    goals: [
      {
        goal: 'Fewer calls in an outage',
        why: 'People call because they cannot see what is known.',
      },
    ],
    deals: ['waiting'],
  },
  {
    account: 'Meridian Insurance',
    name: 'Small business desk',
    scope: '',
    organisation: null,
    leader: null,
    projectManager: null,
    budget: null,
    from: null,
    to: null,
    isDefinedTogether: false,
    goals: [{ goal: 'Win firms under 50 people', why: 'Small firms want one person to talk to.' }],
    deals: [],
  },
  {
    account: 'Granite Bank',
    name: 'Switching off the old core',
    scope: 'All accounts on one core system, the old one off.',
    organisation: 'Merger office',
    leader: 'Head of the merger office',
    projectManager: 'Programme manager',
    budget: 320_000_000,
    from: -200,
    to: 300,
    isDefinedTogether: false,
    goals: [
      { goal: 'One bank after the merger', why: 'Two cores are most of the double systems.' },
    ],
    deals: ['Won: Merger roadmap'],
  },
  {
    account: 'Delta Water',
    name: 'Apprentices with two neighbours',
    scope: '',
    organisation: 'Personnel',
    leader: null,
    projectManager: null,
    budget: null,
    from: null,
    to: null,
    isDefinedTogether: false,
    goals: [],
    deals: [],
  },
];

/** What some clients want themselves; three of the goals have no work of ours yet. */
export function sampleCustomerGoals(
  today: CalendarDate,
  contacts: readonly SampleContact[],
): SampleCustomerGoal[] {
  return goalLines.map((line) => ({
    key: line.name,
    account: line.account,
    name: line.name,
    driver: line.driver,
    measure: line.measure,
    unit: line.unit,
    baseline: line.numbers[0],
    target: line.numbers[1],
    actual: line.numbers[2],
    deadline: addDays(today, line.due),
    serves: line.serves ?? null,
    statedBy: firstAt(line.account, contacts),
    statedOn: addDays(today, -150),
    statedWhere: 'Workshop on the goals',
    products: line.products ?? [],
    deals: line.deals ?? [],
  }));
}

/** What some clients run themselves. */
export function sampleCustomerInitiatives(
  today: CalendarDate,
  contacts: readonly SampleContact[],
): SampleCustomerInitiative[] {
  return initiativeLines.map(({ from, to, ...line }) => ({
    ...line,
    key: line.name,
    startOn: from === null ? null : addDays(today, from),
    endOn: to === null ? null : addDays(today, to),
    statedBy: firstAt(line.account, contacts),
  }));
}

function firstAt(account: string, contacts: readonly SampleContact[]): string | null {
  return contacts.find((contact) => contact.accounts[0]?.account === account)?.key ?? null;
}
