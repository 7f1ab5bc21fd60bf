import type { ScenarioChangeFacts } from '@evenkeel/contract/scenarios';
import { termIn } from '@evenkeel/core/balance/ring-fence';
import { addDays, type CalendarDate } from '@evenkeel/core/calendar-date';
import type { DealId, Id, ProjectId } from '@evenkeel/core/id';
import { AppError } from '../../../../platform/app-error.ts';
import type { Scope } from '../../../../platform/db/scope.ts';
import { getDeal, listStages, moveDeal } from '../../../deals/service.ts';
import { getInitiative, moveInitiative } from '../../../initiatives/service.ts';
import { addRate, createPerson, getPerson, updatePerson } from '../../../people/service.ts';
import { addTerm } from '../../../people/terms/service.ts';
import { changeClientState, getProject, updateProject } from '../../../projects/service.ts';
import { createRingFence, updateRingFence } from '../../../ring-fence/policies/service.ts';
import { getRingFence } from '../../../ring-fence/service.ts';
import { reschedule } from '../../../schedules/service.ts';
import { changeTasks } from '../../../tasks/service.ts';
import { shiftOpenTasks } from '../../../tasks/shifting/service.ts';
import { applyWin } from '../../previews/service.ts';
import { readTarget, setTarget } from '../../service.ts';
import * as repository from './repository.ts';

type Facts<Kind extends ScenarioChangeFacts['kind']> = Extract<ScenarioChangeFacts, { kind: Kind }>;

/** Makes one change true, by the very calls that people make; the id of what it adds, if anything. */
export async function act(scope: Scope, facts: ScenarioChangeFacts): Promise<Id<string> | null> {
  switch (facts.kind) {
    case 'win-deal':
      return win(scope, facts);
    case 'lose-deal':
      await lose(scope, facts.dealId, facts.reason);
      return null;
    case 'start-initiative':
      await start(scope, facts.projectId);
      return null;
    case 'delay-project':
      await delay(scope, facts);
      return null;
    case 'stop-project':
      await stop(scope, facts);
      return null;
    case 'hire':
      return hire(scope, facts);
    case 'leave': {
      const { person } = await getPerson(scope, facts.personId);
      await updatePerson(scope, person.id, person.version, { leftOn: facts.lastDay });
      await reschedule(scope);
      return null;
    }
    case 'move-people':
      await movePeople(scope, facts);
      return null;
    case 'change-terms':
      await moveTerms(scope, facts);
      return null;
    case 'change-reserve':
      return changeReserve(scope, facts);
    case 'change-target': {
      const { version } = await readTarget(scope);
      await setTarget(scope, version, facts);
      return null;
    }
  }
}

/** Days on which a delayed project begins and ends; one that has begun keeps its start. */
export function delayedDays(
  project: { readonly startOn: CalendarDate | null; readonly endOn: CalendarDate | null },
  weeks: number,
  today: CalendarDate,
): { startOn: CalendarDate | null; endOn: CalendarDate | null } {
  const later = (day: CalendarDate | null) => (day === null ? null : addDays(day, weeks * 7));
  const hasBegun = project.startOn !== null && project.startOn <= today;
  return {
    startOn: hasBegun ? project.startOn : later(project.startOn),
    endOn: later(project.endOn),
  };
}

async function win(
  scope: Scope,
  { kind: _, dealId, projectManagerId, ...terms }: Facts<'win-deal'>,
): Promise<Id<string>> {
  if (!projectManagerId)
    throw new AppError('wrong-state', 'choose who manages the project before it is applied');
  const { deal } = await getDeal(scope, dealId);
  const made = await applyWin(scope, dealId, deal.version, { ...terms, projectManagerId });
  return made.projectId;
}

async function lose(scope: Scope, id: DealId, reason: string): Promise<void> {
  const { deal } = await getDeal(scope, id);
  const lost = (await listStages(scope)).find(
    (stage) => stage.outcome === 'lost' && stage.pipeline_id === deal.pipeline_id,
  );
  if (!lost) throw new AppError('wrong-state', 'the pipeline has no stage for lost deals');
  const said = reason === '' ? {} : { lostReason: reason };
  await moveDeal(scope, id, deal.version, { stageId: lost.id, ...said });
}

