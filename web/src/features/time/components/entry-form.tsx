import { type LoggedWork, type TimeEntryRow, time } from '@evenkeel/contract/time';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay, useSession } from '../../../lib/session.ts';
import { CheckField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { EffortField } from '../../../ui/form/number-fields.tsx';
import { TextAreaField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { readerToday } from '../../../ui/format/date.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { useRemoveEntry, useTimeWrite } from '../api.ts';
import { askedWork } from '../model.ts';
import styles from './entries.module.css';
import { WorkDialog } from './work-dialog.tsx';
import { WorkLabel } from './work-label.tsx';

type Values = {
  on: CalendarDate | null;
  minutes: number | null;
  note: string;
  isBillable: boolean;
};

type EntryFormProps = { readonly entry: TimeEntryRow; readonly onClose: () => void };

/** One time entry with everything on it. Mount it while it is open. */
export function EntryForm({ entry, onClose }: EntryFormProps) {
  const { member } = useSession();
  const isOwn = member.personId === entry.person.id;
  const mayWrite = useMay(isOwn ? 'write' : 'manage');
  const update = useTimeWrite(time.update);
  const removeEntry = useRemoveEntry();
  const [work, setWork] = useState<LoggedWork>(entry);
  const [isMoving, setMoving] = useState(false);
  const form = useRecordForm<Values>({
    initialValues: {
      on: entry.on,
      minutes: entry.minutes,
      note: entry.note,
      isBillable: entry.isBillable,
    },
    validate: {
      on: (day) => (day === null ? 'Say on which day.' : null),
      minutes: (minutes) => (minutes ? null : 'Say how long.'),
    },
    onSubmit: async ({ on, minutes, note, isBillable }) => {
      if (!on || !minutes) return;
      const isClient = work.project.kind === 'client';
      await update.mutateAsync({
        params: { id: entry.id },
        version: entry.version,
        body: { ...askedWork(work), on, minutes, note, isBillable: isClient && isBillable },
      });
      notifyDone({ message: 'Time saved' });
      onClose();
    },
  });
  const { field } = form;
  const disabled = !mayWrite;
  return (
    <FormModal
      title={`Time of ${entry.person.name}`}
      opened
      onClose={onClose}
      form={form}
      submitLabel="Save time"
      footer={
        mayWrite ? (
          <Button
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={15} />}
            onClick={() => void removeEntry(entry.id).then(onClose)}
          >
            Delete
          </Button>
        ) : (
          'Only managers change the time of others.'
        )
      }
    >
      <div className={styles['work']}>
        <WorkLabel work={work} />
        {mayWrite ? (
          <Button variant="default" onClick={() => setMoving(true)}>
            Change
          </Button>
        ) : null}
      </div>
      <FieldRow>
        <DateField
          label="Day"
          required
          latest={readerToday()}
          disabled={disabled}
          {...field('on')}
        />
        <EffortField label="Hours" required autoFocus disabled={disabled} {...field('minutes')} />
      </FieldRow>
      <TextAreaField label="Note" disabled={disabled} {...field('note')} />
      {work.project.kind === 'client' ? (
        <CheckField label="Billable" disabled={disabled} {...field('isBillable')} />
      ) : null}
      {isMoving ? (
        <WorkDialog
          title="The time was worked on …"
          personId={entry.person.id}
          onPick={(target) => {
            setWork(target);
            setMoving(false);
          }}
          onClose={() => setMoving(false)}
        />
      ) : null}
    </FormModal>
  );
}
