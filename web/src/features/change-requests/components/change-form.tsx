import { type ChangeRequestView, changeRequests } from '@evenkeel/contract/change-requests';
import type { ProjectId } from '@evenkeel/core/id';
import { money } from '@evenkeel/core/money';
import { useSession } from '../../../lib/session.ts';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { MoneyField } from '../../../ui/form/number-fields.tsx';
import { TextAreaField, TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { useChangeWrite } from '../api.ts';
import { WorkField, type WorkLine } from './work-field.tsx';

type ChangeFormProps = {
  readonly projectId: ProjectId;
  /** The one that is changed; a new one of ours without it. */
  readonly change?: ChangeRequestView;
  readonly onClose: () => void;
};

/** What is wanted, and the work it takes. Mount it while it is open. */
export function ChangeForm({ projectId, change, onClose }: ChangeFormProps) {
  const { currency } = useSession().workspace;
  const create = useChangeWrite(changeRequests.create);
  const update = useChangeWrite(changeRequests.update);
  const given = change?.givenPrice ?? null;
  const form = useRecordForm({
    initialValues: {
      name: change?.name ?? '',
      wanted: change?.wanted ?? '',
      work: (change?.work ?? []) as readonly WorkLine[],
      price: given === null ? null : money(given, currency),
    },
    validate: {
      name: (text) => (text.trim() === '' ? 'Say what is to be different.' : null),
      work: (lines) =>
        lines.some(({ name }) => name.trim() === '') ? 'Each piece of work needs a name.' : null,
    },
    onSubmit: async ({ work, price, ...texts }) => {
      const body = { ...texts, work: [...work], givenPrice: price?.minor ?? null };
      if (change) {
        await update.mutateAsync({ params: { id: change.id }, version: change.version, body });
      } else {
        await create.mutateAsync({ body: { ...body, projectId } });
      }
      onClose();
    },
  });
  return (
    <FormModal
      opened
      size={880}
      title={change ? 'Change request' : 'Ask for a change'}
      submitLabel={change ? 'Save' : 'Add'}
      form={form}
      onClose={onClose}
    >
      <TextField label="What is to be different" required autoFocus {...form.field('name')} />
      <TextAreaField label="In words, for both sides" {...form.field('wanted')} />
      <WorkField label="The work it takes" projectId={projectId} {...form.field('work')} />
      <MoneyField
        label="Price"
        description="Empty: hours by the rate card."
        currency={currency}
        {...form.field('price')}
      />
    </FormModal>
  );
}
