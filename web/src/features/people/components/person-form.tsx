import { people } from '@evenkeel/contract/people';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { RoleId, TeamId } from '@evenkeel/core/id';
import type { PersonKind } from '@evenkeel/core/people/person';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { EffortField } from '../../../ui/form/number-fields.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { readerToday } from '../../../ui/format/date.ts';
import { useOpen } from '../../../ui/navigation/use-open.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { usePeopleWrite } from '../api.ts';
import { kindChoices } from '../model.ts';
import { RolePicker } from './role-picker.tsx';
import { TeamPicker } from './team-picker.tsx';

type Values = {
  name: string;
  email: string;
  kind: PersonKind | null;
  teamId: TeamId | null;
  roleId: RoleId | null;
  weeklyMinutes: number | null;
  joinedOn: CalendarDate | null;
};

/** A new person; only the name is needed. Mount it while it is open. */
export function PersonForm({ onClose }: { readonly onClose: () => void }) {
  const create = usePeopleWrite(people.create);
  const open = useOpen();
  const form = useRecordForm<Values>({
    initialValues: {
      name: '',
      email: '',
      kind: 'staff',
      teamId: null,
      roleId: null,
      weeklyMinutes: 2_400,
      joinedOn: readerToday(),
    },
    validate: {
      name: (name) => (name.trim() === '' ? 'A person needs a name.' : null),
      weeklyMinutes: (minutes) => (minutes === null ? 'Say how many hours a week.' : null),
    },
    onSubmit: async ({ email, kind, weeklyMinutes, joinedOn, ...rest }) => {
      const person = await create.mutateAsync({
        body: {
          ...rest,
          email: email.trim() || null,
          ...(kind ? { kind } : {}),
          ...(weeklyMinutes === null ? {} : { weeklyMinutes }),
          ...(joinedOn ? { joinedOn } : {}),
        },
      });
      notifyDone({ message: `${person.name} added` });
      onClose();
      open(`/people/${person.id}`);
    },
  });
  const { field } = form;
  return (
    <FormModal title="New person" opened onClose={onClose} form={form} submitLabel="Add person">
      <TextField label="Name" required autoFocus {...field('name')} />
      <TextField label="E-mail" type="email" {...field('email')} />
      <FieldRow>
        <RolePicker label="Role" {...field('roleId')} />
        <TeamPicker label="Team" {...field('teamId')} />
      </FieldRow>
      <FieldRow>
        <ChoiceField label="Kind" required choices={kindChoices} {...field('kind')} />
        <EffortField label="Hours a week" required {...field('weeklyMinutes')} />
        <DateField label="Joined" {...field('joinedOn')} />
      </FieldRow>
    </FormModal>
  );
}
