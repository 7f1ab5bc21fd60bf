import type { InteractionView } from '@evenkeel/contract/interactions';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import {
  type InteractionDirection,
  type InteractionKind,
  interactionKinds,
  interactionLabels,
} from '@evenkeel/core/interactions/interaction';
import { readerToday } from '../../ui/format/date.ts';
import type { PickedAccount } from '../accounts/components/account-picker.tsx';
import type { PickedContact } from '../contacts/components/contacts-picker.tsx';
import type { PickedPerson } from '../people/components/person-picker.tsx';

/** What is known already when somebody logs something from a record's page. */
export type LogContext = {
  readonly account?: PickedAccount;
  readonly contacts?: readonly PickedContact[];
  readonly deal?: { readonly id: InteractionViewDeal; readonly name: string };
  readonly project?: { readonly id: InteractionViewProject; readonly name: string };
};
type InteractionViewDeal = NonNullable<InteractionView['deal']>['id'];
type InteractionViewProject = NonNullable<InteractionView['project']>['id'];

/** What the form of an interaction holds. */
export type InteractionValues = {
  kind: InteractionKind;
  name: string;
  on: CalendarDate | null;
  direction: InteractionDirection | null;
  accountId: PickedAccount | null;
  contactIds: readonly PickedContact[];
  personIds: readonly PickedPerson[];
  notes: string;
  outcome: string;
  followUpOn: CalendarDate | null;
  followUpOwnerId: PickedPerson | null;
};

export const kindChoices = interactionKinds.map((value) => ({
  value,
  label: interactionLabels[value],
}));

export const directionChoices = [
  { value: 'out' as const, label: 'From us' },
  { value: 'in' as const, label: 'From them' },
];

/** An empty form, with what the page knows. */
export function newValues(context: LogContext, me: PickedPerson | null): InteractionValues {
  return {
    kind: 'call',
    name: '',
    on: readerToday(),
    direction: 'out',
    accountId: context.account ?? null,
    contactIds: context.contacts ?? [],
    personIds: me ? [me] : [],
    notes: '',
    outcome: '',
    followUpOn: null,
    followUpOwnerId: me,
  };
}

export function valuesOf(interaction: InteractionView): InteractionValues {
  return {
    kind: interaction.kind,
    name: interaction.name,
    on: interaction.on,
    direction: interaction.direction,
    accountId: interaction.account,
    contactIds: interaction.contacts,
    personIds: interaction.people,
    notes: interaction.notes,
    outcome: interaction.outcome,
    followUpOn: interaction.followUp?.on ?? null,
    followUpOwnerId: interaction.followUp?.owner ?? null,
  };
}

/** The form as the API takes it. */
export function bodyOf(values: InteractionValues) {
  return {
    kind: values.kind,
    name: values.name,
    ...(values.on ? { on: values.on } : {}),
    direction: values.kind === 'note' ? null : values.direction,
    accountId: values.accountId?.id ?? null,
    contactIds: values.contactIds.map(({ id }) => id),
    personIds: values.personIds.map(({ id }) => id),
    notes: values.notes,
    outcome: values.outcome,
    followUpOn: values.followUpOn,
    followUpOwnerId: values.followUpOn ? (values.followUpOwnerId?.id ?? null) : null,
  };
}
