import type { ImportId } from '@evenkeel/core/id';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../../ui/form/confirm-dialog.tsx';
import { useOpen } from '../../../ui/navigation/use-open.ts';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { removeImport } from '../api.ts';

/** Throws an import away, of whatever kind, before anything of it has come in. */
export function DiscardPanel({ id }: { readonly id: ImportId }) {
  const open = useOpen();
  const [isAsking, setAsking] = useState(false);
  const discard = async () => {
    try {
      await removeImport(id);
      open('/import');
    } catch (error) {
      notifyFailed({ message: error instanceof Error ? error.message : 'It was not discarded.' });
    }
  };
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        Discard
      </Button>
      <ConfirmDialog
        opened={isAsking}
        title="Discard this import?"
        confirmLabel="Discard"
        danger
        onConfirm={discard}
        onCancel={() => setAsking(false)}
      >
        Its files and choices are thrown away. Nothing of it has come in.
      </ConfirmDialog>
    </>
  );
}
