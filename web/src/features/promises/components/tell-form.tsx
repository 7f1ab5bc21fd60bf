import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { Id, ProjectId } from '@evenkeel/core/id';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { useMilestones } from '../../tasks/api.ts';
import { useTell } from '../api.ts';

type TellFormProps = {
  readonly project: { readonly id: ProjectId; readonly name: string };
  readonly onClose: () => void;
};

/** Writes down a date that a client was told in a meeting or by e-mail. Mount it while it is open. */
export function TellForm({ project, onClose }: TellFormProps) {
  const tell = useTell();
  const milestones = useMilestones(project.id).data?.rows ?? [];
  const form = useRecordForm<{
    subject: string | null;
    day: CalendarDate | null;
    channel: 'meeting' | 'e-mail' | null;
    toldTo: string;
  }>({
    initialValues: { subject: project.id, day: null, channel: 'meeting', toldTo: '' },
    validate: { day: (day) => (day === null ? 'Say which day they were told.' : null) },
    onSubmit: async ({ subject, day, channel, toldTo }) => {
      if (day === null) return;
      const milestone = milestones.find(({ id }) => id === subject);
      await tell.mutateAsync({
        params: { id: project.id },
        body: {
          subject: milestone
            ? { kind: 'task', id: milestone.id }
            : // A project's own id.
              { kind: 'client-project', id: project.id as Id<string> },
          what: 'date',
          day,
          wording: milestone?.name ?? project.name,
          channel: channel ?? 'meeting',
          toldTo: toldTo
            .split(',')
            .map((name) => name.trim())
            .filter((name) => name !== ''),
        },
      });
      onClose();
    },
  });
  return (
    <FormModal
      opened
      title="Write down a promise"
      submitLabel="Write down"
      form={form}
      onClose={onClose}
    >
      <ChoiceField
        label="About"
        choices={[
          { value: project.id, label: `End of ${project.name}` },
          ...milestones.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        {...form.field('subject')}
      />
      <DateField label="Day" required {...form.field('day')} />
      <ChoiceField
        label="Told by"
        choices={[
          { value: 'meeting', label: 'Meeting' },
          { value: 'e-mail', label: 'E-mail' },
        ]}
        {...form.field('channel')}
      />
      <TextField
        label="To whom"
        placeholder="Names, with commas between"
        {...form.field('toldTo')}
      />
    </FormModal>
  );
}
