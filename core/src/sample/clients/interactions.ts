import { addDays, type CalendarDate, isWeekdayDate } from '../../calendar-date.ts';
import type { InteractionKind } from '../../interactions/interaction.ts';
import { type Random, randomChoice, randomInteger } from '../../random.ts';
import type { SampleDeal, SampleProject } from '../sample-firm.ts';
import type { SampleContact, SampleInteraction } from './client-sample.ts';

type Words = readonly [name: string, notes: string, outcome: string];

const words: Readonly<Record<InteractionKind, readonly Words[]>> = {
  call: [
    [
      'How the last weeks went',
      'They are content with the pace; the reports could be shorter.',
      'Shorter reports from next month',
    ],
    [
      'Budget round',
      'The budget is decided at the end of the quarter; operations stands behind us.',
      'Call again after the round',
    ],
    [
      'A change in their board',
      'A new finance director comes in spring and will look at every contract.',
      'Meet the new director',
    ],
    ['Question about an invoice', 'The order number was missing.', 'Sent again the same day'],
    [
      'Holiday cover',
      'Nobody is there for two weeks; decisions wait.',
      'Dates moved to after the holidays',
    ],
  ],
  email: [
    ['Draft of the offer', 'Sent the draft with two options.', 'They take it to their board'],
    ['Minutes and next steps', 'Minutes sent, three open points on their side.', ''],
    ['Access for our people', 'They ask for names and dates two weeks ahead.', 'List sent'],
    ['Reference for another client', 'They are glad to be named.', 'Reference agreed'],
    ['Thanks after the workshop', 'They want the photographs of the wall.', 'Photographs sent'],
  ],
  meeting: [
    [
      'Review of the quarter',
      'Went through what was promised and what was done; two dates moved, both told in time.',
      'Same rhythm next quarter',
    ],
    [
      'Workshop on the goals',
      'They put growth first and want fewer suppliers.',
      'Goals written down on the account',
    ],
    [
      'First conversation',
      'Their own team is too small for what the board expects.',
      'We send a sketch',
    ],
    [
      'Presentation of the offer',
      'Price was no issue, the start date was.',
      'Start date to be confirmed',
    ],
    ['Lunch with the chief executive', 'They think about a second site.', 'Keep in touch'],
  ],
  note: [
    ['How they decide', 'Procurement signs, but operations decides. Always bring figures.', ''],
    ['Read in the newspaper', 'They bought a competitor; ask what it means for the plan.', ''],
    ['Mood', 'Friendly, but they compare us with a larger firm.', ''],
  ],
};

const kinds: readonly InteractionKind[] = [
  'call',
  'call',
  'call',
  'email',
  'email',
  'email',
  'email',
  'meeting',
  'meeting',
  'note',
];

type Context = {
  readonly today: CalendarDate;
  readonly random: Random;
  readonly contacts: readonly SampleContact[];
  readonly deals: readonly SampleDeal[];
  readonly projects: readonly SampleProject[];
};

/** Two years of calls, mails, meetings and notes: dense where we work, thin where we do not. */
export function sampleInteractions(context: Context): SampleInteraction[] {
  const keys = [...new Set(context.deals.map((deal) => deal.account))].sort();
  const all = keys.flatMap((account) => ofAccount(account, context));
  return [...all, ...waiting(context)].sort((a, b) => (a.on < b.on ? -1 : 1));
}

function ofAccount(account: string, context: Context): SampleInteraction[] {
  const { random, today, projects, deals, contacts } = context;
  const people = contacts.filter((contact) =>
    contact.accounts.some((at) => at.account === account),
  );
  if (people.length === 0) return [];
  const isBusy =
    projects.some((project) => project.account === account) ||
    deals.some((deal) => deal.account === account && deal.stage !== 'won' && deal.stage !== 'lost');
  const found: SampleInteraction[] = [];
  let daysAgo = randomInteger(random, 640, 720);
  const last = quiet.has(account)
    ? 96
    : isBusy
      ? randomInteger(random, 1, 24)
      : randomInteger(random, 60, 200);
  while (daysAgo > last) {
    found.push(
      interactionOn(weekdayNear(addDays(today, -daysAgo)), account, { ...context, people }),
    );
    daysAgo -= isBusy ? randomInteger(random, 40, 110) : randomInteger(random, 150, 330);
  }
  if (isBusy) {
    const on = weekdayNear(addDays(today, -last));
    found.push({
      ...interactionOn(on, account, { ...context, people }),
      kind: 'call',
      direction: 'out',
    });
  }
  return found;
}

/** Clients nobody has spoken to for too long: what the list of overdue contacts shows. */
const quiet: ReadonlySet<string> = new Set(['Castello Hotels', 'Delta Water']);

function interactionOn(
  on: CalendarDate,
  account: string,
  context: Context & { readonly people: readonly SampleContact[] },
): SampleInteraction {
  const { random, people } = context;
  const kind = randomChoice(random, kinds);
  const [name, notes, outcome] = randomChoice(random, words[kind]);
  const deal = context.deals.find(
    (other) => other.account === account && other.openedOn <= on && on <= other.closeOn,
  );
  const project = context.projects.find(
    (other) =>
      other.account === account &&
      other.startOn &&
      other.endOn &&
      other.startOn <= on &&
      on <= other.endOn,
  );
  const person = project?.projectManager ?? deal?.owner ?? people[0]?.owner ?? 'Helena Brandt';
  return {
    kind,
    name,
    on,
    direction: kind === 'note' ? null : random() < 0.65 ? 'out' : 'in',
    notes,
    outcome,
    account,
    deal: project ? null : (deal?.key ?? null),
    project: project?.key ?? null,
    contacts: kind === 'note' ? [] : [randomChoice(random, people).key],
    people: [person],
    followUp: null,
  };
}

/** What somebody still has to follow up: overdue, today, soon, and one that was done. */
function waiting({ today, contacts }: Context): SampleInteraction[] {
  const at = (account: string) =>
    contacts
      .filter((contact) => contact.accounts[0]?.account === account)
      .slice(0, 1)
      .map(({ key }) => key);
  const line = (
    account: string,
    name: string,
    [daysAgo, dueIn, doneIn]: readonly [number, number, number | null],
  ): SampleInteraction => ({
    kind: 'call',
    name,
    on: weekdayNear(addDays(today, -daysAgo)),
    direction: 'in',
    notes: '',
    outcome: 'We come back to them',
    account,
    deal: null,
    project: null,
    contacts: at(account),
    people: ['Marek Novak'],
    followUp: {
      on: addDays(today, dueIn),
      owner: 'Marek Novak',
      doneOn: doneIn === null ? null : addDays(today, doneIn),
    },
  });
  return [
    line('Harbour Logistics', 'Second shift at the depot', [9, -2, null]),
    line('Lumen Health', 'Who signs the next step', [4, 0, null]),
    line('Granite Bank', 'Reference visit', [3, 5, null]),
    line('Borealis Rail', 'Data from the old planner', [16, -6, -7]),
  ];
}

function weekdayNear(date: CalendarDate): CalendarDate {
  let day = date;
  while (!isWeekdayDate(day)) day = addDays(day, -1);
  return day;
}
