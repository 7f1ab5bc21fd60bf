import { type KpiView, kpis } from '@evenkeel/contract/kpis';
import type { GoalId, ObjectiveId } from '@evenkeel/core/id';
import { type KpiPerspective, kpiPerspectives } from '@evenkeel/core/strategy/kpi';
import { type KpiFrequency, kpiFrequencies } from '@evenkeel/core/strategy/kpi-calendar';
import { frequencyLabels, perspectiveLabels } from '../../../lib/kpi-standing.ts';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { NumberField } from '../../../ui/form/number-fields.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { GoalPicker, type PickedGoal } from '../../goals/components/goal-picker.tsx';
import { PersonPicker, type PickedPerson } from '../../people/components/person-picker.tsx';
import { useKpiWrite } from '../api.ts';

type KpiFormProps = {
  /** Where it is to stand, when that is known from where the form was opened. */
  readonly place?: { readonly goalId: GoalId; readonly objectiveId: ObjectiveId | null };
  readonly onClose: () => void;
  readonly onCreated?: (kpi: KpiView) => void;
};

type KpiValues = {
  readonly name: string;
  readonly goal: PickedGoal | null;
  readonly perspective: KpiPerspective | null;
  readonly frequency: KpiFrequency | null;
  readonly unit: string;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly owner: PickedPerson | null;
};

const perspectives = kpiPerspectives.map((value) => ({ value, label: perspectiveLabels[value] }));
const frequencies = kpiFrequencies.map((value) => ({ value, label: frequencyLabels[value] }));

/** A new KPI: what is measured, from where to where, how often, by whom. */
export function KpiForm({ place, onClose, onCreated }: KpiFormProps) {
  const create = useKpiWrite(kpis.create);
  const form = useRecordForm<KpiValues>({
    initialValues: {
      name: '',
      goal: null,
      perspective: null,
      frequency: 'monthly',
      unit: '',
      baseline: null,
      target: null,
      owner: null,
    },
    validate: {
      name: (value) => (value.trim() === '' ? 'Say what is measured.' : null),
      goal: (value) => (place || value ? null : 'Say which goal it shows.'),
    },
    onSubmit: async ({ goal, perspective, frequency, owner, ...rest }) => {
      const goalId = place?.goalId ?? goal?.id;
      if (!goalId) return;
      const kpi = await create.mutateAsync({
        body: {
          ...rest,
          goalId,
          objectiveId: place?.objectiveId ?? null,
          ownerId: owner?.id ?? null,
          ...(perspective ? { perspective } : {}),
          ...(frequency ? { frequency } : {}),
        },
      });
      notifyDone({ message: `KPI “${kpi.name}” added` });
      onClose();
      onCreated?.(kpi);
    },
  });
  const { field } = form;
  return (
    <FormModal title="New KPI" opened onClose={onClose} form={form} submitLabel="Add KPI">
      <TextField
        label="KPI"
        description="A number that shows whether the goal comes nearer: “Active clients”."
        required
        autoFocus
        {...field('name')}
      />
      {place ? null : <GoalPicker label="Goal" required {...field('goal')} />}
      <FieldRow>
        <TextField label="Unit" placeholder="clients, %, days" {...field('unit')} />
        <ChoiceField label="Measured" choices={frequencies} {...field('frequency')} />
      </FieldRow>
      <FieldRow>
        <NumberField label="Baseline" {...field('baseline')} />
        <NumberField label="Target" {...field('target')} />
      </FieldRow>
      <FieldRow>
        <ChoiceField
          label="Perspective"
          placeholder="Chosen by the goal’s driver"
          choices={perspectives}
          {...field('perspective')}
        />
        <PersonPicker label="Owner" {...field('owner')} />
      </FieldRow>
    </FormModal>
  );
}
