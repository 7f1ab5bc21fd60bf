import { type PersonView, people } from '@evenkeel/contract/people';
import type { TermView } from '@evenkeel/contract/person-terms';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { RoleId, TeamId } from '@evenkeel/core/id';
import { SwitchField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { EffortField } from '../../../ui/form/number-fields.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { formatDate, readerToday } from '../../../ui/format/date.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { usePeopleWrite } from '../api.ts';
import { type Weekday, weekdays } from '../model.ts';
import styles from './people.module.css';
import { RolePicker } from './role-picker.tsx';
import { TeamPicker } from './team-picker.tsx';

type TermValues = {
  validFrom: CalendarDate | null;
  weeklyMinutes: number | null;
  roleId: RoleId | null;
  teamId: TeamId | null;
  isByDay: boolean;
} & Record<Weekday, number | null>;

type TermFormProps = {
  readonly person: PersonView;
  /** Null: new ones from a day on. */
  readonly term: TermView | null;
  readonly onClose: () => void;
};

/** Hours of a week, role and team from a day on. Mount it while it is open. */
export function TermForm({ person, term, onClose }: TermFormProps) {
  const save = useSaveTerm(person, term);
  const hasDay = term === null || term.validFrom !== null;
  const form = useRecordForm<TermValues>({
    initialValues: valuesOf(person, term),
    validate: {
      validFrom: (day) => (hasDay && day === null ? 'Say from which day.' : null),
      weeklyMinutes: (minutes, values) =>
        !values.isByDay && minutes === null ? 'Say how many hours a week.' : null,
    },
    onSubmit: async (values) => {
      await save(values);
      onClose();
    },
  });
  const { field } = form;
  const { isByDay, validFrom } = form.form.values;
  return (
    <FormModal
      opened
      title={term ? 'Correct terms' : 'Change from a day'}
      submitLabel={term ? 'Correct' : 'Change'}
      form={form}
      onClose={onClose}
    >
      {hasDay ? <DateField label="From" required {...field('validFrom')} /> : null}
      <FieldRow>
        <RolePicker label="Role" {...field('roleId')} />
        <TeamPicker label="Team" {...field('teamId')} />
      </FieldRow>
      {isByDay ? (
        <div className={styles['weekdays']}>
          {weekdays.map((day) => (
            <EffortField key={day} label={day} {...field(day)} />
          ))}
        </div>
      ) : (
        <EffortField label="Hours a week" required {...field('weeklyMinutes')} />
      )}
      <SwitchField label="Hours of their own on each day" {...field('isByDay')} />
      <p className={styles['note']}>{term ? onCorrection : noteOnNew(validFrom)}</p>
    </FormModal>
  );
}

const onCorrection =
  'For mistakes only: every day on which these terms hold is reckoned anew, past ones too. The history keeps what stood here.';

function noteOnNew(day: CalendarDate | null): string {
  if (day === null) return 'Days before it keep what they have.';
  return `Days before ${formatDate(day)} keep the hours, role and team they have.`;
}

function useSaveTerm(person: PersonView, term: TermView | null) {
  const add = usePeopleWrite(people.addTerm);
  const correct = usePeopleWrite(people.correctTerm);
  return async (values: TermValues) => {
    const { validFrom, weeklyMinutes, roleId, teamId, isByDay } = values;
    const hours = isByDay
      ? { weekMinutes: weekdays.map((day) => values[day] ?? 0) }
      : weeklyMinutes === null
        ? {}
        : { weeklyMinutes };
    const body = { ...hours, roleId, teamId };
    if (term) {
      await correct.mutateAsync({
        params: { id: person.id, termId: term.id },
        version: term.version,
        body: { ...body, ...(validFrom ? { validFrom } : {}) },
      });
      notifyDone({ message: 'Terms corrected' });
    } else if (validFrom) {
      await add.mutateAsync({ params: { id: person.id }, body: { ...body, validFrom } });
      notifyDone({ message: `New terms from ${formatDate(validFrom)}` });
    }
  };
}

function valuesOf(person: PersonView, term: TermView | null): TermValues {
  const { weeklyMinutes, weekMinutes, role, team } = term ?? person;
  const of = (place: number) =>
    weekMinutes ? (weekMinutes[place] ?? 0) : place < 5 ? Math.round(weeklyMinutes / 5) : 0;
  return {
    validFrom: term ? term.validFrom : readerToday(),
    weeklyMinutes,
    roleId: role?.id ?? null,
    teamId: team?.id ?? null,
    isByDay: weekMinutes !== null,
    Monday: of(0),
    Tuesday: of(1),
    Wednesday: of(2),
    Thursday: of(3),
    Friday: of(4),
    Saturday: of(5),
    Sunday: of(6),
  };
}
