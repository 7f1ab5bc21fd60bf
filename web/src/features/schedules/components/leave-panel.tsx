import { type LeaveView, leaves } from '@evenkeel/contract/leaves';
import { type CalendarDate, weekdaysBetween } from '@evenkeel/core/calendar-date';
import type { PersonId } from '@evenkeel/core/id';
import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay } from '../../../lib/session.ts';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { SaveCancelled } from '../../../ui/form/save-cancelled.ts';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { readerToday } from '../../../ui/format/date.ts';
import { formatCount } from '../../../ui/format/number.ts';
import { DateText } from '../../../ui/marks/values.tsx';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { checkMoves, useLeaves, useScheduleWrite } from '../api.ts';
import styles from './schedules.module.css';

type LeavePanelProps = { readonly personId: PersonId; readonly isKept: boolean };

/** When a person does not work: their tasks move by it (U14). */
export function LeavePanel({ personId, isKept }: LeavePanelProps) {
  const mayWrite = useMay('write') && isKept;
  const [isAdding, setAdding] = useState(false);
  const today = readerToday();
  const rows = (useLeaves(personId).data?.rows ?? []).filter(({ endOn }) => endOn >= today);
  return (
    <Section
      title="Leave"
      note="Days without work: what they are on moves by it."
      actions={
        mayWrite ? (
          <Button
            variant="subtle"
            leftSection={<IconPlus size={15} />}
            onClick={() => setAdding(true)}
          >
            Add
          </Button>
        ) : undefined
      }
    >
      {rows.length === 0 ? (
        <p className={styles['quiet']}>None ahead.</p>
      ) : (
        <ul className={styles['moves']}>
          {rows.map((leave) => (
            <LeaveLine key={leave.id} leave={leave} mayWrite={mayWrite} />
          ))}
        </ul>
      )}
      {isAdding ? <LeaveForm personId={personId} onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}

function LeaveLine({ leave, mayWrite }: { readonly leave: LeaveView; readonly mayWrite: boolean }) {
  const remove = useScheduleWrite(leaves.remove);
  const create = useScheduleWrite(leaves.create);
  const drop = async () => {
    try {
      await remove.mutateAsync({ params: { id: leave.id } });
      const { person, startOn, endOn, note } = leave;
      const body = { personId: person.id, startOn, endOn, note };
      const undo = async () => void (await create.mutateAsync({ body }));
      notifyDone({ message: 'The leave is taken back', undo });
    } catch (error) {
      notifyFailed({ message: error instanceof Error ? error.message : 'It was not removed.' });
    }
  };
  const days = weekdaysBetween(leave.startOn, leave.endOn);
  return (
    <li className={styles['baseline']}>
      <span className={styles['what']}>
        <span className={styles['name']}>
          <DateText date={leave.startOn} />
          {leave.startOn === leave.endOn ? null : (
            <>
              {' '}
              to <DateText date={leave.endOn} />
            </>
          )}
        </span>
        <span className={styles['detail']}>{leave.note}</span>
      </span>
      <span className={styles['days']}>
        {formatCount(days, { one: 'weekday', many: 'weekdays' })}
      </span>
      {mayWrite ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Take back the leave from ${leave.startOn}`}
          onClick={() => void drop()}
        >
          <IconTrash size={15} />
        </ActionIcon>
      ) : (
        <span />
      )}
    </li>
  );
}

type LeaveValues = { startOn: CalendarDate | null; endOn: CalendarDate | null; note: string };

function LeaveForm({
  personId,
  onClose,
}: {
  readonly personId: PersonId;
  readonly onClose: () => void;
}) {
  const create = useScheduleWrite(leaves.create);
  const form = useRecordForm<LeaveValues>({
    initialValues: { startOn: null, endOn: null, note: '' },
    validate: { startOn: (day) => (day === null ? 'Name the first day.' : null) },
    onSubmit: async ({ startOn, endOn, note }) => {
      if (startOn === null) return;
      const leave = { personId, startOn, endOn: endOn ?? startOn, note };
      try {
        const moved = await checkMoves([{ kind: 'add-leave', ...leave }]);
        await create.mutateAsync({ body: leave });
        const moves = formatCount(moved, { one: 'task has moved', many: 'tasks have moved' });
        notifyDone({ message: moved > 0 ? `Leave added; ${moves}` : 'Leave added' });
      } catch (thrown) {
        if (!(thrown instanceof SaveCancelled)) throw thrown;
      }
      onClose();
    },
  });
  return (
    <FormModal opened title="Leave" submitLabel="Add" form={form} onClose={onClose}>
      <FieldRow>
        <DateField label="First day" required autoFocus {...form.field('startOn')} />
        <DateField label="Last day" {...form.field('endOn')} />
      </FieldRow>
      <TextField label="Note" description="Seen by everybody." {...form.field('note')} />
    </FormModal>
  );
}
