import { effortRange } from '@evenkeel/core/sample/effort-range';
import type { SampleFirm, SampleProject, SampleTask } from '@evenkeel/core/sample/sample-firm';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import { nextNumbers } from '../../../platform/db/numbers.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';
import { common, type Ids, need } from '../ids.ts';

export async function insertWork(scope: Scope, firm: SampleFirm, ids: Ids): Promise<void> {
  const firstProject = await nextNumbers(scope, 'project', firm.projects.length);
  await insertRows(
    scope,
    'project',
    firm.projects.map((project, index) => ({
      number: firstProject + index,
      ...projectRow(project, ids),
      ...placeColumns(firm, project.key),
    })),
  );
  await insertRows(
    scope,
    'goal_link',
    firm.projects.flatMap((project) =>
      project.goals.map((link) => ({
        ...common(newId()),
        project_id: need(ids, 'project', project.key),
        goal_id: need(ids, 'goal', link.goal),
        strength: link.strength,
      })),
    ),
  );
  await insertRows(
    scope,
    'phase',
    firm.phases.map((phase) => ({
      ...common(need(ids, 'phase', phase.key)),
      project_id: need(ids, 'project', phase.project),
      name: phase.name,
      position: phase.position,
      start_on: phase.startOn,
      end_on: phase.endOn,
    })),
  );
  await insertRecurrences(scope, firm, ids);
  await insertTasks(scope, firm, ids);
  await insertStructure(scope, firm, ids);
  await insertPeople(scope, firm, ids);
  await insertHandOffs(scope, firm, ids);
  await insertRows(
    scope,
    'time_entry',
    firm.timeEntries.map((entry) => ({
      ...common(newId()),
      person_id: need(ids, 'person', entry.person),
      project_id: need(ids, 'project', entry.project),
      task_id: need(ids, 'task', entry.task),
      on_date: entry.on,
      minutes: entry.minutes,
      note: entry.note,
      is_billable: entry.isBillable,
    })),
  );
}

function projectRow(project: SampleProject, ids: Ids) {
  const person = (key: string | null) => (key === null ? null : need(ids, 'person', key));
  return {
    ...common(need(ids, 'project', project.key)),
    kind: project.kind,
    name: project.name,
    purpose: project.purpose,
    scope: project.scope,
    state: project.state,
    state_reason: project.stateReason,
    start_on: project.startOn,
    end_on: project.endOn,
    owner_id: person(project.owner),
    project_manager_id: person(project.projectManager),
    budget_owner_id: person(project.owner),
    team_id: project.team === null ? null : need(ids, 'team', project.team),
    budget: project.budget,
    account_id: project.account === null ? null : need(ids, 'account', project.account),
    deal_id: project.deal === null ? null : need(ids, 'deal', project.deal),
    price: project.price,
    category: project.category,
    business_need: project.businessNeed,
    expected_benefit: project.expectedBenefit,
    promised_weekly_minutes: project.promisedWeeklyMinutes,
    priority: project.priority,
  };
}

/** Where it stands among the initiatives; every column is named, since the rows travel as JSON. */
function placeColumns({ cases }: SampleFirm, key: string) {
  const place = cases.places.find(({ project }) => project === key);
  return {
    horizon: place?.horizon ?? null,
    market: place?.market ?? null,
    offering: place?.offering ?? null,
    value_score: place?.value ?? null,
    effort_score: place?.effort ?? null,
    is_case_published: place?.isPublished ?? false,
  };
}

/** How far a task is, as its state says. */
function progressOf({ state, startOn, doneOn, isMilestone, estimateMinutes }: SampleTask) {
  if (state === 'open') return { percent_complete: 0, actual_start_on: null };
  if (state === 'done') {
    const begun = doneOn !== null && doneOn < startOn ? doneOn : startOn;
    return { percent_complete: 100, actual_start_on: isMilestone ? doneOn : begun };
  }
  return { percent_complete: estimateMinutes === null ? 0 : 40, actual_start_on: startOn };
}

async function insertTasks(scope: Scope, firm: SampleFirm, ids: Ids): Promise<void> {
  const parentOf = (key: string) => {
    const parent = firm.structure.parents.get(key);
    return parent === undefined ? null : need(ids, 'task', parent);
  };
  const again = new Set(firm.recurrences.map(({ key }) => key));
  const occurrenceOf = ({ key, dueOn }: SampleTask) =>
    again.has(key)
      ? { recurrence_id: need(ids, 'recurrence', key), occurs_on: dueOn }
      : { recurrence_id: null, occurs_on: null };
  const firstTask = await nextNumbers(scope, 'task', firm.tasks.length);
  await insertRows(
    scope,
    'task',
    firm.tasks.map((task, index) => ({
      ...common(need(ids, 'task', task.key)),
      number: firstTask + index,
      project_id: need(ids, 'project', task.project),
      phase_id: need(ids, 'phase', task.phase),
      name: task.name,
      notes: '',
      position: task.position,
      state: task.state,
      role_id: task.role === null ? null : need(ids, 'role', task.role),
      estimate_minutes: task.estimateMinutes,
      optimistic_minutes: effortRange(task).optimisticMinutes,
      pessimistic_minutes: effortRange(task).pessimisticMinutes,
      start_on: task.startOn,
      due_on: task.dueOn,
      done_on: task.doneOn,
      is_milestone: task.isMilestone,
      parent_id: parentOf(task.key),
      acceptance: firm.structure.acceptances.get(task.key) ?? '',
      ...occurrenceOf(task),
      ...progressOf(task),
    })),
  );
  await insertRows(
    scope,
    'assignment',
    firm.tasks.flatMap((task) =>
      task.assignees.map((person) => ({
        ...common(newId()),
        project_id: need(ids, 'project', task.project),
        task_id: need(ids, 'task', task.key),
        person_id: need(ids, 'person', person),
      })),
    ),
  );
}

