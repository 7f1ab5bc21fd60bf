import { meetings } from '@evenkeel/contract/meetings';
import type { SubjectRef } from '@evenkeel/contract/subjects';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { AccountId, ProjectId } from '@evenkeel/core/id';
import { meetingMinutes } from '@evenkeel/core/meetings/meeting';
import { type ClockTime, isClockTime } from '@evenkeel/core/meetings/zoned-time';
import { useSession } from '../../../lib/session.ts';
import { CheckField, ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { NumberField } from '../../../ui/form/number-fields.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { readerToday } from '../../../ui/format/date.ts';
import { useOpen } from '../../../ui/navigation/use-open.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { ContactsPicker, type PickedContact } from '../../contacts/components/contacts-picker.tsx';
import { PeoplePicker } from '../../people/components/people-picker.tsx';
import type { PickedPerson } from '../../people/components/person-picker.tsx';
import { useMeetingWrite } from '../api.ts';
import { clockChoices, lengthChoices, zoneChoices } from '../words.ts';

/** What a new meeting begins with. */
export type MeetingStart = {
  readonly name?: string;
  readonly projectId?: ProjectId | null;
  readonly accountId?: AccountId | null;
  readonly subject?: SubjectRef;
  readonly on?: CalendarDate;
  readonly at?: ClockTime;
  readonly minutes?: number;
  readonly isClientVisible?: boolean;
  readonly people?: readonly PickedPerson[];
  readonly contacts?: readonly PickedContact[];
};

type MeetingFormProps = {
  readonly start: MeetingStart;
  readonly onClose: () => void;
  /** Whether it may be shown to a client: it belongs to a client project. */
  readonly canShowClient: boolean;
};

type Values = {
  name: string;
  on: CalendarDate | null;
  at: string | null;
  minutes: string | null;
  timeZone: string | null;
  link: string;
  place: string;
  people: readonly PickedPerson[];
  contacts: readonly PickedContact[];
  isClientVisible: boolean;
  everyWeeks: number | null;
  count: number | null;
};

/** Plans a meeting and mails the invitations; the agenda comes from what is open. */
export function MeetingForm({ start, onClose, canShowClient }: MeetingFormProps) {
  const { workspace } = useSession();
  const plan = usePlanning(start, onClose);
  const form = useRecordForm<Values>({
    initialValues: {
      name: start.name ?? '',
      on: start.on ?? readerToday(),
      at: start.at ?? '10:00',
      minutes: String(start.minutes ?? meetingMinutes.usual),
      timeZone: workspace.timeZone,
      link: '',
      place: '',
      people: start.people ?? [],
      contacts: start.contacts ?? [],
      isClientVisible: start.isClientVisible ?? false,
      everyWeeks: null,
      count: null,
    },
    validate: {
      on: (day) => (day === null ? 'is needed' : null),
      count: (count, values) =>
        values.everyWeeks !== null && count === null ? 'say how often' : null,
    },
    onSubmit: plan,
  });
  const { everyWeeks } = form.form.values;
  return (
    <FormModal
      opened
      title="New meeting"
      submitLabel="Plan and invite"
      form={form}
      onClose={onClose}
    >
      <TextField label="Name" required autoFocus {...form.field('name')} />
      <FieldRow>
        <DateField label="Day" required {...form.field('on')} />
        <ChoiceField label="At" required searchable choices={clockChoices} {...form.field('at')} />
        <ChoiceField label="Length" required choices={lengthChoices} {...form.field('minutes')} />
      </FieldRow>
      <ChoiceField label="Time zone" required choices={zoneChoices} {...form.field('timeZone')} />
      <PeoplePicker label="People" {...form.field('people')} />
      <ContactsPicker
        label="Contacts"
        accountId={start.accountId ?? null}
        {...form.field('contacts')}
      />
      <FieldRow>
        <TextField label="Video call" placeholder="https://" {...form.field('link')} />
        <TextField label="Place" {...form.field('place')} />
      </FieldRow>
      <FieldRow>
        <NumberField
          label="Again every … weeks"
          whole
          minimum={1}
          maximum={12}
          {...form.field('everyWeeks')}
        />
        <NumberField
          label="Times in all"
          whole
          minimum={2}
          maximum={60}
          disabled={everyWeeks === null}
          {...form.field('count')}
        />
      </FieldRow>
      {canShowClient ? (
        <CheckField label="The client sees it in the portal" {...form.field('isClientVisible')} />
      ) : null}
    </FormModal>
  );
}

function usePlanning(start: MeetingStart, onClose: () => void) {
  const create = useMeetingWrite(meetings.create);
  const invite = useMeetingWrite(meetings.invite);
  const open = useOpen();
  return async (values: Values) => {
    const body = draftOf(values, start);
    if (body === null) return;
    const planned = await create.mutateAsync({ body });
    const canInvite = planned.attendees.some(({ email }) => email !== null);
    if (canInvite) await invite.mutateAsync({ params: { id: planned.id } });
    notifyDone({ message: canInvite ? 'Meeting planned, invitations sent' : 'Meeting planned' });
    onClose();
    open(`/meetings/${planned.id}`);
  };
}

/** What the API takes; null where the form's own rules have not been met. */
function draftOf(values: Values, { projectId, accountId, subject }: MeetingStart) {
  const { on, at, people, contacts, everyWeeks, count, timeZone, minutes, ...texts } = values;
  if (on === null || at === null || !isClockTime(at)) return null;
  const attendees = [
    ...people.map(({ id }) => ({ personId: id, part: 'takes-part' as const })),
    ...contacts.map(({ id }) => ({ contactId: id, part: 'takes-part' as const })),
  ];
  return {
    ...texts,
    on,
    at,
    minutes: Number(minutes),
    ...(timeZone === null ? {} : { timeZone }),
    projectId: projectId ?? null,
    accountId: accountId ?? null,
    ...(subject ? { subject } : {}),
    attendees,
    repeats: everyWeeks === null || count === null ? null : { everyWeeks, count },
  };
}
