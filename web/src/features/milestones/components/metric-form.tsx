import { type MilestoneView, milestones } from '@evenkeel/contract/milestones';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { KpiDirection } from '@evenkeel/core/strategy/kpi';
import { Button } from '@mantine/core';
import { CheckField, ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { NumberField } from '../../../ui/form/number-fields.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { readerToday } from '../../../ui/format/date.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { useMilestoneWrite } from '../api.ts';

type MetricFormProps = { readonly milestone: MilestoneView; readonly onClose: () => void };

type Values = {
  name: string;
  unit: string;
  direction: KpiDirection | null;
  baseline: number | null;
  target: number | null;
  measured: number | null;
  measuredOn: CalendarDate | null;
  isClientVisible: boolean;
};

/** What the client measures at a milestone (CR-21). Mount it while it is open. */
export function MetricForm({ milestone, onClose }: MetricFormProps) {
  const { metric } = milestone;
  const add = useMilestoneWrite(milestones.addMetric);
  const change = useMilestoneWrite(milestones.changeMetric);
  const form = useRecordForm<Values>({
    initialValues: valuesOf(metric),
    validate: {
      name: (name) => (name.trim() === '' ? 'Say what is measured.' : null),
      measuredOn: (day, { measured }) =>
        (day === null) === (measured === null) ? null : 'A value and its day come together.',
    },
    onSubmit: async (values) => {
      const body = { ...values, direction: values.direction ?? 'up' };
      if (metric) {
        await change.mutateAsync({ params: { id: metric.id }, version: metric.version, body });
      } else await add.mutateAsync({ params: { id: milestone.id }, body });
      onClose();
    },
  });
  return (
    <FormModal
      opened
      title={`What the client measures at ${milestone.name}`}
      submitLabel="Save"
      form={form}
      onClose={onClose}
      footer={metric ? <RemoveButton milestone={milestone} onClose={onClose} /> : null}
    >
      <TextField
        label="What is measured"
        placeholder="Picking errors"
        required
        autoFocus
        {...form.field('name')}
      />
      <FieldRow>
        <TextField label="Unit" placeholder="%, minutes, orders" {...form.field('unit')} />
        <ChoiceField
          label="Better is"
          choices={[
            { value: 'up', label: 'more' },
            { value: 'down', label: 'less' },
          ]}
          {...form.field('direction')}
        />
      </FieldRow>
      <FieldRow>
        <NumberField label="Before" {...form.field('baseline')} />
        <NumberField label="Target" {...form.field('target')} />
      </FieldRow>
      <FieldRow>
        <NumberField label="Measured" {...form.field('measured')} />
        <DateField label="Measured on" latest={readerToday()} {...form.field('measuredOn')} />
      </FieldRow>
      <CheckField
        label="The client sees it"
        description="In the portal beside the milestone, once that is visible itself."
        {...form.field('isClientVisible')}
      />
    </FormModal>
  );
}

/** Takes the metric off; it can be put back as it was. */
function RemoveButton({ milestone, onClose }: MetricFormProps) {
  const { metric } = milestone;
  const remove = useMilestoneWrite(milestones.removeMetric);
  const add = useMilestoneWrite(milestones.addMetric);
  if (!metric) return null;
  const takeOff = async () => {
    await remove.mutateAsync({ params: { id: metric.id } });
    onClose();
    notifyDone({
      message: 'The metric was taken off',
      undo: async () => {
        const { direction, ...values } = valuesOf(metric);
        const body = { ...values, direction: direction ?? 'up' };
        await add.mutateAsync({ params: { id: milestone.id }, body });
      },
    });
  };
  return (
    <Button variant="subtle" color="gray" onClick={() => void takeOff()}>
      Take it off
    </Button>
  );
}

function valuesOf(metric: MilestoneView['metric']): Values {
  return {
    name: metric?.name ?? '',
    unit: metric?.unit ?? '',
    direction: metric?.direction ?? 'up',
    baseline: metric?.baseline ?? null,
    target: metric?.target ?? null,
    measured: metric?.measured ?? null,
    measuredOn: metric?.measuredOn ?? null,
    isClientVisible: metric?.isClientVisible ?? false,
  };
}
