import type { LinkReason } from '../link-reason.ts';
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