async function insertRecurrences(scope: Scope, firm: SampleFirm, ids: Ids): Promise<void> {
  await insertRows(
    scope,
    'recurrence',
    firm.recurrences.map(({ key, project, rule, leadDays, task }) => ({
      ...common(need(ids, 'recurrence', key)),
      project_id: need(ids, 'project', project),
      basis: 'date',
      rule,
      starts_on: task.dueOn,
      lead_days: leadDays,
      made_through: task.dueOn,
    })),
  );
}

async function insertPeople(scope: Scope, firm: SampleFirm, ids: Ids): Promise<void> {
  await insertRows(
    scope,
    'health_statement',
    firm.health.map(({ project, health, note, person, daysAgo }) => {
      const at = new Date(scope.now.getTime() - daysAgo * 86_400_000).toISOString();
      return {
        ...common(newId()),
        created_at: at,
        updated_at: at,
        project_id: need(ids, 'project', project),
        health,
        note,
        person_id: person === null ? null : need(ids, 'person', person),
      };
    }),
  );
  await insertRows(
    scope,
    'project_person',
    firm.projects.flatMap((project) =>
      project.owner === null || project.state === 'completed'
        ? []
        : [
            {
              ...common(newId()),
              project_id: need(ids, 'project', project.key),
              person_id: need(ids, 'person', project.owner),
              part:
                project.kind === 'client'
                  ? 'Speaks to the client’s board'
                  : 'Carries it in the firm',
            },
          ],
    ),
  );
}

async function insertStructure(
  scope: Scope,
  { tasks, structure }: SampleFirm,
  ids: Ids,
): Promise<void> {
  const projects = new Map(tasks.map((task) => [task.key, task.project]));
  const projectOf = (task: string) => need(ids, 'project', projects.get(task) ?? '');
  await insertRows(
    scope,
    'checklist_item',
    structure.checklistItems.map((item, index) => ({
      ...common(newId()),
      project_id: projectOf(item.task),
      task_id: need(ids, 'task', item.task),
      name: item.name,
      position: index,
      is_done: item.isDone,
    })),
  );
  await insertRows(
    scope,
    'dependency',
    structure.dependencies.map((dependency) => ({
      ...common(newId()),
      project_id: projectOf(dependency.successor),
      predecessor_id: need(ids, 'task', dependency.predecessor),
      successor_id: need(ids, 'task', dependency.successor),
      type: dependency.type,
      lag_minutes: dependency.lagMinutes,
    })),
  );
}

/**
 * Every client project of the sample came from a deal, by a hand-off that was accepted; what else was
 * signed waits to be.
 */
async function insertHandOffs(scope: Scope, firm: SampleFirm, ids: Ids): Promise<void> {
  const handedOff = firm.projects.flatMap((project) =>
    project.deal === null ? [] : [{ project, dealKey: project.deal }],
  );
  await insertRows(
    scope,
    'hand_off',
    handedOff.map(({ project, dealKey }) => ({
      ...common(newId()),
      deal_id: need(ids, 'deal', dealKey),
      state: 'accepted',
      project_id: need(ids, 'project', project.key),
      return_reason: '',
      proposed_at: `${project.startOn}T08:00:00Z`,
      decided_at: `${project.startOn}T09:30:00Z`,
      decided_by: scope.actor.memberId,
    })),
  );
  const done = new Set(handedOff.map(({ dealKey }) => dealKey));
  const waiting = firm.deals.filter(
    (deal) => deal.contractSignedOn !== null && !done.has(deal.key),
  );
  await insertRows(
    scope,
    'hand_off',
    waiting.map((deal) => ({
      ...common(newId()),
      deal_id: need(ids, 'deal', deal.key),
      state: 'proposed',
      return_reason: '',
      proposed_at: `${deal.contractSignedOn}T10:00:00Z`,
    })),
  );
  await insertRows(
    scope,
    'origin',
    handedOff.flatMap(({ project, dealKey }) => origins(scope, project, { ids, dealKey })),
  );
}

function origins(
  scope: Scope,
  project: SampleProject,
  { ids, dealKey }: { ids: Ids; dealKey: string },
) {
  const account = project.account === null ? null : need(ids, 'account', project.account);
  const fields = [
    ['name', 'deal', 'name', project.name],
    ['price', 'deal', 'value', project.price],
    ['startOn', 'deal', 'deliveryStartOn', project.startOn],
    ['endOn', 'deal', 'deliveryEndOn', project.endOn],
    ['accountId', 'deal', 'account', account],
    ['dealId', 'deal', 'id', need(ids, 'deal', dealKey)],
  ] as const;
  return fields.map(([field, source, sourceField, value]) => ({
    ...common(newId()),
    project_id: need(ids, 'project', project.key),
    subject: 'project',
    subject_id: need(ids, 'project', project.key),
    field,
    source,
    source_id: need(ids, 'deal', dealKey),
    source_field: sourceField,
    value,
    confirmed_by: scope.actor.memberId,
  }));
}
