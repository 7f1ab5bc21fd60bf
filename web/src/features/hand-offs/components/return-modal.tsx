import { type HandOffView, handOffs } from '@evenkeel/contract/hand-offs';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextAreaField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { useHandOffWrite } from '../api.ts';

type ReturnModalProps = { readonly handOff: HandOffView; readonly onClose: () => void };

/** Gives a hand-off back to sales. Mount it while it is open. */
export function ReturnModal({ handOff, onClose }: ReturnModalProps) {
  const giveBack = useHandOffWrite(handOffs.return);
  const propose = useHandOffWrite(handOffs.propose);
  const params = { id: handOff.id };
  const form = useRecordForm({
    initialValues: { reason: '' },
    validate: { reason: (reason) => (reason.trim() === '' ? 'Say what is missing.' : null) },
    onSubmit: async ({ reason }) => {
      const { version } = await giveBack.mutateAsync({
        params,
        version: handOff.version,
        body: { reason },
      });
      const undo = async () => void (await propose.mutateAsync({ params, version }));
      notifyDone({ message: `${handOff.deal.name} returned to sales`, undo });
      onClose();
    },
  });
  return (
    <FormModal
      opened
      title="Return the hand-off to sales"
      submitLabel="Return"
      form={form}
      onClose={onClose}
    >
      <TextAreaField
        label="What is missing or wrong"
        description="Sales sees it on the deal, and proposes again once it is mended."
        required
        autoFocus
        {...form.field('reason')}
      />
    </FormModal>
  );
}
