/** A client project, in whole weeks from this one. */
export type ClientLine = {
  readonly name: string;
  readonly account: string;
  readonly product: string;
  readonly shape: keyof typeof shapes;
  readonly start: number;
  readonly weeks: number;
  readonly manager: string;
  readonly people: readonly string[];
  /** Major units. */
  readonly price: number;
};

/** Phases of a kind of work, each with its tasks and the role that does them. */
export const shapes = {
  build: [
    [
      'Discover',
      [
        ['Interview users', 'consultant'],
        ['Map the process', 'consultant'],
        ['Sketch the solution', 'designer'],
        ['Try the technology', 'developer'],
      ],
    ],
    [
      'Build',
      [
        ['Design the screens', 'designer'],
        ['Build the core', 'developer'],
        ['Connect the systems', 'developer'],
        ['Load the data', 'developer'],
        ['Work out the rules', 'consultant'],
      ],
    ],
    [
      'Launch',
      [
        ['Test with users', 'designer'],
        ['Train the team', 'consultant'],
        ['Go live', 'developer'],
      ],
    ],
  ],
  implementation: [
    [
      'Prepare',
      [
        ['Set up the system', 'developer'],
        ['Agree the working agreement', 'manager'],
        ['Write the acceptance tests', 'consultant'],
      ],
    ],
    [
      'Configure',
      [
        ['Configure the workflows', 'developer'],
        ['Move the data', 'developer'],
        ['Write the guide', 'consultant'],
      ],
    ],
    [
      'Hand over',
      [
        ['Train the key users', 'consultant'],
        ['Support the first month', 'developer'],
      ],
    ],
  ],
  strategy: [
    [
      'Understand',
      [
        ['Interview the board', 'partner'],
        ['Analyse the market', 'consultant'],
        ['Benchmark the peers', 'consultant'],
      ],
    ],
    [
      'Decide',
      [
        ['Draft the options', 'consultant'],
        ['Hold the board workshop', 'partner'],
        ['Write the plan', 'consultant'],
      ],
    ],
  ],
  training: [
    [
      'Design',
      [
        ['Design the curriculum', 'consultant'],
        ['Make the material', 'designer'],
      ],
    ],
    [
      'Teach',
      [
        ['First group', 'consultant'],
        ['Second group', 'consultant'],
        ['Evaluate', 'manager'],
      ],
    ],
  ],
  'service-design': [
    [
      'Research',
      [
        ['Observe the service', 'designer'],
        ['Interview customers', 'designer'],
      ],
    ],
    [
      'Shape',
      [
        ['Draw the journey', 'designer'],
        ['Prototype', 'designer'],
        ['Test the prototype', 'consultant'],
      ],
    ],
    [
      'Roll out',
      [
        ['Write the blueprint', 'designer'],
        ['Coach the team', 'consultant'],
      ],
    ],
  ],
  initiative: [
    [
      'Shape',
      [
        ['Agree scope and measure', 'manager'],
        ['Look at what others do', 'consultant'],
      ],
    ],
    [
      'Build',
      [
        ['Build the first version', 'developer'],
        ['Try it on two projects', 'consultant'],
      ],
    ],
    [
      'Spread',
      [
        ['Teach the firm', 'consultant'],
        ['Measure the effect', 'manager'],
      ],
    ],
  ],
} as const satisfies Record<
  string,
  readonly (readonly [string, readonly (readonly [string, string])[]])[]
>;

