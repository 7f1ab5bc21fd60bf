import type { LeaveEffects, LeaveView } from '@evenkeel/contract/leaves';
import { optionalMoment } from '../../platform/db/values.ts';
import type { FoundEffects, LeaveShown } from './service.ts';

export function presentLeave({ leave, canDecide, canChange }: LeaveShown): LeaveView {
  return {
    id: leave.id,
    version: leave.version,
    person: { id: leave.person_id, name: leave.person_name },
    startOn: leave.start_on,
    endOn: leave.end_on,
    isHalf: leave.is_half,
    note: leave.note,
    state: leave.state,
    requestedBy: leave.requested_by_name,
    decidedBy: leave.decided_by_name,
    decidedAt: optionalMoment(leave.decided_at),
    reason: leave.reason,
    canDecide,
    canChange,
  };
}

export function presentEffects(found: FoundEffects): LeaveEffects {
  return {
    capacityMinutes: found.capacityMinutes,
    tasks: found.tasks.map((task) => ({
      id: task.id,
      name: task.name,
      project: { id: task.project_id, name: task.project_name },
      startOn: task.start_on,
      dueOn: task.due_on,
    })),
    allocations: found.allocations.map(({ row, minutes }) => ({
      id: row.id,
      project: { id: row.project_id, name: row.project_name },
      startOn: row.start_on,
      endOn: row.end_on,
      certainty: row.certainty,
      minutes,
    })),
    away: found.away.map((leave) => ({
      person: { id: leave.person_id, name: leave.person_name },
      startOn: leave.start_on,
      endOn: leave.end_on,
    })),
  };
}
