import { instant } from '@evenkeel/core/instant';
import { type Money, money } from '@evenkeel/core/money';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Autosave } from '../../ui/form/autosave.tsx';
import { MoneyField } from '../../ui/form/number-fields.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { AccountMark, PersonMark } from '../../ui/marks/record-marks.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { DocumentField, TitleField } from '../../ui/record/document-field.tsx';
import { EditableField } from '../../ui/record/editable-field.tsx';
import { FieldLine, FieldList } from '../../ui/record/field-list.tsx';
import { HistoryList } from '../../ui/record/history-list.tsx';
import { RecordLayout, SavedNote } from '../../ui/record/record-layout.tsx';
import { samplePeople } from './sample-deals.ts';

const here = '/gallery.html?part=record';
const now = instant('2026-11-23T10:00:00.000Z');
const wait = () => new Promise((resolve) => setTimeout(resolve, 400));

export function RecordPart() {
  const [name, setName] = useState('CRM redesign for Stark Retail');
  const [notes, setNotes] = useState('The CFO signs. What is refused stays typed.');
  const [value, setValue] = useState<Money | null>(money(9_900_000, 'EUR'));
  const [step, setStep] = useState('Next step agreed with the CFO');
  return (
    <Page
      title={name}
      breadcrumbs={[{ label: 'Client projects', href: '/client-projects' }]}
      actions={<SavedNote state="saved" />}
      primary={<Button>Log time</Button>}
      tabs={[
        { label: 'Overview', href: here, active: true },
        { label: 'Plan', href: `${here}&tab=plan`, active: false, count: 24 },
      ]}
    >
      <RecordLayout
        sideLabel="Facts"
        side={
          <>
            <Autosave name="value" value={value} save={async (next) => setValue(next)}>
              {(field) => <MoneyField label="Value" currency="EUR" {...field} />}
            </Autosave>
            <FieldList title="Deal">
              <FieldLine label="Account" origin="From deal D-1001">
                <AccountMark account={{ id: 'a', name: 'Stark Retail' }} />
              </FieldLine>
              <FieldLine label="Owner">
                <PersonMark person={samplePeople[0]} />
              </FieldLine>
              <FieldLine label="Next step">
                <EditableField
                  label="Next step"
                  value={step}
                  editor={(field) => <TextField {...field} />}
                  onSave={async (next) => {
                    await wait();
                    if (!next) throw { title: 'Say what is next.', status: 422 };
                    setStep(next);
                  }}
                >
                  {step}
                </EditableField>
              </FieldLine>
            </FieldList>
          </>
        }
      >
        <Autosave
          name="name"
          value={name}
          save={async (next) => {
            await wait();
            if (!next) throw { title: 'Give it a name.', status: 422 };
            setName(next);
          }}
        >
          {(field) => <TitleField label="Name" {...field} />}
        </Autosave>
        <Autosave name="notes" value={notes} save={async (next) => setNotes(next)}>
          {(field) => <DocumentField label="Notes" {...field} />}
        </Autosave>
        <Section title="History">
          <HistoryList now={now} onMore={() => undefined} entries={history} />
        </Section>
      </RecordLayout>
    </Page>
  );
}

const history = [
  {
    id: '1',
    who: samplePeople[1],
    when: instant('2026-11-23T09:12:00.000Z'),
    fields: [
      { label: 'Stage', from: 'Proposal', to: 'Negotiation' },
      { label: 'Value', from: '€90,000', to: '€99,000' },
    ],
  },
  {
    id: '2',
    who: undefined,
    when: instant('2026-11-21T09:12:00.000Z'),
    what: 'moved the forecast end',
    fields: [{ label: 'End', from: '14 Nov 2026', to: '20 Nov 2026' }],
  },
  {
    id: '3',
    who: samplePeople[0],
    when: instant('2026-10-02T09:12:00.000Z'),
    what: 'created this client project',
  },
];
