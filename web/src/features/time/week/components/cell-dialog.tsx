import { time, type WeekRow } from '@evenkeel/contract/time';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { PersonId } from '@evenkeel/core/id';
import { ActionIcon, Button, Modal } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useReturnFocus } from '../../../../ui/focus/use-return-focus.ts';
import { Autosave } from '../../../../ui/form/autosave.tsx';
import { CheckField } from '../../../../ui/form/choice-fields.tsx';
import { EffortField } from '../../../../ui/form/number-fields.tsx';
import { ProblemSummary } from '../../../../ui/form/problem-summary.tsx';
import { TextField } from '../../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../../ui/form/use-record-form.ts';
import { formatWeekday } from '../../../../ui/format/date.ts';
import { useRemoveEntry, useTimeWrite } from '../../api.ts';
import { WorkLabel } from '../../components/work-label.tsx';
import { askedWork, leftInWords, workName } from '../../model.ts';
import type { WeekEntry } from '../model.ts';
import styles from './week.module.css';

type CellDialogProps = {
  readonly row: WeekRow;
  readonly on: CalendarDate;
  readonly personId: PersonId;
  readonly canWrite: boolean;
  readonly onClose: () => void;
};

/** The entries of a cell with their notes; each saves itself. Mount it while it is open. */
export function CellDialog({ row, on, personId, canWrite, onClose }: CellDialogProps) {
  useReturnFocus();
  const entries = row.entries.filter((entry) => entry.on === on);
  return (
    <Modal opened onClose={onClose} title={`${workName(row)}, ${formatWeekday(on)}`} size={600}>
      <div className={styles['dialog']}>
        <div className={styles['dialog-work']}>
          <WorkLabel work={row} />
          <span className={styles['left']}>{leftInWords(row.soFar)}</span>
        </div>
        {entries.map((entry) => (
          <EntryLine key={entry.id} entry={entry} row={row} canWrite={canWrite} />
        ))}
        {canWrite ? (
          <NewEntryLine key={entries.length} row={row} on={on} personId={personId} />
        ) : null}
      </div>
    </Modal>
  );
}

type EntryLineProps = {
  readonly entry: WeekEntry;
  readonly row: WeekRow;
  readonly canWrite: boolean;
};

function EntryLine({ entry, row, canWrite }: EntryLineProps) {
  const update = useTimeWrite(time.update);
  const removeEntry = useRemoveEntry();
  const save = (body: { minutes?: number; note?: string; isBillable?: boolean }) =>
    update.mutateAsync({ params: { id: entry.id }, version: entry.version, body });
  return (
    <div className={styles['entry']}>
      <Autosave name="minutes" value={entry.minutes} save={(minutes) => save({ minutes })}>
        {({ onChange, ...field }) => (
          <EffortField
            label="Hours"
            disabled={!canWrite}
            {...field}
            onChange={(minutes) => minutes && onChange(minutes)}
          />
        )}
      </Autosave>
      <Autosave name="note" value={entry.note} save={(note) => save({ note })}>
        {(field) => <TextField label="Note" disabled={!canWrite} {...field} />}
      </Autosave>
      {canWrite ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="Delete this entry"
          onClick={() => void removeEntry(entry.id)}
        >
          <IconTrash size={15} />
        </ActionIcon>
      ) : null}
      {row.project.kind === 'client' ? (
        <Autosave
          name="isBillable"
          value={entry.isBillable}
          save={(isBillable) => save({ isBillable })}
          on="change"
        >
          {(field) => <CheckField label="Billable" disabled={!canWrite} {...field} />}
        </Autosave>
      ) : null}
    </div>
  );
}

type NewEntryLineProps = {
  readonly row: WeekRow;
  readonly on: CalendarDate;
  readonly personId: PersonId;
};

function NewEntryLine({ row, on, personId }: NewEntryLineProps) {
  const create = useTimeWrite(time.create);
  const form = useRecordForm<{ minutes: number | null; note: string }>({
    initialValues: { minutes: null, note: '' },
    validate: { minutes: (minutes) => (minutes ? null : 'Say how long.') },
    onSubmit: async ({ minutes, note }) => {
      if (!minutes) return;
      await create.mutateAsync({ body: { ...askedWork(row), personId, on, minutes, note } });
    },
  });
  return (
    <form
      className={styles['entry']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <ProblemSummary problem={form.problem} fieldNames={['minutes', 'note']} />
      <EffortField label="More hours" autoFocus {...form.field('minutes')} />
      <TextField label="Note" {...form.field('note')} />
      <Button type="submit" variant="default" loading={form.submitting}>
        Add
      </Button>
    </form>
  );
}
