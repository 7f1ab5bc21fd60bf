import type { CalendarDate } from '../calendar-date.ts';
import type {
  AccountId,
  CustomerGoalId,
  CustomerInitiativeId,
  DealId,
  PersonId,
  ProductId,
  RoleId,
  TeamId,
  TemplateId,
} from '../id.ts';
import type { ProjectPlan } from '../projects/plan.ts';
import type { Template } from '../projects/template.ts';
import { handOffDates } from './hand-off-dates.ts';
import { dealFates, projectOf } from './hand-off-fields.ts';
import { handOffGaps } from './hand-off-gaps.ts';
import { handOffPlan } from './hand-off-plan.ts';
import {
  type CarriedSale,
  carriedSale,
  type SoldContact,
  type SoldContract,
  type SoldLine,
  type SoldQuote,
} from './hand-off-sold.ts';
import type { ContestKind } from './outcomes.ts';

/** States of a hand-off: waiting for delivery, taken over, or given back to sales with a reason. */
export const handOffStates = ['proposed', 'accepted', 'returned'] as const;
/** One of the states of a hand-off. */
export type HandOffState = (typeof handOffStates)[number];

/** Somebody or something by id, with the name that people see. */
type Named<Id> = { readonly id: Id; readonly name: string };

/** Everything a deal says. Texts are empty where nothing was written; `value` in minor units. */
export type HandOffDeal = {
  readonly id: DealId;
  readonly number: number;
  readonly name: string;
  readonly account: Named<AccountId> | null;
  readonly product: Named<ProductId> | null;
  readonly owner: Named<PersonId> | null;
  readonly value: number;
  readonly openedOn: CalendarDate;
  readonly stageSince: CalendarDate;
  readonly closeOn: CalendarDate | null;
  readonly contractSignedOn: CalendarDate | null;
  readonly nextStep: string;
  readonly notes: string;
  readonly scope: string;
  readonly deliveryStartOn: CalendarDate | null;
  readonly deliveryEndOn: CalendarDate | null;
  readonly templateId: TemplateId | null;
  readonly nextStepOn: CalendarDate | null;
  /** Why it was won. */
  readonly reason: string | null;
  readonly contest: ContestKind | null;
  /** Names of those who wanted it too. */
  readonly competitors: readonly string[];
  /** The products sold. */
  readonly lines: readonly SoldLine[];
  /** The quote that was agreed. */
  readonly quote: SoldQuote | null;
  readonly contract: SoldContract | null;
  readonly stakeholders: readonly SoldContact[];
  readonly customerGoals: readonly Named<CustomerGoalId>[];
  readonly customerInitiatives: readonly Named<CustomerInitiativeId>[];
  /** The hours sold, each role once. */
  readonly demand: readonly { readonly roleId: RoleId; readonly minutes: number }[];
};

/** What whoever takes the deal over decides. Null leaves it to what the deal says. */
export type HandOffChoices = {
  readonly projectManagerId: PersonId | null;
  readonly ownerId: PersonId | null;
  readonly teamId: TeamId | null;
  readonly startOn: CalendarDate | null;
  readonly endOn: CalendarDate | null;
};

/** What a hand-off is made from. */
export type HandOffInput = {
  readonly deal: HandOffDeal;
  /** Null makes a project without phases: one task for each role sold. */
  readonly template: Template<TemplateId> | null;
  readonly roles: readonly Named<RoleId>[];
  readonly today: CalendarDate;
  readonly choices: HandOffChoices;
};

/** The client project that would be made. */
export type DraftProject = {
  readonly name: string;
  readonly purpose: string;
  readonly scope: string;
  readonly notes: string;
  readonly accountId: AccountId | null;
  readonly dealId: DealId;
  readonly price: number | null;
  readonly startOn: CalendarDate | null;
  readonly endOn: CalendarDate | null;
  readonly ownerId: PersonId | null;
  readonly projectManagerId: PersonId | null;
  readonly teamId: TeamId | null;
  readonly templateId: TemplateId | null;
};

/** Where a value can come from. */
export const originSources = [
  'deal',
  'account',
  'contract',
  'template',
  'person',
  'computed',
] as const;
/** One of the places where a value can come from. */
export type OriginSource = (typeof originSources)[number];

/**
 * Where one field of the project, or of its phase or task at `index`, came from (B09). `sourceField`
 * names the field of a deal, or says in words how a value was computed.
 */
export type Origin = {
  readonly subject: 'project' | 'phase' | 'task';
  readonly index: number;
  readonly field: string;
  readonly source: OriginSource;
  readonly sourceId: string | null;
  readonly sourceField: string;
  readonly value: string | number;
};

/** Something that the project manager must still settle. */
export type Gap = {
  readonly code:
    | 'no-account'
    | 'no-start'
    | 'no-end'
    | 'start-in-the-past'
    | 'end-too-early'
    | 'no-hours'
    | 'no-project-manager'
    | 'no-owner'
    | 'no-scope'
    | 'no-price'
    | 'role-without-task'
    | 'tasks-without-hours';
  readonly message: string;
};

/** A field of the deal that does not go into the project, and why. */
export type Dropped = { readonly field: keyof HandOffDeal; readonly reason: string };

/** What accepting a hand-off would make, where each value comes from, and what is missing. */
export type HandOffDraft = ProjectPlan &
  CarriedSale & {
    readonly project: DraftProject;
    readonly origins: readonly Origin[];
    readonly gaps: readonly Gap[];
    readonly dropped: readonly Dropped[];
  };

/**
 * The client project that a deal becomes, with nothing to retype (B09): every field of the deal that
 * says something is carried, with its origin, or dropped with a reason, and the estimates of the
 * tasks of each role sum to the sold minutes exactly.
 * Complexity: linear in tasks × roles.
 */
export function draftHandOff(input: HandOffInput): HandOffDraft {
  const dates = handOffDates(input);
  const { project, origins } = projectOf(input, dates);
  const plan = handOffPlan(input, dates);
  return {
    project,
    phases: plan.phases,
    tasks: plan.tasks,
    ...carriedSale(input),
    origins: [...origins, ...plan.origins],
    gaps: handOffGaps(input, { dates, plan, project }),
    dropped: dealFates(input, project),
  };
}
