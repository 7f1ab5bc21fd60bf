import { type AssumptionView, assumptions } from '@evenkeel/contract/initiative-case';
import type { KpiId, ProjectId } from '@evenkeel/core/id';
import type { AssumptionOperator, AssumptionStanding } from '@evenkeel/core/strategy/assumption';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { ChoiceField } from '../../../../ui/form/choice-fields.tsx';
import { FieldRow } from '../../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../../ui/form/form-modal.tsx';
import { NumberField } from '../../../../ui/form/number-fields.tsx';
import { TextAreaField, TextField } from '../../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../../ui/form/use-record-form.ts';
import { formatMeasured } from '../../../../ui/format/measured.ts';
import { type Health, HealthMark } from '../../../../ui/marks/health-mark.tsx';
import { Nothing } from '../../../../ui/marks/values.tsx';
import { AppLink } from '../../../../ui/navigation/app-link.tsx';
import { Section } from '../../../../ui/page/section.tsx';
import { useKpis } from '../../../kpis/api.ts';
import { useCaseWrite } from '../api.ts';
import { useParts } from '../use-parts.ts';
import { choicesOf } from '../words.ts';
import styles from './case.module.css';
import { type PartColumn, PartTable } from './part-table.tsx';

type AssumptionDraft = {
  readonly name: string;
  readonly kpiId: KpiId | null;
  readonly operator: AssumptionOperator;
  readonly threshold: number | null;
  readonly note: string;
};

type AssumptionsSectionProps = {
  readonly projectId: ProjectId;
  readonly assumptions: readonly AssumptionView[];
  readonly canEdit: boolean;
};

const operators = choicesOf<AssumptionOperator>({
  below: 'falls below',
  above: 'rises above',
});
const standingLabels: Record<AssumptionStanding, string> = {
  untested: 'Not tested',
  holds: 'Holds',
  disproved: 'Disproved',
};
const standingHealth: Record<AssumptionStanding, Health> = {
  untested: 'unknown',
  holds: 'on-track',
  disproved: 'off-track',
};

/** What an initiative takes for granted, each with the KPI that would disprove it (ST-42). */
export function AssumptionsSection(props: AssumptionsSectionProps) {
  const { projectId, canEdit } = props;
  const parts = useAssumptions(projectId);
  const disproved = props.assumptions.filter(({ standing }) => standing === 'disproved').length;
  return (
    <Section
      title="Assumptions"
      note="What must be true for it to pay, and the KPI that would disprove it."
      actions={
        <>
          {disproved > 0 ? (
            <HealthMark health="off-track" label={`${disproved} disproved`} />
          ) : null}
          {canEdit ? (
            <Button
              variant="default"
              leftSection={<IconPlus size={15} />}
              onClick={() => parts.open('new')}
            >
              Add assumption
            </Button>
          ) : null}
        </>
      }
    >
      {props.assumptions.length === 0 ? (
        <p className={styles['empty']}>
          Nothing is written down yet. Say what you take for granted; with a KPI and a threshold it
          is flagged the day it turns out wrong.
        </p>
      ) : (
        <PartTable
          label="Assumptions"
          parts={props.assumptions}
          columns={columns}
          note={({ note }) => note || null}
          canEdit={canEdit}
          onOpen={parts.open}
          onRemove={(row) => void parts.remove(row)}
        />
      )}
      {parts.opened ? (
        <AssumptionForm
          assumption={parts.opened === 'new' ? null : parts.opened}
          onSave={parts.save}
          onClose={parts.close}
        />
      ) : null}
    </Section>
  );
}

function useAssumptions(projectId: ProjectId) {
  const create = useCaseWrite(assumptions.create);
  const update = useCaseWrite(assumptions.update);
  const remove = useCaseWrite(assumptions.remove);
  return useParts<AssumptionView, AssumptionDraft>({
    create: (body) => create.mutateAsync({ params: { id: projectId }, body }),
    update: ({ id, version }, body) => update.mutateAsync({ params: { id }, version, body }),
    remove: ({ id }) => remove.mutateAsync({ params: { id } }),
    draftOf: ({ name, kpi, operator, threshold, note }) => ({
      name,
      kpiId: kpi?.id ?? null,
      operator,
      threshold,
      note,
    }),
  });
}

const columns: readonly PartColumn<AssumptionView>[] = [
  {
    label: 'Wrong when',
    cell: ({ kpi, operator, threshold, unit }) =>
      kpi === null || threshold === null ? (
        <Nothing />
      ) : (
        <>
          <AppLink href={`/kpis/${kpi.id}`}>{kpi.name}</AppLink>{' '}
          {operator === 'below' ? 'falls below' : 'rises above'} {formatMeasured(threshold, unit)}
        </>
      ),
  },
  {
    label: 'Now',
    align: 'end',
    cell: ({ actual, unit }) => (actual === null ? <Nothing /> : formatMeasured(actual, unit)),
  },
  {
    label: 'Stands',
    cell: ({ standing }) => (
      <HealthMark health={standingHealth[standing]} label={standingLabels[standing]} />
    ),
  },
];

type AssumptionFormProps = {
  /** Null for a new one. */
  readonly assumption: AssumptionView | null;
  readonly onSave: (draft: AssumptionDraft) => Promise<void>;
  readonly onClose: () => void;
};

type Values = Omit<AssumptionDraft, 'operator'> & { readonly operator: AssumptionOperator | null };

function AssumptionForm({ assumption, onSave, onClose }: AssumptionFormProps) {
  const kpis = useKpis();
  const form = useRecordForm<Values>({
    initialValues: {
      name: assumption?.name ?? '',
      kpiId: assumption?.kpi?.id ?? null,
      operator: assumption?.operator ?? 'below',
      threshold: assumption?.threshold ?? null,
      note: assumption?.note ?? '',
    },
    validate: { name: (name) => (name.trim() === '' ? 'Say what is taken for granted.' : null) },
    onSubmit: ({ operator, ...values }) => onSave({ ...values, operator: operator ?? 'below' }),
  });
  const choices = kpis.data?.rows.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  const { field } = form;
  return (
    <FormModal
      title={assumption ? 'Change assumption' : 'Add assumption'}
      opened
      onClose={onClose}
      form={form}
      submitLabel={assumption ? 'Save changes' : 'Add assumption'}
    >
      <TextField label="We take for granted that" required autoFocus {...field('name')} />
      <ChoiceField label="It is wrong when" searchable choices={choices} {...field('kpiId')} />
      <FieldRow>
        <ChoiceField label="The KPI" required choices={operators} {...field('operator')} />
        <NumberField label="Threshold" {...field('threshold')} />
      </FieldRow>
      <TextAreaField label="What then?" minRows={2} {...field('note')} />
    </FormModal>
  );
}
