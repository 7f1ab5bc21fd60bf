import { leaves } from '@evenkeel/contract/leaves';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { PersonId } from '@evenkeel/core/id';
import { CheckField } from '../../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../../ui/form/date-field.tsx';
import { FieldRow } from '../../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../../ui/form/form-modal.tsx';
import { SaveCancelled } from '../../../../ui/form/save-cancelled.ts';
import { TextField } from '../../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../../ui/form/use-record-form.ts';
import { formatCount } from '../../../../ui/format/number.ts';
import { notifyDone } from '../../../../ui/notify/notify.tsx';
import { checkMoves } from '../../../schedules/api.ts';
import { PersonPicker, type PickedPerson } from '../../components/person-picker.tsx';
import { useLeaveWrite } from '../api.ts';

type LeaveValues = {
  person: PickedPerson | null;
  startOn: CalendarDate | null;
  endOn: CalendarDate | null;
  isHalf: boolean;
  note: string;
};

type LeaveFormProps = {
  /** Whose leave it is; null: whoever is picked. */
  readonly personId: PersonId | null;
  /** Whether it is approved as it is said. */
  readonly isDecided: boolean;
  readonly onClose: () => void;
};

/** Leave that is asked for, or said by who decides. Mount it while it is open. */
export function LeaveForm({ personId, isDecided, onClose }: LeaveFormProps) {
  const say = useSayLeave(isDecided);
  const form = useRecordForm<LeaveValues>({
    initialValues: { person: null, startOn: null, endOn: null, isHalf: false, note: '' },
    validate: {
      person: (person) => (personId === null && person === null ? 'Say whose leave it is.' : null),
      startOn: (day) => (day === null ? 'Name the first day.' : null),
    },
    onSubmit: async ({ person, startOn, endOn, isHalf, note }) => {
      const whose = personId ?? person?.id;
      if (startOn === null || !whose) return;
      await say({ personId: whose, startOn, endOn: endOn ?? startOn, note, isHalf });
      onClose();
    },
  });
  return (
    <FormModal
      opened
      title={isDecided ? 'Leave' : 'Ask for leave'}
      submitLabel={isDecided ? 'Add' : 'Ask'}
      form={form}
      onClose={onClose}
    >
      {personId === null ? (
        <PersonPicker label="Person" required {...form.field('person')} />
      ) : null}
      <FieldRow>
        <DateField label="First day" required {...form.field('startOn')} />
        <DateField label="Last day" {...form.field('endOn')} />
      </FieldRow>
      <CheckField label="Half days" {...form.field('isHalf')} />
      <TextField label="Note" description="Seen by everybody." {...form.field('note')} />
    </FormModal>
  );
}

type NewLeave = {
  readonly personId: PersonId;
  readonly startOn: CalendarDate;
  readonly endOn: CalendarDate;
  readonly note: string;
  readonly isHalf: boolean;
};

/** Says a leave, after showing what it moves; what only waits moves nothing yet. */
function useSayLeave(isDecided: boolean): (leave: NewLeave) => Promise<void> {
  const create = useLeaveWrite(leaves.create);
  return async ({ isHalf, ...days }) => {
    try {
      const isMoving = isDecided && !isHalf;
      const moved = isMoving ? await checkMoves([{ kind: 'add-leave', ...days }]) : 0;
      const { state } = await create.mutateAsync({ body: { ...days, isHalf } });
      const moves = formatCount(moved, { one: 'task has moved', many: 'tasks have moved' });
      const done = state === 'requested' ? 'Leave asked for' : 'Leave added';
      notifyDone({ message: moved > 0 ? `${done}; ${moves}` : done });
    } catch (thrown) {
      if (!(thrown instanceof SaveCancelled)) throw thrown;
    }
  };
}
