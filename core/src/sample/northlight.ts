import type { CalendarDate } from '../calendar-date.ts';
import { seededRandom } from '../random.ts';
import { sampleAccounts, sampleProducts, twinAccount } from './accounts.ts';
import { sampleAllocations } from './allocations.ts';
import { sampleActions, sampleBoards } from './analysis.ts';
import { sampleAssumptions } from './assumptions.ts';
import { sampleCapacity } from './capacity.ts';
import { careDeals, carePipeline, careProduct, careStages } from './care-deals.ts';
import { sampleClients } from './clients/clients.ts';
import { dealsOfLines, sampleDeals, sampleStages } from './deals.ts';
import { earlierLines } from './earlier-lines.ts';
import { sampleHours, withEstimates } from './hours.ts';
import { sampleCases } from './initiative-cases.ts';
import { initiativeLines } from './initiative-lines.ts';
import { sampleKpis, sampleObjectives } from './kpis.ts';
import { sampleClientGoals, sampleLadders } from './ladders.ts';
import { samplePeople, sampleRoles, sampleTeams } from './people.ts';
import { proposedLines, sampleChoice } from './portfolio-choice.ts';
import { sampleHealth } from './project-people.ts';
import { sampleRecurrences } from './recurrences.ts';
import { sampleRingFences } from './ring-fences.ts';
import type { SampleFirm, SamplePerson } from './sample-firm.ts';
import { sampleScenarios } from './scenarios.ts';
import { sampleSchedules } from './schedules.ts';
import { sampleSkills } from './skills.ts';
import { sampleGoals, samplePlan } from './strategy.ts';
import { sampleDuties, sampleTacticalPlans, sampleTactics } from './tactics.ts';
import { sampleStructure } from './task-structure.ts';
import { sampleTimesheets } from './timesheets.ts';
import { type PlannedWork, sampleWork } from './work.ts';
import { clientLines } from './work-lines.ts';

/**
 * Northlight, a consultancy of 24 people that sells advice, design and software, as it stands on a day.
 * The same day gives the same firm. Money in minor units of whatever currency the workspace has.
 */
export function northlight(today: CalendarDate): SampleFirm {
  const random = seededRandom(20_260);
  const people = samplePeople(today);
  const accounts = sampleAccounts(random);
  const initiatives = [...initiativeLines, ...proposedLines];
  const work = sampleWork({ clients: clientLines, initiatives }, today, people);
  const recurrences = sampleRecurrences(work.phases, today);
  const structure = sampleStructure(work);
  const lately = sampleHours(work, people, { today, random, weeks: { from: -52, to: 1 } });
  const recentDeals = sampleDeals({ today, random, accounts });
  const before = yearBefore(work, people, today);
  const timeEntries = [...before.timeEntries, ...lately];
  const deals = [
    ...recentDeals,
    ...dealsOfLines(earlierLines, { today, random: before.random, accounts }),
  ];
  const projects = [...work.projects, ...before.work.projects];
  const planned = withEstimates(work.tasks, timeEntries, { today, random, pulls: work.pulls });
  return {
    teams: sampleTeams,
    roles: sampleRoles,
    people,
    accounts: [...accounts, twinAccount],
    products: [...sampleProducts, careProduct],
    stages: sampleStages,
    pipelines: [{ ...carePipeline, stages: careStages }],
    deals: [...deals, ...careDeals(today)],
    plan: samplePlan(today),
    goals: sampleGoals(today),
    objectives: sampleObjectives,
    // A seed of its own, so that the rest of the firm stays as it is when a KPI is added.
    kpis: sampleKpis(today, seededRandom(20_261)),
    ladders: sampleLadders,
    clientGoals: sampleClientGoals,
    duties: sampleDuties,
    tacticalPlans: sampleTacticalPlans(today),
    tactics: sampleTactics(today, seededRandom(20_262)),
    projects,
    phases: [...work.phases, ...before.work.phases],
    // What holds others comes first, for rows are written in this order.
    tasks: [
      ...structure.umbrellas,
      ...planned,
      ...before.tasks,
      ...recurrences.map(({ task }) => task),
    ],
    timeEntries,
    cases: sampleCases(today),
    boards: sampleBoards(today),
    actions: sampleActions(today),
    assumptions: sampleAssumptions,
    structure,
    recurrences,
    health: sampleHealth(work.projects),
    timesheets: sampleTimesheets(people, timeEntries, today),
    // Of its own, so that what is drawn here moves nothing else.
    skills: sampleSkills(people, seededRandom(7)),
    clients: sampleClients({ today, accounts, deals, projects }),
    schedules: sampleSchedules(work, today),
    allocations: sampleAllocations({ projects: work.projects, tasks: planned, people }, today),
    scenarios: sampleScenarios(today),
    ringFences: sampleRingFences(today),
    capacity: sampleCapacity(today),
    choice: sampleChoice(today),
  };
}

/**
 * The year before the last one, drawn from a seed of its own, so that the last year stays as it is:
 * projects that were delivered in it, and its hours on what had begun by then.
 */
function yearBefore(work: PlannedWork, people: readonly SamplePerson[], today: CalendarDate) {
  const random = seededRandom(20_262);
  const earlier = sampleWork({ clients: earlierLines, initiatives: [] }, today, people);
  const both: PlannedWork = {
    projects: [...work.projects, ...earlier.projects],
    phases: [...work.phases, ...earlier.phases],
    tasks: [...work.tasks, ...earlier.tasks],
    pulls: new Map([...work.pulls, ...earlier.pulls]),
  };
  const timeEntries = sampleHours(both, people, { today, random, weeks: { from: -108, to: -52 } });
  const tasks = withEstimates(earlier.tasks, timeEntries, {
    today,
    random,
    pulls: earlier.pulls,
  });
  return { random, work: earlier, timeEntries, tasks };
}
