import { calendarDate } from '@evenkeel/core/calendar-date';
import { instant } from '@evenkeel/core/instant';
import { type Money, money } from '@evenkeel/core/money';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { MoneyField } from '../../ui/form/number-fields.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { HealthMark } from '../../ui/marks/health-mark.tsx';
import { AccountMark, PersonMark } from '../../ui/marks/record-marks.tsx';
import { StageMark } from '../../ui/marks/stage-mark.tsx';
import { DateText, MoneyText } from '../../ui/marks/values.tsx';
import { Section } from '../../ui/page/section.tsx';
import { EditableField } from '../../ui/record/editable-field.tsx';
import { FieldLine, FieldList } from '../../ui/record/field-list.tsx';
import { HistoryList } from '../../ui/record/history-list.tsx';
import { RecordPage } from '../../ui/record/record-page.tsx';
import { samplePeople } from './sample-deals.ts';

const here = '/gallery.html?part=record';
const now = instant('2026-11-23T10:00:00.000Z');
const wait = () => new Promise((resolve) => setTimeout(resolve, 400));

export function RecordPart() {
  const [name, setName] = useState('Next step agreed with the CFO');
  const [value, setValue] = useState<Money | null>(money(9_900_000, 'EUR'));
  return (
    <RecordPage
      title="CRM redesign for Stark Retail"
      number="P-1024"
      kind="client"
      status={
        <>
          <StageMark label="Delivery" shape="half" />
          <HealthMark health="at-risk" />
        </>
      }
      breadcrumbs={[{ label: 'Client projects', href: '/client-projects' }]}
      actions={<Button variant="default">Share</Button>}
      primary={<Button>Log time</Button>}
      tabs={[
        { label: 'Overview', href: here, active: true },
        { label: 'Plan', href: `${here}&tab=plan`, active: false, count: 24 },
        { label: 'History', href: `${here}&tab=history`, active: false },
      ]}
      side={
        <>
          <FieldList title="Deal">
            <FieldLine label="Account">
              <AccountMark account={{ id: 'a', name: 'Stark Retail' }} />
            </FieldLine>
            <FieldLine label="Value" origin="From deal D-1001">
              <EditableField
                label="Value"
                value={value}
                editor={(field) => <MoneyField currency="EUR" {...field} />}
                onSave={async (next) => {
                  await wait();
                  setValue(next);
                }}
              >
                <MoneyText amount={value} />
              </EditableField>
            </FieldLine>
            <FieldLine label="Next step">
              <EditableField
                label="Next step"
                value={name}
                editor={(field) => <TextField {...field} />}
                onSave={async (next) => {
                  await wait();
                  if (!next) throw { title: 'Give it a name.', status: 422 };
                  setName(next);
                }}
              >
                {name}
              </EditableField>
            </FieldLine>
            <FieldLine label="Owner">
              <PersonMark person={samplePeople[0]} />
            </FieldLine>
          </FieldList>
          <FieldList title="Dates">
            <FieldLine label="Start">
              <DateText date={calendarDate('2026-11-01')} />
            </FieldLine>
            <FieldLine label="End">
              <DateText date={calendarDate('2026-11-20')} lateAfter={calendarDate('2026-11-23')} />
            </FieldLine>
          </FieldList>
        </>
      }
    >
      <Section title="History">
        <HistoryList
          now={now}
          onMore={() => undefined}
          entries={[
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
          ]}
        />
      </Section>
    </RecordPage>
  );
}
