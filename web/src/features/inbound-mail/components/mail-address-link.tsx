import type { SubjectRef } from '@evenkeel/contract/subjects';
import { Button } from '@mantine/core';
import { IconMailForward } from '@tabler/icons-react';
import { useState } from 'react';
import { problemOf } from '../../../ui/form/problem.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { findMailAddress } from '../api.ts';

/** Copies the address that keeps forwarded mail on an account or a project. */
export function MailAddressLink({ subject }: { readonly subject: SubjectRef }) {
  const [isBusy, setBusy] = useState(false);
  const copy = async () => {
    setBusy(true);
    try {
      const address = await findMailAddress(subject);
      if (address === null) {
        notifyFailed({ message: 'This installation takes no mail yet: MAIL_DOMAIN is not set.' });
      } else {
        await navigator.clipboard.writeText(address).catch(() => undefined);
        notifyDone({ message: `Forward or copy mail to ${address}` });
      }
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
    setBusy(false);
  };
  return (
    <Button
      variant="subtle"
      leftSection={<IconMailForward size={15} />}
      loading={isBusy}
      title="What is forwarded or copied to this address is kept here, with its attachments"
      onClick={() => void copy()}
    >
      Mail address
    </Button>
  );
}
