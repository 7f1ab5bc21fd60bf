import type { ScenarioDatesView } from '@evenkeel/contract/scenario-dates';
import type { ScenarioChangeFacts } from '@evenkeel/contract/scenarios';
import type { ScenarioId } from '@evenkeel/core/id';
import { refusalOf, takenBack } from '../../../../platform/db/savepoint.ts';
import type { Scope } from '../../../../platform/db/scope.ts';
import { act } from '../acts/service.ts';
import { type ChangeRecord, readMeant } from '../service.ts';
import { listDays, type TaskDays } from './repository.ts';

type Problems = ScenarioDatesView['problems'];

/**
 * Where tasks lie in a scenario. Its changes are made, the live schedule moves what follows, the days
 * are read, and every write is taken back: so they are the days that applying it gives.
 */
export async function scenarioDates(scope: Scope, id: ScenarioId): Promise<ScenarioDatesView> {
  const [meant] = await readMeant(scope, [id]);
  if (!meant) throw new Error('a scenario was asked for and none came');
  const before = new Map((await listDays(scope)).map((task) => [task.id, task]));
  const problems: Problems = [];
  const after = await takenBack(scope, async () => {
    for (const change of meant.changes.filter(({ facts }) => movesTasks(facts))) {
      await attempt(scope, change, problems);
    }
    return listDays(scope);
  });
  const stoppedProjectIds = meant.changes.flatMap(({ facts }) =>
    facts.kind === 'stop-project' ? [facts.projectId] : [],
  );
  return {
    scenario: { id, name: meant.scenario.name },
    rows: after.flatMap((task) => moved(before.get(task.id), task)),
    stoppedProjectIds,
    problems,
  };
}

const moving: readonly ScenarioChangeFacts['kind'][] = [
  'delay-project',
  'leave',
  'move-people',
  'change-terms',
];

function movesTasks({ kind }: ScenarioChangeFacts): boolean {
  return moving.includes(kind);
}

async function attempt(scope: Scope, change: ChangeRecord, problems: Problems): Promise<void> {
  const refusal = await refusalOf(scope, () => act(scope, change.facts));
  if (refusal) problems.push({ changeId: change.id, message: refusal.message });
}

/** A task that lies elsewhere; what the scenario adds is not in the plan to be compared with. */
function moved(before: TaskDays | undefined, after: TaskDays): ScenarioDatesView['rows'] {
  if (!before) return [];
  const isSame = before.start_on === after.start_on && before.due_on === after.due_on;
  if (isSame) return [];
  return [
    {
      taskId: after.id,
      projectId: after.project_id,
      isMilestone: after.is_milestone,
      before: daysOf(before),
      after: daysOf(after),
    },
  ];
}

function daysOf({ start_on: startOn, due_on: dueOn }: TaskDays) {
  return { startOn, dueOn };
}
