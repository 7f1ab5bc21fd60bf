import { type HealthStatement, projectHealth } from '@evenkeel/contract/project-people';
import type { ProjectId } from '@evenkeel/core/id';
import { instant } from '@evenkeel/core/instant';
import { type Health, healthDays, healths, needsNote } from '@evenkeel/core/projects/health';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { SidePanel } from '../../../ui/figure/side-panel.tsx';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextAreaField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { HealthMark } from '../../../ui/marks/health-mark.tsx';
import { TimeAgo } from '../../../ui/marks/values.tsx';
import { useProjectHealth, useProjectWrite } from '../api.ts';
import styles from './health-panel.module.css';

type HealthPanelProps = { readonly projectId: ProjectId; readonly mayWrite: boolean };

/** How a project of either kind stands, said by whom and when; opens to what was said before. */
export function HealthPanel({ projectId, mayWrite }: HealthPanelProps) {
  const rows = useProjectHealth(projectId).data?.rows ?? [];
  const [latest] = rows;
  const [open, setOpen] = useState<'form' | 'past' | null>(null);
  if (!latest && !mayWrite) return null;
  return (
    <div className={styles['health']}>
      {latest ? (
        <Said said={latest} />
      ) : (
        <span className={styles['meta']}>Nobody has said how it stands.</span>
      )}
      <span className={styles['buttons']}>
        {rows.length > 1 ? (
          <Button variant="subtle" size="compact-xs" onClick={() => setOpen('past')}>
            Before that ({rows.length - 1})
          </Button>
        ) : null}
        {mayWrite ? (
          <Button variant="subtle" size="compact-xs" onClick={() => setOpen('form')}>
            Say how it stands
          </Button>
        ) : null}
      </span>
      {open === 'form' ? (
        <HealthForm projectId={projectId} latest={latest} onClose={() => setOpen(null)} />
      ) : null}
      <SidePanel opened={open === 'past'} onClose={() => setOpen(null)} title="How it stood">
        {rows.map((said) => (
          <div key={said.id} className={styles['past']}>
            <Said said={said} />
          </div>
        ))}
      </SidePanel>
    </div>
  );
}

function Said({ said }: { readonly said: HealthStatement }) {
  const now = instant(new Date().toISOString());
  const age = (Date.parse(now) - Date.parse(said.at)) / 86_400_000;
  return (
    <>
      <HealthMark health={said.health} />
      {said.note ? <span className={styles['note']}>{said.note}</span> : null}
      <span className={styles['meta']}>
        {said.by ? `${said.by}, ` : ''}
        <TimeAgo moment={said.at} now={now} />
        {age > healthDays ? ': say it anew' : ''}
      </span>
    </>
  );
}

type HealthFormProps = {
  readonly projectId: ProjectId;
  readonly latest: HealthStatement | undefined;
  readonly onClose: () => void;
};

function HealthForm({ projectId, latest, onClose }: HealthFormProps) {
  const create = useProjectWrite(projectHealth.create);
  const form = useRecordForm<{ health: Health | null; note: string }>({
    initialValues: { health: latest?.health ?? 'on-track', note: '' },
    onSubmit: async ({ health, note }) => {
      const body = { health: health ?? 'on-track', note };
      await create.mutateAsync({ params: { id: projectId }, body });
      onClose();
    },
  });
  const { health } = form.form.values;
  return (
    <FormModal opened title="How does it stand?" submitLabel="Say so" form={form} onClose={onClose}>
      <ChoiceField label="Health" required choices={choices} {...form.field('health')} />
      <TextAreaField
        label="Note"
        description="What stands in the way, and what is done about it."
        required={health !== null && needsNote(health)}
        autoFocus
        {...form.field('note')}
      />
    </FormModal>
  );
}

const labels: Record<Health, string> = {
  'on-track': 'On track',
  'at-risk': 'At risk',
  'off-track': 'Off track',
};
const choices = healths.map((health) => ({ value: health, label: labels[health] }));
