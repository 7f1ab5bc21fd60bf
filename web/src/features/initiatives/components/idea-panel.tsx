import { initiatives } from '@evenkeel/contract/initiatives';
import { useState } from 'react';
import { useMay } from '../../../lib/session.ts';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextAreaField, TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { useShortcut } from '../../../ui/shortcut/use-shortcut.ts';
import { useInitiativeWrite } from '../api.ts';

/** Takes in a candidate for an initiative from any page, without leaving it (ST-08). */
export function IdeaPanel() {
  const [isOpen, setOpen] = useState(false);
  useShortcut({
    keys: 'i',
    label: 'Note an idea for an initiative',
    group: 'Anywhere',
    run: () => setOpen(true),
    enabled: useMay('write'),
  });
  return isOpen ? <IdeaForm onClose={() => setOpen(false)} /> : null;
}

function IdeaForm({ onClose }: { readonly onClose: () => void }) {
  const create = useInitiativeWrite(initiatives.create);
  const form = useRecordForm<{ name: string; businessNeed: string }>({
    initialValues: { name: '', businessNeed: '' },
    validate: { name: (name) => (name.trim() === '' ? 'Say what you have in mind.' : null) },
    onSubmit: async (body) => {
      const { name } = await create.mutateAsync({ body });
      notifyDone({ message: `“${name}” stands among the considered initiatives` });
      onClose();
    },
  });
  return (
    <FormModal
      title="Idea for an initiative"
      opened
      onClose={onClose}
      form={form}
      submitLabel="Note idea"
      footer={
        <AppLink href="/initiatives/funnel" onClick={onClose}>
          See the funnel
        </AppLink>
      }
    >
      <TextField label="Idea" required autoFocus {...form.field('name')} />
      <TextAreaField
        label="Why the firm needs it"
        placeholder="A sentence is enough. It is considered with the others."
        minRows={2}
        {...form.field('businessNeed')}
      />
    </FormModal>
  );
}
