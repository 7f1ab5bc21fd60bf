import { allocations } from '@evenkeel/contract/allocations';
import { type CalendarDate, dateFromDayNumber } from '@evenkeel/core/calendar-date';
import type { ProjectId, RoleId } from '@evenkeel/core/id';
import { committedStates } from '@evenkeel/core/projects/state';
import { SegmentedControl } from '@mantine/core';
import { CheckField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { PersonPicker, type PickedPerson } from '../../people/components/person-picker.tsx';
import { RolePicker } from '../../people/components/role-picker.tsx';
import { useAllocationWrite } from '../api.ts';
import type { PlannerNames } from '../lanes.ts';
import type { AllocationEdits } from '../use-allocation-edits.ts';
import { EffortFields, effortOf, type TypedEffort } from './effort-fields.tsx';
import { type PickedSkill, ProjectField, SkillsField } from './planner-fields.tsx';

/** What a new allocation begins with. */
export type NewAllocation = {
  readonly person: PickedPerson | null;
  readonly projectId: ProjectId | null;
  readonly start: number;
  readonly end: number;
};

type AllocationFormProps = {
  readonly begin: NewAllocation;
  readonly names: PlannerNames;
  readonly edits: AllocationEdits;
  readonly onClose: () => void;
};

type Values = {
  readonly who: 'person' | 'placeholder';
  readonly person: PickedPerson | null;
  readonly roleId: RoleId | null;
  readonly skills: readonly PickedSkill[];
  readonly projectId: ProjectId | null;
  readonly startOn: CalendarDate | null;
  readonly endOn: CalendarDate | null;
  readonly effort: TypedEffort;
  readonly isTentative: boolean;
  readonly note: string;
};

/** A new allocation: who, on what, when, how much. Mount it while it is open. */
export function AllocationForm({ begin, names, edits, onClose }: AllocationFormProps) {
  const form = useAllocationForm(begin, { names, edits, onClose });
  const { field } = form;
  const { who, projectId } = form.form.getValues();
  return (
    <FormModal
      title="New allocation"
      opened
      onClose={onClose}
      form={form}
      submitLabel="Add allocation"
    >
      <SegmentedControl
        aria-label="Who"
        value={who}
        // The values are those of the field.
        onChange={(next) => form.form.setFieldValue('who', next as Values['who'])}
        data={[
          { value: 'person', label: 'A person' },
          { value: 'placeholder', label: 'Somebody still to be found' },
        ]}
      />
      {who === 'person' ? (
        <PersonPicker label="Person" required {...field('person')} />
      ) : (
        <>
          <RolePicker label="Role" required {...field('roleId')} />
          <SkillsField label="Skills they need" {...field('skills')} />
        </>
      )}
      <ProjectField label="Project" required names={names} {...field('projectId')} />
      <FieldRow>
        <DateField label="First day" required {...field('startOn')} />
        <DateField label="Last day" required {...field('endOn')} />
      </FieldRow>
      <EffortFields label="Effort" {...field('effort')} />
      <CheckField
        label="Tentative"
        description={
          isCommitted(projectId, names)
            ? 'Shown hatched; it counts as taken until it is dropped.'
            : 'This work is not approved yet: hours on it are tentative until it is.'
        }
        {...field('isTentative')}
        value={form.form.getValues().isTentative || !isCommitted(projectId, names)}
        disabled={!isCommitted(projectId, names)}
      />
      <TextField label="Note" {...field('note')} />
    </FormModal>
  );
}

type FormParts = Pick<AllocationFormProps, 'names' | 'edits' | 'onClose'>;

function useAllocationForm(begin: NewAllocation, { names, edits, onClose }: FormParts) {
  const create = useAllocationWrite(allocations.create);
  return useRecordForm<Values>({
    initialValues: {
      who: 'person',
      person: begin.person,
      roleId: null,
      skills: [],
      projectId: begin.projectId,
      startOn: dateFromDayNumber(begin.start),
      endOn: dateFromDayNumber(begin.end),
      effort: { by: 'day', minutesPerDay: 240, basisPoints: 5_000 },
      isTentative: false,
      note: '',
    },
    validate: {
      person: (person, { who }) => (who === 'person' && !person ? 'Say who does it.' : null),
      roleId: (role, { who }) => (who === 'placeholder' && !role ? 'Say what they do.' : null),
      projectId: (project) => (project ? null : 'Say on what.'),
      startOn: (day) => (day ? null : 'Say from when.'),
      endOn: (day, { startOn }) => {
        if (!day) return 'Say until when.';
        return startOn && day < startOn ? 'Is before the first day.' : null;
      },
      effort: (effort) => (effortOf(effort) ? null : 'Say how much.'),
    },
    onSubmit: async (values) => {
      const body = bodyOf(values, names);
      if (!body) return;
      const save = async () => {
        const row = await create.mutateAsync({ body });
        const message = `${row.person?.name ?? 'A placeholder'} on ${row.project.name}`;
        edits.note(message, row, { do: 'remove', id: row.id });
        notifyDone({ message: `${message}, added`, undo: edits.undo });
        onClose();
      };
      try {
        await save();
      } catch (thrown) {
        edits.borrow.offer({ thrown, projectId: body.projectId, again: save });
        throw thrown;
      }
    },
  });
}

/** What is sent; null while something is missing. */
function bodyOf(values: Values, names: PlannerNames) {
  const { who, projectId, startOn, endOn, isTentative, note } = values;
  const effort = effortOf(values.effort);
  if (!projectId || !startOn || !endOn || !effort) return null;
  const isSure = !isTentative && isCommitted(projectId, names);
  const shared = { projectId, startOn, endOn, effort, note };
  const certainty = isSure ? ('confirmed' as const) : ('tentative' as const);
  if (who === 'person') return { ...shared, certainty, personId: values.person?.id ?? null };
  const skillIds = values.skills.map(({ id }) => id);
  return { ...shared, certainty, roleId: values.roleId, skillIds };
}

function isCommitted(projectId: ProjectId | null, names: PlannerNames): boolean {
  const project = projectId ? names.project.get(projectId) : undefined;
  return project === undefined || committedStates.some((state) => state === project.state);
}
