import type { ChangeView } from '@evenkeel/contract/history';
import { instant } from '@evenkeel/core/instant';
import { expect, test } from 'vitest';
import { historyEntries } from './entries.ts';

const birth = instant('2026-11-02T09:00:00.000Z');
const later = instant('2026-11-03T09:00:00.000Z');

function change(id: string, part: Partial<ChangeView>): ChangeView {
  return {
    id,
    at: birth,
    by: null,
    source: 'web',
    subject: 'deal',
    subjectId: '0198c0de-0000-7000-8000-000000000001',
    subjectName: null,
    action: 'create',
    fields: [],
    ...part,
  };
}

test('what came into being together with the record is told once', () => {
  const entries = historyEntries(
    [
      change('3', { at: later, subject: 'deal_demand' }),
      change('2', { subject: 'deal_demand' }),
      change('1', {}),
    ],
    'deal',
    'EUR',
  );
  expect(entries.map(({ what }) => what)).toEqual(['added the hours sold', 'added this']);
});

test('a change in the moment of another record is kept', () => {
  const entries = historyEntries([change('2', { subject: 'deal_demand' })], 'deal', 'EUR');
  expect(entries).toHaveLength(1);
});
