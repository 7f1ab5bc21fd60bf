import type { CalendarDate } from '../calendar-date.ts';
import type { ContestField, ContestKind, ContestStanding } from '../deals/outcomes.ts';
import type { DealOutcome } from '../deals/pipeline.ts';
import type { SampleAllocation } from './allocations.ts';
import type { SampleAction, SampleBoard } from './analysis.ts';
import type { sampleAssumptions } from './assumptions.ts';
import type { SampleCapacity } from './capacity.ts';
import type { ClientSample } from './clients/client-sample.ts';
import type { SampleCases } from './initiative-cases.ts';
import type { SampleKpi, SampleObjective } from './kpis.ts';
import type { SampleLadder, sampleClientGoals } from './ladders.ts';
import type { SampleChoice } from './portfolio-choice.ts';
import type { SampleHealth } from './project-people.ts';
import type { SampleRecurrence } from './recurrences.ts';
import type { SampleRingFence } from './ring-fences.ts';
import type { SampleScenario } from './scenarios.ts';
import type { SampleSchedules } from './schedules.ts';
import type { SampleSkill } from './skills.ts';
import type { SampleTactic, SampleTacticalPlan } from './tactics.ts';
import type { SampleStructure } from './task-structure.ts';
import type { SampleTimesheet } from './timesheets.ts';

/** Names a record within the sample; the server gives each key an id of its own. */
export type SampleKey = string;

export type SampleRole = {
  readonly key: SampleKey;
  readonly name: string;
  /** Minor units per hour. */
  readonly costRate: number;
  readonly billRate: number;
};

export type SamplePerson = {
  readonly key: SampleKey;
  readonly name: string;
  readonly email: string;
  readonly kind: 'staff' | 'contractor';
  readonly team: SampleKey;
  readonly role: SampleKey;
  readonly weeklyMinutes: number;
  readonly joinedOn: CalendarDate;
  readonly leftOn: CalendarDate | null;
  /** Own rates from a day on, beside the role's. */
  readonly rates: readonly {
    readonly from: CalendarDate;
    readonly costRate: number;
    readonly billRate: number;
  }[];
};

export type SampleAccount = {
  readonly key: SampleKey;
  readonly name: string;
  readonly sector: string;
  readonly country: string;
  readonly employees: number;
  readonly annualRevenue: number;
  readonly foundedYear: number;
  readonly website: string;
  readonly owner: SampleKey;
};

export type SampleStage = {
  readonly key: SampleKey;
  readonly name: string;
  readonly probability: number;
  readonly outcome: DealOutcome;
};

/** A pipeline beside the default one, with stages of its own. */
export type SamplePipeline = {
  readonly key: SampleKey;
  readonly name: string;
  readonly stages: readonly SampleStage[];
};

export type SampleDeal = {
  readonly key: SampleKey;
  readonly name: string;
  readonly account: SampleKey;
  readonly product: SampleKey;
  readonly owner: SampleKey;
  readonly stage: SampleKey;
  readonly stageSince: CalendarDate;
  readonly value: number;
  readonly openedOn: CalendarDate;
  readonly closeOn: CalendarDate;
  readonly contractSignedOn: CalendarDate | null;
  /** Name of the reason for which a decided deal went that way. */
  readonly lostReason: string | null;
  readonly wonReason: string | null;
  readonly contest: ContestKind | null;
  readonly touchedOn: CalendarDate | null;
  readonly competitors: readonly ({ readonly name: string; readonly note: string } & {
    readonly [Field in ContestField]: ContestStanding | null;
  })[];
  readonly lines: readonly {
    readonly product: SampleKey | null;
    readonly name: string;
    readonly quantity: number;
    readonly unitPrice: number;
  }[];
  readonly nextStep: string;
  readonly nextStepOn: CalendarDate | null;
  readonly notes: string;
  readonly scope: string;
  readonly deliveryStartOn: CalendarDate | null;
  readonly deliveryEndOn: CalendarDate | null;
  readonly templateName: string | null;
  readonly demand: readonly { readonly role: SampleKey; readonly minutes: number }[];
};

export type SampleGoal = {
  readonly key: SampleKey;
  readonly name: string;
  readonly driver: 'growth' | 'differentiation' | 'risk';
  readonly deadline: CalendarDate;
  readonly owner: SampleKey;
  readonly statedOn: CalendarDate;
  readonly statedAt: string;
  readonly notes: string;
};

