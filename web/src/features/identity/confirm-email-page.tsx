import { useState } from 'react';
import { Entrance } from '../../ui/entrance/entrance.tsx';
import { EntranceForm } from '../../ui/entrance/entrance-form.tsx';
import { useRecordForm } from '../../ui/form/use-record-form.ts';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { confirmEmailChange } from './api.ts';

/**
 * Behind the link of the mail. Programs that look through mail open links, so it takes a press of
 * the button to change anything.
 */
export function ConfirmEmailPage() {
  const [email, setEmail] = useState<string | null>(null);
  const link = window.location.hash.slice(1);
  const form = useRecordForm({
    initialValues: {},
    onSubmit: async () => {
      setEmail((await confirmEmailChange(link)).email);
    },
  });
  const below = <AppLink href="/">Go to the start page</AppLink>;
  if (email !== null) {
    return (
      <Entrance
        title="Your address is changed"
        lead={<p role="status">From now on you sign in with {email}.</p>}
        below={below}
      />
    );
  }
  if (link === '') {
    return (
      <Entrance
        title="This link is not complete"
        lead="Open the link from the mail again, or ask for a new one in your settings."
        below={below}
      />
    );
  }
  return (
    <Entrance
      title="Confirm your new address"
      lead="It becomes the address you sign in with."
      below={below}
    >
      <EntranceForm form={form} submitLabel="Change my address">
        {null}
      </EntranceForm>
    </Entrance>
  );
}
