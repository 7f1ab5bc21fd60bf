import type {
  LevellingOutcome,
  LevellingProposal,
  LevellingRow,
  LevellingView,
} from '@evenkeel/contract/levelling';
import type { PersonId, RoleId, TaskId } from '@evenkeel/core/id';
import type { StartReason } from '@evenkeel/core/schedule/levelling/multi-project/reasons';
import { moment, optionalMoment, referenceOf } from '../../platform/db/values.ts';
import type { ProposalRecord } from './proposals/repository.ts';
import type { RunRecord, StoredResult } from './repository.ts';

type Found = { readonly run: RunRecord; readonly state: LevellingRow['state'] };
type Names = ReadonlyMap<string, string>;

export function presentRow({ run, state }: Found): LevellingRow {
  return {
    id: run.id,
    number: run.number,
    version: run.version,
    state,
    createdBy: run.created_by,
    createdAt: moment(run.created_at),
    startedAt: optionalMoment(run.started_at),
    finishedAt: optionalMoment(run.finished_at),
    seed: run.seed,
    maxSchedules: run.max_schedules,
    failure: state === 'interrupted' ? 'The server stopped while it ran.' : run.failure,
    outcome: run.result === null ? null : outcomeOf(run.result),
    acceptedCount: run.accepted_count,
    isDiscarded: run.is_discarded,
  };
}

function outcomeOf(result: StoredResult): LevellingOutcome {
  const { projects, people } = result;
  const sum = (of: (project: StoredResult['projects'][number]) => number) =>
    projects.reduce((total, project) => total + of(project), 0);
  const excess = (of: (person: StoredResult['people'][number]) => number) =>
    people.reduce((total, person) => total + of(person), 0);
  return {
    tasks: result.tasks,
    moved: result.moved,
    lateBefore: sum((project) => (project.daysLateBefore > 0 ? 1 : 0)),
    lateAfter: sum((project) => (project.daysLateAfter > 0 ? 1 : 0)),
    daysLateBefore: sum((project) => project.daysLateBefore),
    daysLateAfter: sum((project) => project.daysLateAfter),
    excessMinutesBefore: excess((person) => person.excessMinutesBefore),
    excessMinutesAfter: excess((person) => person.excessMinutesAfter),
    end: result.end,
    earliestEnd: result.earliestEnd,
    gapPercent: result.gapPercent,
    latenessAfter: result.lateness.after,
    latenessBound: result.lateness.bound,
    isOptimal: result.isOptimal,
    schedules: result.schedules,
  };
}

export function presentRun(
  found: Found & {
    readonly projectNames: Names;
    readonly kinds: ReadonlyMap<string, 'client' | 'initiative'>;
    readonly personNames: Names;
  },
): LevellingView {
  const { run, state } = found;
  const isLive = state === 'queued' || state === 'running';
  return {
    ...presentRow(found),
    progress: isLive
      ? {
          schedules: run.schedules ?? 0,
          end: run.end_on ?? null,
          isCancelled: run.is_cancelled ?? false,
        }
      : null,
    projects: (run.result?.projects ?? []).map(({ projectId, ...project }) => ({
      ...project,
      // Runs from before the bound was kept by project.
      earliestEnd: project.earliestEnd ?? project.endAfter,
      project: { id: projectId, name: found.projectNames.get(projectId) ?? '' },
      kind: found.kinds.get(projectId) ?? 'client',
    })),
    people: (run.result?.people ?? []).map(({ personId, ...person }) => ({
      ...person,
      person: { id: personId, name: found.personNames.get(personId) ?? '' },
    })),
    problemHash: run.problem_hash,
    engineVersion: run.engine_version,
  };
}

/** Names by the ids that reasons speak of. */
export type SpokenNames = {
  readonly taskNames: Names;
  readonly personNames: Names;
  readonly roleNames: Names;
};

export function presentProposal(
  row: ProposalRecord,
  assignees: readonly { readonly id: PersonId; readonly name: string }[],
  names: SpokenNames,
): LevellingProposal {
  return {
    task: { id: row.task_id, name: row.name, number: row.number },
    project: { id: row.project_id, name: row.project_name },
    assignees: assignees.map(({ id, name }) => ({ id, name })),
    role: referenceOf(row.role_id, row.role_name),
    isMilestone: row.is_milestone,
    startBefore: row.start_before,
    dueBefore: row.due_before,
    startOn: row.start_on,
    dueOn: row.due_on,
    isMoved: row.is_moved,
    reason: presentReason(row.reason, names),
    gap: row.gap,
    state: row.state,
    hasChanged: row.has_changed,
  };
}

function presentReason(reason: StartReason, names: SpokenNames): LevellingProposal['reason'] {
  const taskIds = 'taskIds' in reason ? reason.taskIds : [];
  const named = <I extends PersonId | RoleId>(id: I | null, known: Names) => {
    const name = id === null ? undefined : known.get(id);
    return id === null || name === undefined ? null : { id, name };
  };
  return {
    kind: reason.kind,
    day: reason.kind === 'not-before' ? reason.day : null,
    isProjectStart: reason.kind === 'not-before' && reason.isProjectStart,
    person: named('personId' in reason ? reason.personId : null, names.personNames),
    role: named('roleId' in reason ? reason.roleId : null, names.roleNames),
    tasks: taskIds.flatMap((id: TaskId) => {
      const name = names.taskNames.get(id);
      return name === undefined ? [] : [{ id, name }];
    }),
  };
}
