import { type KpiView, kpis } from '@evenkeel/contract/kpis';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { NumberField } from '../../../ui/form/number-fields.tsx';
import { problemOf } from '../../../ui/form/problem.ts';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { formatDate } from '../../../ui/format/date.ts';
import { formatMeasured, withUnit } from '../../../ui/format/measured.ts';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { useKpiWrite } from '../api.ts';
import styles from './kpis.module.css';

type InterimTargetsProps = { readonly kpi: KpiView; readonly canEdit: boolean };

/** Where a KPI should be on the way to its target; without any the way is straight. */
export function InterimTargets({ kpi, canEdit }: InterimTargetsProps) {
  const write = useKpiWrite(kpis.setInterimTargets);
  const [adding, setAdding] = useState(false);
  const params = { id: kpi.id };
  const remove = async (on: CalendarDate) => {
    const targets = kpi.interimTargets.filter((target) => target.on !== on);
    try {
      await write.mutateAsync({ params, body: { targets } });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <Section
      title="Interim targets"
      note="Where it should be on the way; between two of them the line is straight."
      actions={
        canEdit ? (
          <Button
            variant="default"
            leftSection={<IconPlus size={15} />}
            onClick={() => setAdding(true)}
          >
            Add
          </Button>
        ) : null
      }
    >
      {kpi.interimTargets.length === 0 ? (
        <p className={styles['none']}>
          None: the line is straight from the baseline to the target.
        </p>
      ) : (
        <ul className={styles['targets']}>
          {kpi.interimTargets.map((target) => (
            <li key={target.on}>
              <span className={styles['day']}>{formatDate(target.on)}</span>
              <strong>{formatMeasured(target.value, kpi.unit)}</strong>
              {canEdit ? (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={`Take off the target of ${formatDate(target.on)}`}
                  onClick={() => void remove(target.on)}
                >
                  <IconX size={15} />
                </ActionIcon>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {adding ? (
        <TargetForm
          unit={kpi.unit}
          onClose={() => setAdding(false)}
          onSave={(on, value) => {
            const others = kpi.interimTargets.filter((target) => target.on !== on);
            return write.mutateAsync({ params, body: { targets: [...others, { on, value }] } });
          }}
        />
      ) : null}
    </Section>
  );
}

type TargetFormProps = {
  readonly unit: string;
  readonly onSave: (on: CalendarDate, value: number) => Promise<unknown>;
  readonly onClose: () => void;
};

type TargetValues = { readonly on: CalendarDate | null; readonly value: number | null };

function TargetForm({ unit, onSave, onClose }: TargetFormProps) {
  const form = useRecordForm<TargetValues>({
    initialValues: { on: null, value: null },
    validate: {
      on: (value) => (value === null ? 'Say by which day.' : null),
      value: (value) => (value === null ? 'Say what it should be by then.' : null),
    },
    onSubmit: async ({ on, value }) => {
      if (on === null || value === null) return;
      await onSave(on, value);
      onClose();
    },
  });
  const { field } = form;
  return (
    <FormModal title="Interim target" opened onClose={onClose} form={form} submitLabel="Add target">
      <FieldRow>
        <NumberField label={withUnit('Target', unit)} required autoFocus {...field('value')} />
        <DateField label="By" required {...field('on')} />
      </FieldRow>
    </FormModal>
  );
}
