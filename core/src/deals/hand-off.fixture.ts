import fc from 'fast-check';
import { addDays, calendarDate } from '../calendar-date.ts';
import type {
  AccountId,
  ContactId,
  ContractId,
  CustomerGoalId,
  CustomerInitiativeId,
  DealId,
  PersonId,
  ProductId,
  QuoteId,
  RoleId,
  TeamId,
  TemplateId,
} from '../id.ts';
import { defaultTemplates, outlineWithRoles } from '../projects/default-templates.ts';
import type { Template, TemplateOutline } from '../projects/template.ts';
import { contractTerms } from './contract.ts';
import type { HandOffChoices, HandOffDeal, HandOffInput } from './hand-off.ts';
import type { SoldContract, SoldLine } from './hand-off-sold.ts';
import { stakeholderParts } from './stakeholders.ts';

// Ids of a fixture need only be different; their brand has no run-time part.
const idOf = <Id extends string>(noun: string, index = 1) => `${noun}-${index}` as Id;

/** The roles of the fixture firm; the last two stand in no default template. */
export const roles = [
  'Partner',
  'Project manager',
  'Consultant',
  'Designer',
  'Developer',
  'Translator',
  'Interpreter',
].map((name, index) => ({ id: idOf<RoleId>('role', index), name }));

/** The default client templates in the fixture firm. */
export const clientTemplates: readonly Template<TemplateId>[] = defaultTemplates
  .filter((template) => template.kind === 'client')
  .map((template, index) => ({
    id: idOf<TemplateId>('template', index),
    name: template.name,
    outline: withSpreads(outlineWithRoles(template, roles)),
  }));

/** Of every second task it is said how far its hours may be off. */
function withSpreads(outline: TemplateOutline): TemplateOutline {
  const spread = { optimisticShare: 8_000, pessimisticShare: 15_000 };
  const phases = outline.phases.map((phase) => ({
    ...phase,
    tasks: phase.tasks.map((task, place) => (place % 2 === 0 ? task : { ...task, ...spread })),
  }));
  return { ...outline, phases };
}

/** A role of the fixture firm by name. */
export function roleNamed(name: string): RoleId {
  const role = roles.find((candidate) => candidate.name === name);
  if (!role) throw new Error(`no role ${name}`);
  return role.id;
}

/** A line that was sold. */
function soldLine(line: Partial<SoldLine>): SoldLine {
  const none = { roleId: null, minutes: null, rate: null, quantity: null, unitPrice: null };
  return { description: 'Study', ...none, amount: 1_000_000, ...line };
}

/** A deal on which everything is said. */
export const wholeDeal: HandOffDeal = {
  id: idOf<DealId>('deal'),
  number: 1_042,
  name: 'Warehouse control',
  account: { id: idOf<AccountId>('account'), name: 'Harbour Logistics' },
  product: { id: idOf<ProductId>('product'), name: 'Control tower' },
  owner: { id: idOf<PersonId>('person', 1), name: 'Anna Seller' },
  value: 9_600_000,
  openedOn: calendarDate('2026-01-12'),
  stageSince: calendarDate('2026-05-04'),
  closeOn: calendarDate('2026-05-04'),
  contractSignedOn: calendarDate('2026-05-06'),
  nextStep: 'Send the list of interviewees',
  notes: 'They had a bad start with the last supplier.',
  scope: 'Control of inbound and outbound docks.',
  deliveryStartOn: calendarDate('2026-06-01'),
  deliveryEndOn: calendarDate('2026-09-30'),
  templateId: idOf<TemplateId>('template', 1),
  nextStepOn: calendarDate('2026-05-20'),
  reason: 'Best approach',
  contest: 'initiative-led',
  competitors: ['Aldermann Partner'],
  lines: [soldLine({ description: 'Control tower' })],
  quote: {
    id: idOf<QuoteId>('quote'),
    name: 'Q-2026-1001',
    lines: [
      soldLine({ roleId: roleNamed('Consultant'), minutes: 12_001, rate: 13_337 }),
      soldLine({ description: 'Travel', quantity: 2, unitPrice: 45_000, amount: 90_000 }),
    ],
  },
  contract: {
    id: idOf<ContractId>('contract'),
    terms: 'fixed-price',
    value: 9_600_000,
    startOn: calendarDate('2026-06-01'),
    endOn: calendarDate('2026-10-31'),
    reference: 'PO 4711',
    notes: 'Penalty after week 40',
  },
  stakeholders: [
    { contactId: idOf<ContactId>('contact'), name: 'Ida Buyer', part: 'decides', note: '' },
  ],
  customerGoals: [{ id: idOf<CustomerGoalId>('goal'), name: 'Half the waiting time' }],
  customerInitiatives: [{ id: idOf<CustomerInitiativeId>('initiative'), name: 'Digital harbour' }],
  demand: [
    { roleId: roleNamed('Consultant'), minutes: 12_001 },
    { roleId: roleNamed('Developer'), minutes: 36_007 },
    { roleId: roleNamed('Translator'), minutes: 601 },
  ],
};