export const clientLines: readonly ClientLine[] = [
  {
    name: 'Timetable portal',
    account: 'Fjord Ferries',
    product: 'build',
    shape: 'build',
    start: -66,
    weeks: 30,
    manager: 'Aisha Rahman',
    people: ['Samuel Adeyemi', 'Julia Romano', 'Lucas Martin', 'Mateo Garcia'],
    price: 226_000,
  },
  {
    name: 'Care at home',
    account: 'Willow Care Homes',
    product: 'service-design',
    shape: 'service-design',
    start: -58,
    weeks: 24,
    manager: 'Clara Weiss',
    people: ['Anouk Dubois', 'Freya Jensen', 'Sofia Lindqvist'],
    price: 102_000,
  },
  {
    name: 'Merger roadmap',
    account: 'Granite Bank',
    product: 'strategy',
    shape: 'strategy',
    start: -54,
    weeks: 22,
    manager: 'Marek Novak',
    people: ['Priya Nair', 'Jonas Keller', 'Daniel Okafor'],
    price: 148_000,
  },
  {
    name: 'Trading desk',
    account: 'Cobalt Mining',
    product: 'implementation',
    shape: 'implementation',
    start: -38,
    weeks: 26,
    manager: 'Aisha Rahman',
    people: ['Pavel Horak', 'Laura Schmidt', 'Mei Tanaka', 'Daniel Okafor'],
    price: 154_000,
  },
  {
    name: 'Fleet planning',
    account: 'Borealis Rail',
    product: 'build',
    shape: 'build',
    start: -50,
    weeks: 30,
    manager: 'Aisha Rahman',
    people: ['Emil Hansen', 'Nadia Petrova', 'Jonas Keller', 'Freya Jensen'],
    price: 268_000,
  },
  {
    name: 'Grid outage desk',
    account: 'Velden Energy',
    product: 'implementation',
    shape: 'implementation',
    start: -46,
    weeks: 22,
    manager: 'Aisha Rahman',
    people: ['Samuel Adeyemi', 'Julia Romano', 'Priya Nair'],
    price: 142_000,
  },
  {
    name: 'Growth plan 2030',
    account: 'Meridian Insurance',
    product: 'strategy',
    shape: 'strategy',
    start: -40,
    weeks: 16,
    manager: 'Marek Novak',
    people: ['Helena Brandt', 'Lucas Martin', 'Sofia Lindqvist'],
    price: 118_000,
  },
  {
    name: 'Patient journey',
    account: 'Lumen Health',
    product: 'service-design',
    shape: 'service-design',
    start: -34,
    weeks: 20,
    manager: 'Clara Weiss',
    people: ['Mateo Garcia', 'Anouk Dubois', 'Daniel Okafor'],
    price: 96_000,
  },
  {
    name: 'Warehouse control tower',
    account: 'Harbour Logistics',
    product: 'build',
    shape: 'build',
    start: -22,
    weeks: 32,
    manager: 'Aisha Rahman',
    people: ['Emil Hansen', 'Pavel Horak', 'Priya Nair', 'Freya Jensen'],
    price: 284_000,
  },
  {
    name: 'Leadership academy',
    account: 'Northgate University',
    product: 'training',
    shape: 'training',
    start: -20,
    weeks: 26,
    manager: 'Marek Novak',
    people: ['Jonas Keller', 'Sofia Lindqvist', 'Victor Lang'],
    price: 74_000,
  },
  {
    name: 'Claims portal',
    account: 'Meridian Insurance',
    product: 'build',
    shape: 'build',
    start: -16,
    weeks: 28,
    manager: 'Aisha Rahman',
    people: ['Nadia Petrova', 'Samuel Adeyemi', 'Lucas Martin', 'Mateo Garcia'],
    price: 312_000,
  },
  {
    name: 'Cold-chain tracking',
    account: 'Arctic Seafood',
    product: 'implementation',
    shape: 'implementation',
    start: -12,
    weeks: 20,
    manager: 'Aisha Rahman',
    people: ['Julia Romano', 'Laura Schmidt', 'Mei Tanaka'],
    price: 128_000,
  },
  {
    name: 'Guest experience',
    account: 'Castello Hotels',
    product: 'service-design',
    shape: 'service-design',
    start: -10,
    weeks: 18,
    manager: 'Clara Weiss',
    people: ['Freya Jensen', 'Anouk Dubois', 'Daniel Okafor'],
    price: 88_000,
  },
  {
    name: 'Operating model',
    account: 'Delta Water',
    product: 'strategy',
    shape: 'strategy',
    start: -8,
    weeks: 16,
    manager: 'Marek Novak',
    people: ['Helena Brandt', 'Priya Nair', 'Lucas Martin'],
    price: 134_000,
  },
  {
    name: 'Store replenishment',
    account: 'Orchard Retail',
    product: 'build',
    shape: 'build',
    start: -6,
    weeks: 24,
    manager: 'Aisha Rahman',
    people: ['Pavel Horak', 'Karim Haddad', 'Laura Schmidt', 'Victor Lang', 'Mei Tanaka'],
    price: 246_000,
  },
  {
    name: 'Crew rostering',
    account: 'Kestrel Aviation',
    product: 'implementation',
    shape: 'implementation',
    start: -4,
    weeks: 18,
    manager: 'Aisha Rahman',
    people: ['Samuel Adeyemi', 'Julia Romano', 'Jonas Keller'],
    price: 139_000,
  },
  {
    name: 'Tenant service',
    account: 'Solaris Housing',
    product: 'service-design',
    shape: 'service-design',
    start: 2,
    weeks: 16,
    manager: 'Clara Weiss',
    people: ['Mateo Garcia', 'Anouk Dubois', 'Sofia Lindqvist'],
    price: 92_000,
  },
  {
    name: 'Sales academy',
    account: 'Harbour Logistics',
    product: 'training',
    shape: 'training',
    start: 3,
    weeks: 14,
    manager: 'Marek Novak',
    people: ['Jonas Keller', 'Daniel Okafor', 'Victor Lang'],
    price: 58_000,
  },
];
