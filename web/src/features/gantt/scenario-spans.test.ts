import { calendarDate } from '@evenkeel/core/calendar-date';
import type { ProjectId, ScenarioId, TaskId } from '@evenkeel/core/id';
import { describe, expect, test } from 'vitest';
import { scenarioText } from '../../ui/gantt/gantt-columns.ts';
import { scenarioSpans, spanOfDays } from './model.ts';

const day = calendarDate;

describe('a scenario beside the plan (B13, PM-03)', () => {
  // Ids of a test need only be different; a brand has no run-time part.
  const row = (taskId: string, dueOn: string, isMilestone = false) => ({
    taskId: taskId as TaskId,
    projectId: 'p' as ProjectId,
    isMilestone,
    before: { startOn: day('2026-03-02'), dueOn: day('2026-03-03') },
    after: { startOn: isMilestone ? null : day('2026-03-09'), dueOn: day(dueOn) },
  });
  const spans = scenarioSpans({
    scenario: { id: 's' as ScenarioId, name: 'What if' },
    rows: [row('draw', '2026-03-10'), row('live', '2026-03-10', true)],
    stoppedProjectIds: [],
    problems: [],
  });

  test('lies where it puts tasks, a milestone at one instant', () => {
    expect(spans.get('draw')).toEqual(spanOfDays(day('2026-03-09'), day('2026-03-10')));
    const live = spans.get('live');
    expect(live?.start).toBe(live?.finish);
  });

  test('says by how many days a task ends later, earlier or not', () => {
    const scenario = spans.get('draw') ?? null;
    const planned = (start: string, due: string) => spanOfDays(day(start), day(due));
    expect(scenarioText({ scenario, span: planned('2026-03-02', '2026-03-03') })).toBe('+7 d');
    expect(scenarioText({ scenario, span: planned('2026-03-10', '2026-03-12') })).toBe('−2 d');
    expect(scenarioText({ scenario, span: planned('2026-03-05', '2026-03-10') })).toBe('same end');
    expect(scenarioText({ scenario: null, span: null })).toBe('');
  });
});
