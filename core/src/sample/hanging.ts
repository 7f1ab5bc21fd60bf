import type { CustomFieldKind, CustomFieldType, CustomValue } from '../custom-field.ts';
import type { LinkReason } from '../link-reason.ts';
import type { TagColour } from '../tag.ts';
import type { SampleSubject } from './comments.ts';

/** Records of the sample that belong together. */
export const sampleLinks: readonly {
  readonly from: SampleSubject;
  readonly to: SampleSubject;
  readonly reason: LinkReason;
  readonly note: string;
}[] = [
  {
    from: { kind: 'deal', key: 'waiting' },
    to: { kind: 'client-project', key: 'Grid outage desk' },
    reason: 'came-from',
    note: 'They asked for it in the last steering meeting.',
  },
  {
    from: { kind: 'deal', key: 'ready' },
    to: { kind: 'client-project', key: 'Warehouse control tower' },
    reason: 'related',
    note: 'Same planning board, other freight.',
  },
  {
    from: { kind: 'initiative', key: 'Managed services' },
    to: { kind: 'account', key: 'Harbour Logistics' },
    reason: 'depends-on',
    note: 'First client for it.',
  },
];

/** Views of lists that the firm shares; the state is what the lists keep in their address. */
export const sampleViews: readonly {
  readonly list: string;
  readonly name: string;
  readonly filters: readonly Record<string, unknown>[];
  readonly sort: readonly { readonly id: string; readonly descending: boolean }[];
}[] = [
  {
    list: 'deals',
    name: 'Worth 200,000 and more',
    filters: [{ id: 'value', kind: 'number', from: 20_000_000 }],
    sort: [{ id: 'value', descending: true }],
  },
  {
    list: 'accounts',
    name: 'Transport and logistics',
    filters: [{ id: 'sector', kind: 'choice', anyOf: ['Transport', 'Logistics'] }],
    sort: [{ id: 'name', descending: false }],
  },
];

/** Tags of the firm, and what bears them. */
export const sampleTags: readonly {
  readonly name: string;
  readonly colour: TagColour;
  readonly on: readonly SampleSubject[];
}[] = [
  {
    name: 'Key account',
    colour: 'teal',
    on: accounts('Harbour Logistics', 'Velden Energy', 'Meridian Insurance', 'Vanguard Freight'),
  },
  {
    name: 'Nordic',
    colour: 'blue',
    on: [
      ...accounts(
        'Arctic Seafood',
        'Borealis Rail',
        'Fjord Ferries',
        'Tern Shipping',
        'Cobalt Mining',
      ),
      { kind: 'goal', key: 'nordics' },
      { kind: 'initiative', key: 'Enter the Nordic market' },
    ],
  },
  { name: 'Reference', colour: 'green', on: accounts('Harbour Logistics', 'Lumen Health') },
  {
    name: 'Needs a partner',
    colour: 'orange',
    on: [
      { kind: 'deal', key: 'ready' },
      { kind: 'client-project', key: 'Warehouse control tower' },
    ],
  },
];

/** Fields of the firm's own, with what stands in them. A choice is named by its place. */
export const sampleFields: readonly {
  readonly kind: CustomFieldKind;
  readonly name: string;
  readonly type: CustomFieldType;
  readonly choices: readonly string[];
  readonly values: readonly (readonly [SampleSubject, CustomValue])[];
}[] = [
  {
    kind: 'account',
    name: 'Rating',
    type: 'choice',
    choices: ['A', 'B', 'C'],
    values: [
      ...accounts('Harbour Logistics', 'Velden Energy', 'Vanguard Freight').map(
        (account) => [account, 'c1'] as const,
      ),
      ...accounts('Meridian Insurance', 'Lumen Health', 'Borealis Rail').map(
        (account) => [account, 'c2'] as const,
      ),
      ...accounts('Arctic Seafood', 'Castello Hotels').map((account) => [account, 'c3'] as const),
    ],
  },
  {
    kind: 'deal',
    name: 'Procurement',
    type: 'text',
    choices: [],
    values: [[{ kind: 'deal', key: 'ready' }, 'Framework contract until the summer']],
  },
  {
    kind: 'deal',
    name: 'How they found us',
    type: 'choice',
    choices: ['Recommended', 'Tender', 'Fair', 'Known from before'],
    values: [
      [{ kind: 'deal', key: 'ready' }, 'c1'],
      [{ kind: 'deal', key: 'waiting' }, 'c4'],
    ],
  },
  {
    kind: 'goal',
    name: 'In the board report',
    type: 'boolean',
    choices: [],
    values: [
      [{ kind: 'goal', key: 'recurring' }, true],
      [{ kind: 'goal', key: 'nordics' }, true],
      [{ kind: 'goal', key: 'footprint' }, false],
    ],
  },
  {
    kind: 'task',
    name: 'Risk',
    type: 'choice',
    choices: ['Low', 'Medium', 'High'],
    values: [
      [{ kind: 'task', key: 'Claims portal / Build / Load the data' }, 'c3'],
      [{ kind: 'task', key: 'Claims portal / Build / Connect the systems' }, 'c2'],
      [{ kind: 'task', key: 'Claims portal / Launch / Train the team' }, 'c1'],
    ],
  },
];

function accounts(...names: readonly string[]): SampleSubject[] {
  return names.map((key) => ({ kind: 'account', key }));
}