export type SampleProject = {
  readonly key: SampleKey;
  readonly kind: 'client' | 'initiative';
  readonly name: string;
  readonly purpose: string;
  readonly scope: string;
  readonly state: 'considered' | 'proposed' | 'approved' | 'executing' | 'completed' | 'shelved';
  readonly stateReason: string;
  readonly startOn: CalendarDate | null;
  readonly endOn: CalendarDate | null;
  readonly owner: SampleKey | null;
  readonly projectManager: SampleKey | null;
  readonly team: SampleKey | null;
  readonly budget: number | null;
  readonly account: SampleKey | null;
  readonly deal: SampleKey | null;
  readonly price: number | null;
  readonly category: 'improve' | 'grow' | 'transform' | 'prepare' | null;
  readonly businessNeed: string;
  readonly expectedBenefit: string;
  readonly promisedWeeklyMinutes: number;
  readonly priority: number;
  readonly goals: readonly { readonly goal: SampleKey; readonly strength: number }[];
};

export type SamplePhase = {
  readonly key: SampleKey;
  readonly project: SampleKey;
  readonly name: string;
  readonly position: number;
  readonly startOn: CalendarDate;
  readonly endOn: CalendarDate;
};

export type SampleTask = {
  readonly key: SampleKey;
  readonly project: SampleKey;
  readonly phase: SampleKey;
  readonly name: string;
  readonly position: number;
  readonly state: 'open' | 'started' | 'done';
  readonly role: SampleKey | null;
  readonly estimateMinutes: number | null;
  readonly startOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly doneOn: CalendarDate | null;
  readonly isMilestone: boolean;
  readonly assignees: readonly SampleKey[];
};

export type SampleTimeEntry = {
  readonly person: SampleKey;
  readonly project: SampleKey;
  readonly task: SampleKey;
  readonly on: CalendarDate;
  readonly minutes: number;
  readonly note: string;
  readonly isBillable: boolean;
};

/** A whole small consultancy as plain records that name each other by key. */
export type SampleFirm = {
  readonly teams: readonly { readonly key: SampleKey; readonly name: string }[];
  readonly roles: readonly SampleRole[];
  readonly people: readonly SamplePerson[];
  readonly accounts: readonly SampleAccount[];
  readonly products: readonly {
    readonly key: SampleKey;
    readonly name: string;
    readonly series: string;
    readonly price: number;
  }[];
  /** Of the default pipeline. */
  readonly stages: readonly SampleStage[];
  readonly pipelines: readonly SamplePipeline[];
  readonly deals: readonly SampleDeal[];
  readonly plan: {
    readonly name: string;
    readonly mission: string;
    readonly vision: string;
    readonly standing: string;
    readonly destination: string;
    readonly startsOn: CalendarDate;
    readonly values: string;
    readonly lastReviewedOn: CalendarDate;
    readonly endsOn: CalendarDate;
    readonly owner: SampleKey;
  };
  readonly goals: readonly SampleGoal[];
  readonly objectives: readonly SampleObjective[];
  readonly kpis: readonly SampleKpi[];
  readonly duties: readonly { readonly person: SampleKey; readonly duty: string }[];
  readonly tacticalPlans: readonly SampleTacticalPlan[];
  readonly tactics: readonly SampleTactic[];
  readonly ladders: readonly SampleLadder[];
  readonly clientGoals: typeof sampleClientGoals;
  readonly projects: readonly SampleProject[];
  readonly phases: readonly SamplePhase[];
  readonly tasks: readonly SampleTask[];
  readonly timeEntries: readonly SampleTimeEntry[];
  readonly cases: SampleCases;
  readonly boards: readonly SampleBoard[];
  readonly actions: readonly SampleAction[];
  readonly assumptions: typeof sampleAssumptions;
  readonly structure: SampleStructure;
  readonly recurrences: readonly SampleRecurrence[];
  readonly health: readonly SampleHealth[];
  readonly timesheets: readonly SampleTimesheet[];
  readonly ringFences: readonly SampleRingFence[];
  readonly skills: readonly SampleSkill[];
  readonly clients: ClientSample;
  readonly schedules: SampleSchedules;
  readonly allocations: readonly SampleAllocation[];
  readonly scenarios: readonly SampleScenario[];
  readonly capacity: SampleCapacity;
  readonly choice: SampleChoice;
};
