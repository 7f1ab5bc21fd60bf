import type { CalendarDate } from '../../calendar-date.ts';
import type { ContactChannel } from '../../contacts/channel.ts';
import type { InteractionDirection, InteractionKind } from '../../interactions/interaction.ts';
import type { LeadState } from '../../leads/qualification.ts';
import type { GoalDriver } from '../../strategy/goal.ts';
import type { SampleKey } from '../sample-firm.ts';

/** How an account wants to be dealt with. */
export type SampleCare = {
  readonly account: SampleKey;
  readonly preferredChannel: ContactChannel;
  readonly language: string;
  readonly interpreterNote: string;
  readonly contactCadenceDays: number | null;
};

export type SampleContact = {
  readonly key: SampleKey;
  readonly name: string;
  readonly jobTitle: string;
  readonly emails: readonly string[];
  readonly phone: string | null;
  readonly preferredChannel: ContactChannel | null;
  readonly language: string | null;
  readonly owner: SampleKey;
  readonly notes: string;
  readonly doNotContact: boolean;
  readonly accounts: readonly {
    readonly account: SampleKey;
    readonly role: string;
    readonly needs: string;
    readonly isPrimary: boolean;
  }[];
};

export type SampleInteraction = {
  readonly kind: InteractionKind;
  readonly name: string;
  readonly on: CalendarDate;
  readonly direction: InteractionDirection | null;
  readonly notes: string;
  readonly outcome: string;
  readonly account: SampleKey;
  readonly deal: SampleKey | null;
  readonly project: SampleKey | null;
  readonly contacts: readonly SampleKey[];
  readonly people: readonly SampleKey[];
  readonly followUp: {
    readonly on: CalendarDate;
    readonly owner: SampleKey;
    readonly doneOn: CalendarDate | null;
  } | null;
};

export type SampleCustomerGoal = {
  readonly key: SampleKey;
  readonly account: SampleKey;
  readonly name: string;
  readonly driver: GoalDriver;
  readonly measure: string;
  readonly unit: string;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly actual: number | null;
  readonly deadline: CalendarDate | null;
  readonly serves: SampleKey | null;
  readonly statedBy: SampleKey | null;
  readonly statedOn: CalendarDate | null;
  readonly statedWhere: string;
  /** Our products that help. */
  readonly products: readonly SampleKey[];
  readonly deals: readonly SampleKey[];
};

export type SampleCustomerInitiative = {
  readonly key: SampleKey;
  readonly account: SampleKey;
  readonly name: string;
  readonly scope: string;
  readonly organisation: string | null;
  readonly leader: string | null;
  readonly projectManager: string | null;
  readonly budget: number | null;
  readonly startOn: CalendarDate | null;
  readonly endOn: CalendarDate | null;
  readonly statedBy: SampleKey | null;
  readonly isDefinedTogether: boolean;
  readonly goals: readonly { readonly goal: SampleKey; readonly why: string }[];
  readonly deals: readonly SampleKey[];
};

export type SampleLead = {
  readonly name: string;
  readonly company: string;
  readonly source: string;
  readonly interest: string;
  readonly state: LeadState;
  readonly stateSince: CalendarDate;
  readonly disqualifiedReason: string | null;
  readonly email: string | null;
  readonly owner: SampleKey | null;
  readonly ticked: readonly string[];
};

/** The people at the accounts, what was said with them and what they want. */
export type ClientSample = {
  readonly care: readonly SampleCare[];
  readonly contacts: readonly SampleContact[];
  readonly interactions: readonly SampleInteraction[];
  readonly customerGoals: readonly SampleCustomerGoal[];
  readonly customerInitiatives: readonly SampleCustomerInitiative[];
  readonly leads: readonly SampleLead[];
};
