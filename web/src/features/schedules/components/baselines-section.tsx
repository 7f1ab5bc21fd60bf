import { type BaselineView, baselines } from '@evenkeel/contract/baselines';
import type { ProjectId } from '@evenkeel/core/id';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { ConfirmDialog } from '../../../ui/form/confirm-dialog.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { formatInstant } from '../../../ui/format/date.ts';
import { formatCount } from '../../../ui/format/number.ts';
import { DateText } from '../../../ui/marks/values.tsx';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { useBaselines, useScheduleWrite } from '../api.ts';
import { BaselineDrawer } from './baseline-drawer.tsx';
import styles from './schedules.module.css';

type BaselinesSectionProps = {
  readonly projectId: ProjectId;
  readonly name: string;
  readonly mayWrite: boolean;
};

/** Kept copies of a plan: taken, named, compared (PM-25). */
export function BaselinesSection({ projectId, name, mayWrite }: BaselinesSectionProps) {
  const rows = useBaselines(projectId).data?.rows ?? [];
  const [isTaking, setTaking] = useState(false);
  const [open, setOpen] = useState<BaselineView | null>(null);
  return (
    <Section
      title="Baselines"
      note="The plan as it was kept, to compare with."
      actions={
        mayWrite ? (
          <Button
            variant="subtle"
            leftSection={<IconPlus size={15} />}
            onClick={() => setTaking(true)}
          >
            Keep the plan
          </Button>
        ) : undefined
      }
    >
      {rows.length === 0 ? (
        <p className={styles['quiet']}>
          None yet. Keep the plan when it is agreed: later you see what has slipped, task by task.
        </p>
      ) : (
        <ul className={styles['moves']}>
          {rows.map((baseline) => (
            <li key={baseline.id} className={styles['baseline']}>
              <span className={styles['what']}>
                <button type="button" className={styles['open']} onClick={() => setOpen(baseline)}>
                  {baseline.name}
                </button>
                <span className={styles['detail']}>{takenWords(baseline)}</span>
              </span>
              <span className={styles['days']}>
                ends <DateText date={baseline.finishOn} />
              </span>
              {mayWrite ? <BaselineMenu baseline={baseline} /> : <span />}
            </li>
          ))}
        </ul>
      )}
      {isTaking ? (
        <NameForm projectId={projectId} onClose={() => setTaking(false)} taken={rows.length} />
      ) : null}
      <BaselineDrawer baseline={open} projectName={name} onClose={() => setOpen(null)} />
    </Section>
  );
}

function takenWords({ takenAt, takenBy, taskCount }: BaselineView): string {
  const tasks = formatCount(taskCount, { one: 'task', many: 'tasks' });
  return [formatInstant(takenAt), takenBy, tasks].filter(Boolean).join(' · ');
}

type NameFormProps = {
  readonly projectId: ProjectId;
  readonly taken: number;
  readonly onClose: () => void;
};

function NameForm({ projectId, taken, onClose }: NameFormProps) {
  const take = useScheduleWrite(baselines.take);
  const form = useRecordForm<{ name: string }>({
    initialValues: { name: taken === 0 ? 'As agreed' : '' },
    validate: { name: (name) => (name.trim() === '' ? 'Give it a name.' : null) },
    onSubmit: async ({ name }) => {
      await take.mutateAsync({ params: { id: projectId }, body: { name } });
      notifyDone({ message: `The plan is kept as “${name.trim()}”` });
      onClose();
    },
  });
  return (
    <FormModal opened title="Keep the plan" submitLabel="Keep" form={form} onClose={onClose}>
      <TextField
        label="Name"
        description="What the plan stands for: as signed, after the change request."
        required
        autoFocus
        {...form.field('name')}
      />
    </FormModal>
  );
}

function BaselineMenu({ baseline }: { readonly baseline: BaselineView }) {
  const [state, setState] = useState<'closed' | 'renaming' | 'removing'>('closed');
  const remove = useScheduleWrite(baselines.remove);
  const close = () => setState('closed');
  const drop = async () => {
    try {
      await remove.mutateAsync({ params: { id: baseline.id } });
      notifyDone({ message: `“${baseline.name}” is removed` });
    } catch (error) {
      notifyFailed({ message: error instanceof Error ? error.message : 'It was not removed.' });
    }
    close();
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`More for ${baseline.name}`}>
            <IconDots size={15} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => setState('renaming')}>
            Rename…
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => setState('removing')}>
            Remove…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {state === 'renaming' ? <RenameForm baseline={baseline} onClose={close} /> : null}
      <ConfirmDialog
        opened={state === 'removing'}
        title={`Remove “${baseline.name}”?`}
        confirmLabel="Remove"
        danger
        onConfirm={drop}
        onCancel={close}
      >
        A kept plan cannot be taken again as it was on that day.
      </ConfirmDialog>
    </>
  );
}

function RenameForm({
  baseline,
  onClose,
}: {
  readonly baseline: BaselineView;
  readonly onClose: () => void;
}) {
  const rename = useScheduleWrite(baselines.rename);
  const form = useRecordForm<{ name: string }>({
    initialValues: { name: baseline.name },
    validate: { name: (name) => (name.trim() === '' ? 'Give it a name.' : null) },
    onSubmit: async ({ name }) => {
      const params = { id: baseline.id };
      await rename.mutateAsync({ params, version: baseline.version, body: { name } });
      onClose();
    },
  });
  return (
    <FormModal opened title="Rename the baseline" submitLabel="Save" form={form} onClose={onClose}>
      <TextField label="Name" required autoFocus {...form.field('name')} />
    </FormModal>
  );
}
