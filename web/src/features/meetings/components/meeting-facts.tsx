import type { CallInput } from '@evenkeel/contract/endpoint';
import type { AttendeeView, MeetingView, meetings } from '@evenkeel/contract/meetings';
import { type AttendeePart, attendeeParts } from '@evenkeel/core/meetings/meeting';
import { isClockTime } from '@evenkeel/core/meetings/zoned-time';
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { ChoiceField, SwitchField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { ContactsPicker } from '../../contacts/components/contacts-picker.tsx';
import { PeoplePicker } from '../../people/components/people-picker.tsx';
import { SubjectLink } from '../../subjects/components/subject-link.tsx';
import { clockChoices, lengthChoices, partLabels, zoneChoices } from '../words.ts';

/** What can be changed of a meeting. */
export type MeetingChange = NonNullable<CallInput<typeof meetings.update>['body']>;
type Save = (change: MeetingChange) => Promise<unknown>;

type MeetingFactsProps = {
  readonly meeting: MeetingView;
  readonly mayWrite: boolean;
  readonly save: Save;
};

const partChoices = attendeeParts.map((part) => ({ value: part, label: partLabels[part] }));

/** When, where, and who comes as what. Whoever was invited hears of changes by themselves. */
export function MeetingFacts({ meeting, mayWrite, save: saveOne }: MeetingFactsProps) {
  const [withFollowing, setWithFollowing] = useState(false);
  const save: Save = (change) => saveOne(withFollowing ? { ...change, withFollowing } : change);
  const disabled = !mayWrite;
  return (
    <>
      <Section
        title="When and where"
        note={meeting.series ? seriesNote(meeting.series) : undefined}
      >
        {meeting.series && mayWrite ? (
          <Checkbox
            label="Change the following ones too"
            checked={withFollowing}
            onChange={(event) => setWithFollowing(event.currentTarget.checked)}
          />
        ) : null}
        <Autosave name="on" on="change" value={meeting.on} save={(on) => save({ on })}>
          {(field) => (
            <DateField
              label="Day"
              disabled={disabled}
              {...field}
              onChange={(day) => day && field.onChange(day)}
            />
          )}
        </Autosave>
        <Autosave
          name="at"
          on="change"
          value={String(meeting.at)}
          save={(at) => save(isClockTime(at) ? { at } : {})}
        >
          {(field) => (
            <ChoiceField
              label="At"
              required
              searchable
              disabled={disabled}
              choices={withOwn(clockChoices, meeting.at, meeting.at)}
              {...field}
              onChange={(at) => at && field.onChange(at)}
            />
          )}
        </Autosave>
        <Autosave
          name="minutes"
          on="change"
          value={String(meeting.minutes)}
          save={(minutes) => save({ minutes: Number(minutes) })}
        >
          {(field) => (
            <ChoiceField
              label="Length"
              required
              disabled={disabled}
              choices={withOwn(
                lengthChoices,
                String(meeting.minutes),
                `${meeting.minutes} minutes`,
              )}
              {...field}
              onChange={(minutes) => minutes && field.onChange(minutes)}
            />
          )}
        </Autosave>
        <Autosave
          name="timeZone"
          on="change"
          value={meeting.timeZone}
          save={(timeZone) => save({ timeZone })}
        >
          {(field) => (
            <ChoiceField
              label="Time zone"
              required
              disabled={disabled}
              choices={withOwn(zoneChoices, meeting.timeZone, meeting.timeZone)}
              {...field}
              onChange={(zone) => zone && field.onChange(zone)}
            />
          )}
        </Autosave>
        <Autosave name="link" value={meeting.link} save={(link) => save({ link })}>
          {(field) => <TextField label="Video call" disabled={disabled} {...field} />}
        </Autosave>
        <Autosave name="place" value={meeting.place} save={(place) => save({ place })}>
          {(field) => <TextField label="Place" disabled={disabled} {...field} />}
        </Autosave>
        {meeting.project?.kind === 'client' ? (
          <Autosave
            name="isClientVisible"
            on="change"
            value={meeting.isClientVisible}
            save={(isClientVisible) => save({ isClientVisible })}
          >
            {(field) => <SwitchField label="The client sees it" disabled={disabled} {...field} />}
          </Autosave>
        ) : null}
      </Section>
      <Attendees meeting={meeting} disabled={disabled} save={save} />
      {meeting.subject ? (
        <Section title="It came from">
          <SubjectLink subject={meeting.subject} />
        </Section>
      ) : null}
    </>
  );
}

function seriesNote({ count, everyWeeks }: NonNullable<MeetingView['series']>): string {
  return `One of ${count}, ${everyWeeks === 1 ? 'every week' : `every ${everyWeeks} weeks`}`;
}

function Attendees({
  meeting,
  disabled,
  save,
}: {
  readonly meeting: MeetingView;
  readonly disabled: boolean;
  readonly save: Save;
}) {
  const { attendees } = meeting;
  const partOf = (id: string): AttendeePart =>
    attendees.find((one) => (one.person ?? one.contact)?.id === id)?.part ?? 'takes-part';
  const people = attendees.flatMap(({ person }) => person ?? []);
  const contacts = attendees.flatMap(({ contact }) => contact ?? []);
  const saveWho = (who: { people: typeof people; contacts: typeof contacts }) =>
    save({
      attendees: [
        ...who.people.map(({ id }) => ({ personId: id, part: partOf(id) })),
        ...who.contacts.map(({ id }) => ({ contactId: id, part: partOf(id) })),
      ],
    });
  const savePart = (changed: AttendeeView, part: AttendeePart) =>
    save({
      attendees: attendees.flatMap((one) => draftOf(one, one === changed ? part : one.part)),
    });
  return (
    <Section title="Who comes">
      <Autosave
        name="people"
        on="change"
        value={people}
        save={(next) => saveWho({ people: next, contacts })}
      >
        {(field) => (
          <PeoplePicker
            label="People"
            disabled={disabled}
            {...field}
            onChange={(next) => field.onChange([...next])}
          />
        )}
      </Autosave>
      <Autosave
        name="contacts"
        on="change"
        value={contacts}
        save={(next) => saveWho({ people, contacts: next })}
      >
        {(field) => (
          <ContactsPicker
            label="Contacts"
            accountId={meeting.account?.id ?? null}
            disabled={disabled}
            {...field}
            onChange={(next) => field.onChange([...next])}
          />
        )}
      </Autosave>
      {attendees.map((attendee) => {
        const who = attendee.person ?? attendee.contact;
        return (
          <Autosave
            key={who?.id}
            name="part"
            on="change"
            value={attendee.part}
            save={(part) => savePart(attendee, part)}
          >
            {(field) => (
              <ChoiceField
                label={attendee.email === null ? `${who?.name}, no address` : (who?.name ?? '')}
                required
                disabled={disabled}
                choices={partChoices}
                {...field}
                onChange={(part) => part && field.onChange(part)}
              />
            )}
          </Autosave>
        );
      })}
    </Section>
  );
}

function draftOf(
  { person, contact }: AttendeeView,
  part: AttendeePart,
): NonNullable<MeetingChange['attendees']> {
  if (person) return [{ personId: person.id, part }];
  return contact ? [{ contactId: contact.id, part }] : [];
}

/** The choices, with the present value among them. */
function withOwn(
  choices: readonly { readonly value: string; readonly label: string }[],
  value: string,
  label: string,
) {
  return choices.some((one) => one.value === value) ? choices : [{ value, label }, ...choices];
}
