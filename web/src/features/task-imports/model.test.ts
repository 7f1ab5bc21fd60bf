import type { TaskGroupView } from '@evenkeel/contract/task-imports';
import { describe, expect, test } from 'vitest';
import { chosenKey, countLines, projectHref } from './model.ts';

const counts = {
  create: 3,
  update: 0,
  keep: 1,
  phases: 0,
  links: 2,
  people: 0,
  assignments: 0,
  checklistItems: 0,
  comments: 0,
  tags: 0,
  baselines: 0,
};

const group = (action: 'use' | 'empty', target: string | null): TaskGroupView => ({
  key: 'person/zoe',
  code: 'person-unknown',
  title: '',
  message: '',
  options: [
    { action: 'empty', label: 'Leave out', target: null, picks: null },
    { action: 'use', label: 'It is Ana', target: 'ana', picks: null },
    { action: 'use', label: 'Somebody else', target: null, picks: 'person' },
  ],
  standard: { action: 'empty', target: null, probability: null },
  chosen: { action, target, probability: null },
  picked: null,
  count: 1,
});

describe('an import of tasks (IN-07)', () => {
  test('says what comes in, and nothing of what does not', () => {
    expect(countLines(counts, false).map(({ what, count }) => `${what}: ${count}`)).toEqual([
      'Tasks to add: 3',
      'Tasks that stay as they are: 1',
      'Links to add: 2',
    ]);
  });

  test('shows the option that was chosen, or that somebody was picked', () => {
    expect(chosenKey(group('empty', null))).toBe('empty ');
    expect(chosenKey(group('use', 'ana'))).toBe('use ana');
    expect(chosenKey(group('use', 'ben'))).toBe('pick person');
  });

  test('leads to the project of either kind', () => {
    expect(projectHref({ id: '1', kind: 'client' })).toBe('/client-projects/1');
    expect(projectHref({ id: '1', kind: 'initiative' })).toBe('/initiatives/1/plan');
  });
});