async function start(scope: Scope, id: ProjectId): Promise<void> {
  const { record } = await getInitiative(scope, id);
  const key = { id, version: record.version };
  if (record.state !== 'considered') {
    await moveInitiative(scope, key, { state: 'approved', reason: '' });
    return;
  }
  const proposed = await moveInitiative(scope, key, { state: 'proposed', reason: '' });
  const { version } = proposed.record;
  await moveInitiative(scope, { id, version }, { state: 'approved', reason: '' });
}

async function stop(scope: Scope, { projectId: id, reason }: Facts<'stop-project'>) {
  const { project } = await getProject(scope, id);
  const move = project.kind === 'initiative' ? moveInitiative : changeClientState;
  await move(scope, { id, version: project.version }, { state: 'shelved', reason });
}

async function delay(scope: Scope, { projectId, weeks }: Facts<'delay-project'>): Promise<void> {
  const { project } = await getProject(scope, projectId);
  const days = delayedDays(
    { startOn: project.start_on, endOn: project.end_on },
    weeks,
    scope.today,
  );
  await updateProject(scope, projectId, project.version, { kind: project.kind, ...days });
  await shiftOpenTasks(scope, projectId, weeks * 7);
  await reschedule(scope);
}

async function hire(scope: Scope, facts: Facts<'hire'>): Promise<Id<string>> {
  const { name, roleId, teamId, weeklyMinutes, from } = facts;
  const { person } = await createPerson(scope, {
    name,
    roleId,
    teamId,
    weeklyMinutes,
    joinedOn: from,
  });
  const rates = ownRates(facts);
  if (rates) await addRate(scope, person.id, { validFrom: from, ...rates });
  return person.id;
}

/** Rates of somebody's own, when a hire names both of them. */
export function ownRates({ costPerHourMinor, billPerHourMinor }: Facts<'hire'>) {
  if (costPerHourMinor === null || billPerHourMinor === null) return null;
  return { costRate: costPerHourMinor, billRate: billPerHourMinor };
}

async function moveTerms(scope: Scope, facts: Facts<'change-terms'>): Promise<void> {
  const { personId, from, roleId, teamId } = facts;
  await addTerm(scope, personId, {
    validFrom: from,
    ...(roleId === null ? {} : { roleId }),
    ...(teamId === null ? {} : { teamId }),
  });
  await reschedule(scope);
}

/** Holds back something else, or something new; the id of a new ring-fence. */
async function changeReserve(
  scope: Scope,
  facts: Facts<'change-reserve'>,
): Promise<Id<string> | null> {
  const { ringFenceId, name, scope: on, fromMonth, amount, moneyMinor, toMonth } = facts;
  if (ringFenceId === null) {
    const term = { fromMonth, amount, moneyMinor: moneyMinor ?? 0 };
    return (await createRingFence(scope, { name, scope: on, toMonth, term })).id;
  }
  const fence = await getRingFence(scope, ringFenceId);
  const before = termIn({ ...fence, toMonth: null }, fromMonth);
  const term = { fromMonth, amount, moneyMinor: moneyMinor ?? before?.moneyMinor ?? 0 };
  const key = { id: ringFenceId, version: fence.version };
  await updateRingFence(scope, key, { term, ...(toMonth === null ? {} : { toMonth }) });
  return null;
}

async function movePeople(scope: Scope, facts: Facts<'move-people'>): Promise<void> {
  const { personId, fromProjectId, toProjectId, from } = facts;
  const { person } = await getPerson(scope, personId);
  const left = await repository.listTasksAhead(scope, fromProjectId, { personId, from });
  const taken = await repository.listUnstaffed(scope, toProjectId, {
    roleId: person.role_id,
    from,
  });
  if (left.length > 0)
    await changeTasks(scope, { ids: left, change: { removeAssigneeId: personId } });
  if (taken.length > 0)
    await changeTasks(scope, { ids: taken, change: { addAssigneeId: personId } });
  await reschedule(scope);
}
