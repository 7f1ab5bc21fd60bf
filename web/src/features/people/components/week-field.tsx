import type { PersonView } from '@evenkeel/contract/people';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { EffortField } from '../../../ui/form/number-fields.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { formatEffort } from '../../../ui/format/effort.ts';
import { FieldLine, FieldList } from '../../../ui/record/field-list.tsx';

const days = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;
type Day = (typeof days)[number];
type WeekValues = Record<Day, number | null>;

type WeekFieldProps = {
  readonly person: PersonView;
  readonly disabled: boolean;
  readonly save: (change: { readonly weekMinutes: number[] | null }) => Promise<unknown>;
};

/** Which days of the week a person works, for those whose week is not the firm's (U14). */
export function WeekField({ person, disabled, save }: WeekFieldProps) {
  const [isOpen, setOpen] = useState(false);
  const words = weekWords(person.weekMinutes);
  return (
    <>
      <FieldList>
        <FieldLine label="Working days">
          {disabled ? (
            words
          ) : (
            <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
              {words}
            </Button>
          )}
        </FieldLine>
      </FieldList>
      {isOpen ? <WeekForm {...{ person, save }} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function WeekForm({
  person,
  save,
  onClose,
}: Pick<WeekFieldProps, 'person' | 'save'> & { readonly onClose: () => void }) {
  const form = useRecordForm<WeekValues>({
    initialValues: valuesOf(person),
    onSubmit: async (values) => {
      await save({ weekMinutes: days.map((day) => values[day] ?? 0) });
      onClose();
    },
  });
  const spread = async () => {
    await save({ weekMinutes: null });
    onClose();
  };
  return (
    <FormModal
      opened
      title={`The week of ${person.name}`}
      submitLabel="Save"
      form={form}
      onClose={onClose}
      {...(person.weekMinutes
        ? {
            footer: (
              <Button variant="subtle" onClick={() => void spread()}>
                Evenly instead
              </Button>
            ),
          }
        : {})}
    >
      {days.map((day) => (
        <EffortField key={day} label={day} {...form.field(day)} />
      ))}
    </FormModal>
  );
}

function valuesOf({ weekMinutes, weeklyMinutes }: PersonView): WeekValues {
  const of = (index: number) =>
    weekMinutes ? (weekMinutes[index] ?? 0) : index < 5 ? Math.round(weeklyMinutes / 5) : 0;
  return {
    Monday: of(0),
    Tuesday: of(1),
    Wednesday: of(2),
    Thursday: of(3),
    Friday: of(4),
    Saturday: of(5),
    Sunday: of(6),
  };
}

/** “Mon 8 h, Tue 8 h”, or that the week is spread evenly. */
function weekWords(weekMinutes: readonly number[] | null): string {
  if (weekMinutes === null) return 'evenly over the week';
  const worked = days.flatMap((day, index) => {
    const minutes = weekMinutes[index] ?? 0;
    return minutes > 0 ? [`${day.slice(0, 3)} ${formatEffort(minutes)}`] : [];
  });
  return worked.length === 0 ? 'no day' : worked.join(', ');
}
