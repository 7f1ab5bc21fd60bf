import { type CheckInView, checkIns } from '@evenkeel/contract/status-reports';
import type { ProjectId } from '@evenkeel/core/id';
import { instant } from '@evenkeel/core/instant';
import { type Health, healths } from '@evenkeel/core/projects/health';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { SidePanel } from '../../../ui/figure/side-panel.tsx';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextAreaField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { formatDate } from '../../../ui/format/date.ts';
import { HealthMark } from '../../../ui/marks/health-mark.tsx';
import { TimeAgo } from '../../../ui/marks/values.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useCheckIns, useReportWrite } from '../api.ts';
import styles from './reports.module.css';

type CheckInSectionProps = { readonly projectId: ProjectId; readonly mayWrite: boolean };

const healthChoices: readonly { value: Health; label: string }[] = [
  { value: 'on-track', label: 'On track' },
  { value: 'at-risk', label: 'At risk' },
  { value: 'off-track', label: 'Off track' },
];

/** The three lines of the week by whoever answers for the project (PM-16). */
export function CheckInSection({ projectId, mayWrite }: CheckInSectionProps) {
  const found = useCheckIns(projectId);
  const [open, setOpen] = useState<'form' | 'past' | null>(null);
  const view = found.data;
  return (
    <Section
      framed
      title="Check-in of the week"
      note={view?.accountable ? `${view.accountable.name} answers for it` : undefined}
      actions={
        <>
          {view && view.rows.length > 1 ? (
            <Button variant="subtle" onClick={() => setOpen('past')}>
              Before that
            </Button>
          ) : null}
          {mayWrite && view ? (
            <Button variant="default" onClick={() => setOpen('form')}>
              {view.isDue ? 'Check in' : 'Change'}
            </Button>
          ) : null}
        </>
      }
    >
      <Loaded found={found} what="the check-ins">
        {({ rows: [latest], isDue, weekFrom }) => (
          <>
            {isDue ? (
              <p className={styles['empty']}>
                <HealthMark
                  health="unknown"
                  label={`Nobody has checked in for the week of ${formatDate(weekFrom)}`}
                />
              </p>
            ) : null}
            {latest ? <CheckInLines checkIn={latest} /> : null}
          </>
        )}
      </Loaded>
      {open === 'form' && view ? (
        <CheckInForm
          projectId={projectId}
          lines={(!view.isDue && view.rows[0]) || view.suggested}
          onClose={() => setOpen(null)}
        />
      ) : null}
      <SidePanel opened={open === 'past'} onClose={() => setOpen(null)} title="Check-ins">
        {view?.rows.map((one) => (
          <Section key={one.id} title={`Week of ${formatDate(one.weekFrom)}`}>
            <CheckInLines checkIn={one} />
          </Section>
        ))}
      </SidePanel>
    </Section>
  );
}

function CheckInLines({ checkIn }: { readonly checkIn: CheckInView }) {
  const now = instant(new Date().toISOString());
  return (
    <dl className={styles['checkin']}>
      <dt>Moved</dt>
      <dd>{checkIn.moved}</dd>
      <dt>Next</dt>
      <dd>{checkIn.next}</dd>
      {checkIn.obstacle ? (
        <>
          <dt>In the way</dt>
          <dd>{checkIn.obstacle}</dd>
        </>
      ) : null}
      <dt>By</dt>
      <dd>
        {checkIn.by}, <TimeAgo moment={checkIn.at} now={now} />
      </dd>
    </dl>
  );
}

type CheckInFormProps = {
  readonly projectId: ProjectId;
  readonly lines: { readonly moved: string; readonly next: string; readonly obstacle: string };
  readonly onClose: () => void;
};

function CheckInForm({ projectId, lines, onClose }: CheckInFormProps) {
  const give = useReportWrite(checkIns.give);
  const { moved, next, obstacle } = lines;
  const form = useRecordForm<{ health: Health | null } & CheckInFormProps['lines']>({
    initialValues: { health: healths[0], moved, next, obstacle },
    onSubmit: async ({ health, ...said }) => {
      await give.mutateAsync({ body: { projectId, health: health ?? healths[0], ...said } });
      onClose();
    },
  });
  const { health } = form.form.values;
  return (
    <FormModal
      opened
      title="Check in for this week"
      submitLabel="Check in"
      form={form}
      onClose={onClose}
    >
      <ChoiceField
        label="How it stands"
        required
        choices={healthChoices}
        {...form.field('health')}
      />
      <TextAreaField label="What moved" required autoFocus {...form.field('moved')} />
      <TextAreaField label="What comes next" required {...form.field('next')} />
      <TextAreaField
        label="What stands in the way"
        required={health !== 'on-track'}
        {...form.field('obstacle')}
      />
    </FormModal>
  );
}
