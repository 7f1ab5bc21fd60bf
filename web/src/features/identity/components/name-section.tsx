import { identity } from '@evenkeel/contract/identity';
import { useSession } from '../../../lib/session.ts';
import { FormFrame } from '../../../ui/form/form-frame.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { useIdentityWrite } from '../api.ts';
import styles from './profile.module.css';

/** The name others see beside what one does. */
export function NameSection() {
  const { user } = useSession();
  const change = useIdentityWrite(identity.changeName);
  const form = useRecordForm({
    initialValues: { name: user.name },
    validate: { name: (name) => (name.trim() === '' ? 'Your name is needed.' : null) },
    onSubmit: async (body) => {
      await change.mutateAsync({ body });
      notifyDone({ message: 'Name changed' });
    },
  });
  return (
    <Section title="Profile">
      <div className={styles['narrow']}>
        <FormFrame form={form} submitLabel="Save name">
          <TextField label="Name" autoComplete="name" required {...form.field('name')} />
        </FormFrame>
      </div>
    </Section>
  );
}
