import { type KickOffItemView, kickOffs } from '@evenkeel/contract/kick-offs';
import type { ClientProjectView } from '@evenkeel/contract/projects';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { MeetingId } from '@evenkeel/core/id';
import { type KickOffPhase, kickOffPhases } from '@evenkeel/core/kick-off/kick-off';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { formatDate } from '../../../ui/format/date.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { useMeetings } from '../../meetings/api.ts';
import { PersonPicker, type PickedPerson } from '../../people/components/person-picker.tsx';
import { useKickOffWrite } from '../api.ts';
import { draftOf, phaseLabels } from '../model.ts';

type ItemFormProps = {
  readonly item: KickOffItemView;
  readonly project: ClientProjectView;
  readonly onClose: () => void;
};

type Values = {
  name: string;
  phase: KickOffPhase | null;
  person: PickedPerson | null;
  dueOn: CalendarDate | null;
  meetingId: MeetingId | null;
};

/** What an item says, who does it by when, and which meeting it is. Mount it while it is open. */
export function ItemForm({ item, project, onClose }: ItemFormProps) {
  const update = useKickOffWrite(kickOffs.updateItem);
  const form = useRecordForm<Values>({
    initialValues: {
      name: item.name,
      phase: item.phase,
      person: item.person,
      dueOn: item.dueOn,
      meetingId: item.meeting?.id ?? null,
    },
    validate: { name: (name) => (name.trim() === '' ? 'Say what it is.' : null) },
    onSubmit: async (values) => {
      const params = { id: item.id };
      const body = changeOf(item, values);
      const next = await update.mutateAsync({ params, version: item.version, body });
      onClose();
      notifyDone({
        message: 'Changed',
        undo: async () => {
          const { name, phase, personId, dueOn, meetingId } = draftOf(item);
          const before = { name, phase, person: personId && { id: personId }, dueOn, meetingId };
          const undone = changeOf(item, before);
          await update.mutateAsync({ params, version: next.version, body: undone });
        },
      });
    },
  });
  return (
    <FormModal opened title="Item of the kick-off" submitLabel="Save" form={form} onClose={onClose}>
      <TextField label="What" required autoFocus {...form.field('name')} />
      <ChoiceField
        label="When"
        choices={kickOffPhases.map((value) => ({ value, label: phaseLabels[value] }))}
        {...form.field('phase')}
      />
      {item.side === 'ours' ? <PersonPicker label="Who" {...form.field('person')} /> : null}
      {item.duty === null ? <DateField label="By" {...form.field('dueOn')} /> : null}
      {item.proof === 'meeting' ? <MeetingField project={project} form={form} /> : null}
    </FormModal>
  );
}

/** Only what an item of this kind can be told. */
function changeOf(
  item: KickOffItemView,
  values: Omit<Values, 'person'> & { readonly person: Pick<PickedPerson, 'id'> | null },
) {
  return {
    name: values.name,
    phase: values.phase ?? item.phase,
    ...(item.side === 'ours' ? { personId: values.person?.id ?? null } : {}),
    ...(item.duty === null ? { dueOn: values.dueOn } : {}),
    ...(item.proof === 'meeting' ? { meetingId: values.meetingId } : {}),
  };
}

type MeetingFieldProps = {
  readonly project: ClientProjectView;
  readonly form: ReturnType<typeof useRecordForm<Values>>;
};

function MeetingField({ project, form }: MeetingFieldProps) {
  const { data } = useMeetings({ projectId: project.id });
  return (
    <ChoiceField
      label="Which meeting it is"
      placeholder="Not planned yet"
      choices={(data?.rows ?? []).map(({ id, name, startsAt }) => ({
        value: id,
        // The first ten letters of an instant are its day.
        label: `${name}, ${formatDate(startsAt.slice(0, 10) as CalendarDate)}`,
      }))}
      {...form.field('meetingId')}
    />
  );
}
