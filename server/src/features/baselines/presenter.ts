import type { BaselineComparison, BaselineRow, BaselineView } from '@evenkeel/contract/baselines';
import { type CalendarDate, later } from '@evenkeel/core/calendar-date';
import { slipWeekdays } from '@evenkeel/core/projects/schedule-moves';
import { moment } from '../../platform/db/values.ts';
import type { BaselineRecord, ComparedTask } from './repository.ts';
import type { Comparison } from './service.ts';

export function presentBaseline(baseline: BaselineRecord): BaselineView {
  return {
    id: baseline.id,
    version: baseline.version,
    projectId: baseline.project_id,
    name: baseline.name,
    takenAt: moment(baseline.taken_at),
    takenBy: baseline.member_name,
    startOn: baseline.start_on,
    finishOn: baseline.finish_on,
    taskCount: Number(baseline.task_count),
  };
}

export function presentComparison({ baseline, tasks }: Comparison): BaselineComparison {
  const ends = tasks.flatMap((task) => endOf(task) ?? []);
  const finishOn = ends.length === 0 ? null : ends.reduce(later);
  return {
    baseline: presentBaseline(baseline),
    finishOn,
    slipWeekdays: slipWeekdays(baseline.finish_on, finishOn),
    rows: tasks.map(presentRow),
  };
}

function presentRow(task: ComparedTask): BaselineRow {
  return {
    taskId: task.taskId,
    name: task.name,
    isMilestone: task.isMilestone,
    baseline: task.wasThere
      ? {
          startOn: task.keptStartOn,
          dueOn: task.keptDueOn,
          estimateMinutes: task.keptEstimateMinutes,
        }
      : null,
    current: task.isThere
      ? {
          startOn: task.startOn,
          dueOn: task.dueOn,
          estimateMinutes: task.estimateMinutes,
          doneOn: task.doneOn,
        }
      : null,
    slipWeekdays: task.wasThere ? slipWeekdays(task.keptDueOn, endOf(task)) : null,
  };
}

/** When a task ends, or ended. */
function endOf(task: ComparedTask): CalendarDate | null {
  return task.isThere ? (task.doneOn ?? task.dueOn) : null;
}
