import { expect, test } from 'vitest';
import { fileNameUnlike, rowsAsCsv } from './export-tables.ts';

test('rows become a table of their plain fields (CL-14)', () => {
  const rows = [
    { name: 'Go live', day: '2026-05-12', isDone: false, files: [] },
    { name: '=1+1', day: null, isDone: true, files: [] },
  ];
  expect(rowsAsCsv({ rows })).toBe(
    "\ufeffname,day,isDone\r\nGo live,2026-05-12,no\r\n'=1+1,,yes\r\n",
  );
});

test('what holds no rows becomes no table', () => {
  for (const answer of [null, 'text', {}, { rows: [] }, { rows: ['text'] }])
    expect(rowsAsCsv(answer)).toBeNull();
});

test('files keep their names, but for what no system takes and what is there already', () => {
  expect(fileNameUnlike(new Set(), '../secret/plan: v2?.pdf')).toBe('__secret_plan_ v2_.pdf');
  expect(fileNameUnlike(new Set(['Plan.pdf', 'Plan (2).pdf']), 'Plan.pdf')).toBe('Plan (3).pdf');
  expect(fileNameUnlike(new Set(['Plan']), 'Plan')).toBe('Plan (2)');
  expect(fileNameUnlike(new Set(), '')).toBe('_');
});
