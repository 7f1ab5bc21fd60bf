import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { type Money, money } from '@evenkeel/core/money';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { ChoiceField, SwitchField } from '../../ui/form/choice-fields.tsx';
import { DateField } from '../../ui/form/date-field.tsx';
import { FieldRow, FormFrame } from '../../ui/form/form-frame.tsx';
import { FormModal } from '../../ui/form/form-modal.tsx';
import {
  EffortField,
  MoneyField,
  NumberField,
  PercentField,
} from '../../ui/form/number-fields.tsx';
import { RecordField } from '../../ui/form/record-field.tsx';
import { TextAreaField, TextField } from '../../ui/form/text-field.tsx';
import { useRecordForm } from '../../ui/form/use-record-form.ts';
import type { RecordOption } from '../../ui/form/use-record-options.ts';
import { PersonMark } from '../../ui/marks/record-marks.tsx';
import { Page } from '../../ui/page/page.tsx';
import styles from './gallery.module.css';
import { stageLabels } from './list-part.tsx';
import { samplePeople, sampleStages } from './sample-deals.ts';

type Values = {
  name: string;
  stage: string | null;
  close: CalendarDate | null;
  value: Money | null;
  margin: number | null;
  effort: number | null;
  count: number | null;
  owner: RecordOption | null;
  notes: string;
  billable: boolean;
};

const initialValues: Values = {
  name: '',
  stage: 'qualified',
  close: null,
  value: money(1_250_000, 'EUR'),
  margin: 2250,
  effort: 90,
  count: 3,
  owner: null,
  notes: '',
  billable: true,
};

const stages = sampleStages.map((stage) => ({ value: stage, label: stageLabels[stage] }));

async function findPeople(query: string): Promise<readonly RecordOption[]> {
  await new Promise((resolve) => setTimeout(resolve, 120));
  return samplePeople.filter((person) => person.name.toLowerCase().includes(query.toLowerCase()));
}

async function refuse(): Promise<never> {
  await new Promise((resolve) => setTimeout(resolve, 200));
  throw {
    title: 'The deal was not saved',
    status: 422,
    requestId: '01JD-7F3A',
    issues: [
      { path: ['name'], message: 'Give the deal a name.' },
      { path: [], message: 'The pipeline is closed for this month.' },
    ],
  };
}

export function FormsPart() {
  const [opened, setOpened] = useState(false);
  const inline = useRecordForm({ initialValues, onSubmit: refuse });
  return (
    <Page title="Forms" primary={<Button onClick={() => setOpened(true)}>New deal</Button>}>
      <div className={styles['narrow']}>
        <FormFrame form={inline} submitLabel="Save changes" onCancel={() => inline.form.reset()}>
          <DealFields form={inline} />
        </FormFrame>
      </div>
      {opened ? <DealModal onClose={() => setOpened(false)} /> : null}
    </Page>
  );
}

function DealModal({ onClose }: { readonly onClose: () => void }) {
  const form = useRecordForm({ initialValues, onSubmit: refuse });
  return (
    <FormModal title="New deal" opened onClose={onClose} form={form} submitLabel="Create deal">
      <DealFields form={form} />
    </FormModal>
  );
}

function DealFields({ form }: { readonly form: ReturnType<typeof useRecordForm<Values>> }) {
  return (
    <>
      <TextField label="Deal name" required autoFocus {...form.field('name')} />
      <FieldRow>
        <ChoiceField label="Stage" required choices={stages} {...form.field('stage')} />
        <DateField label="Expected close" placeholder="1 Nov or +14" {...form.field('close')} />
      </FieldRow>
      <FieldRow>
        <MoneyField label="Value" currency="EUR" {...form.field('value')} />
        <PercentField label="Margin" {...form.field('margin')} />
      </FieldRow>
      <FieldRow>
        <EffortField label="Effort" description="1:30, 1.5 or 90m" {...form.field('effort')} />
        <NumberField
          label="People"
          whole
          minimum={1}
          description="Who work on it"
          {...form.field('count')}
        />
      </FieldRow>
      <RecordField
        label="Owner"
        source={findPeople}
        placeholder="Type a name"
        renderMark={(option) => <PersonMark person={option} show="initials" />}
        {...form.field('owner')}
      />
      <TextAreaField label="Notes" {...form.field('notes')} />
      <SwitchField label="Billable" {...form.field('billable')} />
    </>
  );
}
