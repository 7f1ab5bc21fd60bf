import type { TimerView } from '@evenkeel/contract/time';
import { Button } from '@mantine/core';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { EffortField } from '../../../ui/form/number-fields.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { formatInstant } from '../../../ui/format/date.ts';
import { useTimer } from '../api.ts';
import { workName } from '../model.ts';

type StopDialogProps = { readonly timer: TimerView; readonly onClose: () => void };

/** Asks how long was really worked when a timer ran too long to be believed, or for a day. */
export function StopDialog({ timer, onClose }: StopDialogProps) {
  const { stop, discard } = useTimer();
  const form = useRecordForm<{ worked: number | null }>({
    initialValues: { worked: null },
    validate: {
      worked: (minutes) => (minutes ? null : 'Say how long you worked, or discard the timer.'),
    },
    onSubmit: async ({ worked }) => {
      await stop(new Date(Date.parse(timer.startedAt) + (worked ?? 0) * 60_000));
      onClose();
    },
  });
  return (
    <FormModal
      title="How long did you work?"
      opened
      onClose={onClose}
      form={form}
      submitLabel="Log it"
      size={420}
      footer={
        <Button
          variant="subtle"
          color="red"
          onClick={() => {
            void discard();
            onClose();
          }}
        >
          Discard
        </Button>
      }
    >
      <p>
        The timer on {workName(timer)} was started on {formatInstant(timer.startedAt)} and still
        runs.
      </p>
      <EffortField label="Worked from then" required autoFocus {...form.field('worked')} />
    </FormModal>
  );
}
