import { type PlanView, plans } from '@evenkeel/contract/plans';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { dateOf } from '@evenkeel/core/calendar-date';
import type { TeamId } from '@evenkeel/core/id';
import { type PlanScope, planScopes } from '@evenkeel/core/strategy/plan';
import {
  type PlanTemplateKey,
  planTemplateKeys,
  planTemplates,
} from '@evenkeel/core/strategy/plan-templates';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { readerToday } from '../../../ui/format/date.ts';
import { PersonPicker, type PickedPerson } from '../../people/components/person-picker.tsx';
import { TeamPicker } from '../../people/components/team-picker.tsx';
import { usePlanWrite } from '../api.ts';
import { planScopeLabels } from '../model.ts';

type PlanFormProps = {
  readonly onClose: () => void;
  readonly onCreated: (plan: PlanView) => void;
};

type PlanValues = {
  readonly template: PlanTemplateKey | null;
  readonly scope: PlanScope | null;
  readonly teamId: TeamId | null;
  readonly person: PickedPerson | null;
  readonly name: string;
  readonly startsOn: CalendarDate | null;
  readonly endsOn: CalendarDate | null;
  readonly owner: PickedPerson | null;
};

const templates = planTemplateKeys.map((value) => ({ value, label: planTemplates[value].name }));
const scopes = planScopes.map((value) => ({ value, label: planScopeLabels[value] }));

/** A new plan: its name and horizon. The text is written on its page, which opens next. */
export function PlanForm({ onClose, onCreated }: PlanFormProps) {
  const create = usePlanWrite(plans.create);
  const year = Number(readerToday().slice(0, 4));
  const form = useRecordForm<PlanValues>({
    initialValues: {
      template: null,
      scope: 'company',
      teamId: null,
      person: null,
      name: `Strategic plan ${year}`,
      startsOn: dateOf(year, 1, 1),
      endsOn: dateOf(year, 12, 31),
      owner: null,
    },
    validate: {
      teamId: (value, { scope }) =>
        scope === 'team' && value === null ? 'Say whose plan it is.' : null,
      person: (value, { scope }) =>
        scope === 'person' && value === null ? 'Say whose plan it is.' : null,
      name: (value) => (value.trim() === '' ? 'Give the plan a name.' : null),
      startsOn: (value) => (value === null ? 'Say when it starts.' : null),
      endsOn: (value, { startsOn }) =>
        value === null
          ? 'Say when it ends.'
          : startsOn !== null && value < startsOn
            ? 'It ends before it starts.'
            : null,
    },
    onSubmit: async ({ startsOn, endsOn, owner, person, scope, ...rest }) => {
      if (!startsOn || !endsOn) return;
      const body = {
        ...rest,
        startsOn,
        endsOn,
        ownerId: owner?.id ?? null,
        personId: person?.id ?? null,
        scope: scope ?? 'company',
      };
      const plan = await create.mutateAsync({ body });
      onClose();
      onCreated(plan);
    },
  });
  const { field } = form;
  const { template, scope } = form.form.getValues();
  return (
    <FormModal
      title="New strategic plan"
      opened
      onClose={onClose}
      form={form}
      submitLabel="Write plan"
    >
      <TextField label="Name" required autoFocus {...field('name')} />
      <ChoiceField
        label="Start from"
        placeholder="An empty plan"
        description={
          template
            ? planTemplates[template].purpose
            : 'A starting model brings text, goals and tactics.'
        }
        choices={templates}
        {...field('template')}
      />
      <FieldRow>
        <DateField label="From" required {...field('startsOn')} />
        <DateField label="To" required {...field('endsOn')} />
      </FieldRow>
      <FieldRow>
        <ChoiceField label="Plan of" required choices={scopes} {...field('scope')} />
        {scope === 'team' ? <TeamPicker label="Team" required {...field('teamId')} /> : null}
        {scope === 'person' ? <PersonPicker label="Person" required {...field('person')} /> : null}
      </FieldRow>
      <PersonPicker label="Owner" {...field('owner')} />
    </FormModal>
  );
}
