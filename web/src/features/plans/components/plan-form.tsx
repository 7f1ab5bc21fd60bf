import { type PlanView, plans } from '@evenkeel/contract/plans';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { dateOf } from '@evenkeel/core/calendar-date';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { readerToday } from '../../../ui/format/date.ts';
import { PersonPicker, type PickedPerson } from '../../people/components/person-picker.tsx';
import { usePlanWrite } from '../api.ts';

type PlanFormProps = {
  readonly onClose: () => void;
  readonly onCreated: (plan: PlanView) => void;
};

type PlanValues = {
  readonly name: string;
  readonly startsOn: CalendarDate | null;
  readonly endsOn: CalendarDate | null;
  readonly owner: PickedPerson | null;
};

/** A new plan: its name and horizon. The text is written on its page, which opens next. */
export function PlanForm({ onClose, onCreated }: PlanFormProps) {
  const create = usePlanWrite(plans.create);
  const year = Number(readerToday().slice(0, 4));
  const form = useRecordForm<PlanValues>({
    initialValues: {
      name: `Strategic plan ${year}`,
      startsOn: dateOf(year, 1, 1),
      endsOn: dateOf(year, 12, 31),
      owner: null,
    },
    validate: {
      name: (value) => (value.trim() === '' ? 'Give the plan a name.' : null),
      startsOn: (value) => (value === null ? 'Say when it starts.' : null),
      endsOn: (value, { startsOn }) =>
        value === null
          ? 'Say when it ends.'
          : startsOn !== null && value < startsOn
            ? 'It ends before it starts.'
            : null,
    },
    onSubmit: async ({ name, startsOn, endsOn, owner }) => {
      if (!startsOn || !endsOn) return;
      const body = { name, startsOn, endsOn, ownerId: owner?.id ?? null };
      const plan = await create.mutateAsync({ body });
      onClose();
      onCreated(plan);
    },
  });
  const { field } = form;
  return (
    <FormModal
      title="New strategic plan"
      opened
      onClose={onClose}
      form={form}
      submitLabel="Write plan"
    >
      <TextField label="Name" required autoFocus {...field('name')} />
      <FieldRow>
        <DateField label="From" required {...field('startsOn')} />
        <DateField label="To" required {...field('endsOn')} />
      </FieldRow>
      <PersonPicker label="Owner" {...field('owner')} />
    </FormModal>
  );
}
