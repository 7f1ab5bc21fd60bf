import { type LeaveView, leaves } from '@evenkeel/contract/leaves';
import { FormModal } from '../../../../ui/form/form-modal.tsx';
import { TextField } from '../../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../../ui/form/use-record-form.ts';
import { notifyDone } from '../../../../ui/notify/notify.tsx';
import { useLeaveWrite } from '../api.ts';

type RefusalFormProps = { readonly leave: LeaveView; readonly onClose: () => void };

/** Why a leave is refused, for whoever asked. Mount it while it is open. */
export function RefusalForm({ leave, onClose }: RefusalFormProps) {
  const decide = useLeaveWrite(leaves.decide);
  const form = useRecordForm({
    initialValues: { reason: '' },
    validate: {
      reason: (reason) =>
        reason.trim() === '' ? 'Say why, so that they can ask for other days.' : null,
    },
    onSubmit: async ({ reason }) => {
      await decide.mutateAsync({
        params: { id: leave.id },
        version: leave.version,
        body: { step: 'refuse', reason },
      });
      notifyDone({ message: `The leave of ${leave.person.name} is refused` });
      onClose();
    },
  });
  return (
    <FormModal
      opened
      title={`Refuse the leave of ${leave.person.name}`}
      submitLabel="Refuse"
      form={form}
      onClose={onClose}
    >
      <TextField label="Reason" required autoFocus {...form.field('reason')} />
    </FormModal>
  );
}
