import type { HandOffDraftView } from '@evenkeel/contract/hand-offs';
import { describe, expect, test } from 'vitest';
import { draftPhases, originWords } from './model.ts';

const task = (name: string, phaseIndex: number | null, estimateMinutes: number | null) => ({
  phaseIndex,
  name,
  notes: '',
  role: null,
  estimateMinutes,
  startOn: null,
  dueOn: null,
  isMilestone: false,
});

describe('the plan that a hand-off would make', () => {
  test('is shown by phase with its hours, tasks without a phase last', () => {
    const phase = (name: string) => ({ name, startOn: null, endOn: null });
    const found = draftPhases({
      phases: [phase('One'), phase('Two')],
      tasks: [task('a', 0, 60), task('b', null, 30), task('c', 0, null)],
    });
    expect(found.map(({ name, minutes, tasks }) => [name, minutes, tasks.length])).toEqual([
      ['One', 60, 2],
      ['Two', 0, 0],
      ['Without a phase', 30, 1],
    ]);
  });

  test('says where a field would come from', () => {
    const origin = { subject: 'project', index: 0, sourceId: null, value: 'x' } as const;
    const draft = {
      origins: [
        { ...origin, field: 'name', source: 'deal', sourceField: 'name' },
        { ...origin, field: 'startOn', source: 'person', sourceField: 'choice' },
        { ...origin, field: 'endOn', source: 'computed', sourceField: '25 weekdays' },
      ],
      // The function reads the origins only.
    } as unknown as HandOffDraftView;
    expect(
      ['name', 'startOn', 'endOn', 'teamId'].map((field) => originWords(draft, field)),
    ).toEqual(['from the deal', 'chosen here', '25 weekdays', '']);
  });
});
