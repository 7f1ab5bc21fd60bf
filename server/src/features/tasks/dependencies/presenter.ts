import type { DependencyView } from '@evenkeel/contract/dependencies';
import type { DependencyRecord, EndRecord } from './repository.ts';

export function presentDependency(row: DependencyRecord, isBroken: boolean): DependencyView {
  return {
    id: row.id,
    version: row.version,
    predecessor: presentEnd(row.predecessor),
    successor: presentEnd(row.successor),
    type: row.type,
    lagMinutes: row.lag_minutes,
    lagUnit: row.lag_unit,
    lagPercent: row.lag_percent,
    isBroken,
  };
}

function presentEnd(end: EndRecord): DependencyView['predecessor'] {
  return {
    id: end.id,
    number: end.number,
    name: end.name,
    state: end.state,
    startOn: end.start_on,
    dueOn: end.due_on,
    isMilestone: end.is_milestone,
    project: { id: end.project_id, name: end.project_name, kind: end.project_kind },
  };
}