/** Nothing chosen but the project manager. */
export const someChoices: HandOffChoices = {
  projectManagerId: idOf<PersonId>('person', 2),
  ownerId: null,
  teamId: null,
  startOn: null,
  endOn: null,
};

const firstDay = calendarDate('2026-01-01');
const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays(firstDay, days));
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 });
const text = fc.oneof(fc.constant(''), fc.string({ minLength: 1, maxLength: 60 }));

const demand = fc
  .subarray(roles.map((role) => role.id))
  .chain((chosen) =>
    fc.tuple(
      ...chosen.map((roleId) =>
        fc.record({ roleId: fc.constant(roleId), minutes: fc.integer({ min: 1, max: 600_000 }) }),
      ),
    ),
  );

const anyLine: fc.Arbitrary<SoldLine> = fc.record({
  description: fc.string({ minLength: 1, maxLength: 60 }),
  roleId: optional(fc.constantFrom(...roles.map(({ id }) => id))),
  minutes: optional(fc.integer({ min: 1, max: 60_000 })),
  rate: optional(fc.integer({ min: 0, max: 50_000 })),
  quantity: optional(fc.integer({ min: 1, max: 900 })),
  unitPrice: optional(fc.integer({ min: 0, max: 5_000_000 })),
  amount: fc.integer({ min: 0, max: 500_000_000 }),
});

const anyContract: fc.Arbitrary<SoldContract> = fc.record({
  id: fc.constant(idOf<ContractId>('contract', 7)),
  terms: fc.constantFrom(...contractTerms),
  value: optional(fc.integer({ min: 0, max: 500_000_000 })),
  startOn: optional(day),
  endOn: optional(day),
  reference: text,
  notes: text,
});

const deal: fc.Arbitrary<HandOffDeal> = fc
  .record({
    id: fc.constant(idOf<DealId>('deal', 7)),
    number: fc.integer({ min: 1_001, max: 99_999 }),
    name: fc.string({ minLength: 1, maxLength: 60 }),
    account: optional(fc.constant({ id: idOf<AccountId>('account', 7), name: 'Account' })),
    product: optional(fc.constant({ id: idOf<ProductId>('product', 7), name: 'Product' })),
    owner: optional(fc.constant({ id: idOf<PersonId>('person', 7), name: 'Seller' })),
    value: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 1_000_000_000 })),
    openedOn: day,
    stageSince: day,
    closeOn: optional(day),
    contractSignedOn: optional(day),
    nextStep: text,
    notes: text,
    scope: text,
    delivery: optional(fc.tuple(day, fc.integer({ min: 0, max: 400 }))),
    kept: fc.constantFrom('both', 'start', 'end'),
    templateId: optional(fc.constantFrom(...clientTemplates.map(({ id }) => id))),
    nextStepOn: optional(day),
    reason: optional(fc.constant('Price')),
    contest: optional(fc.constantFrom('goal-led' as const, 'initiative-led' as const)),
    competitors: fc.array(fc.constant('Somebody else'), { maxLength: 2 }),
    lines: fc.array(anyLine, { maxLength: 3 }),
    quote: optional(
      fc.record({
        id: fc.constant(idOf<QuoteId>('quote', 7)),
        name: fc.constant('Q-2026-1007'),
        lines: fc.array(anyLine, { maxLength: 4 }),
      }),
    ),
    contract: optional(anyContract),
    stakeholders: fc.array(
      fc.record({
        contactId: fc.constant(idOf<ContactId>('contact', 7)),
        name: fc.constant('Somebody'),
        part: fc.constantFrom(...stakeholderParts),
        note: text,
      }),
      { maxLength: 2 },
    ),
    customerGoals: fc.array(fc.constant({ id: idOf<CustomerGoalId>('goal', 7), name: 'A goal' }), {
      maxLength: 2,
    }),
    customerInitiatives: fc.array(
      fc.constant({ id: idOf<CustomerInitiativeId>('initiative', 7), name: 'An initiative' }),
      { maxLength: 1 },
    ),
    demand,
  })
  .map(({ delivery, kept, ...rest }) => ({
    ...rest,
    deliveryStartOn: delivery && kept !== 'end' ? delivery[0] : null,
    deliveryEndOn: delivery && kept !== 'start' ? addDays(delivery[0], delivery[1]) : null,
  }));

/** Deals of every shape, with every shape of choices, on any template or none. */
export const anyHandOff: fc.Arbitrary<HandOffInput> = fc.record({
  deal,
  template: optional(fc.constantFrom(...clientTemplates)),
  roles: fc.constant(roles),
  today: day,
  choices: fc.record({
    projectManagerId: optional(fc.constant(idOf<PersonId>('person', 8))),
    ownerId: optional(fc.constantFrom(idOf<PersonId>('person', 7), idOf<PersonId>('person', 9))),
    teamId: optional(fc.constant(idOf<TeamId>('team', 1))),
    startOn: optional(day),
    endOn: optional(day),
  }),
});
