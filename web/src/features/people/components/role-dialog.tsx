import { type RoleView, roles } from '@evenkeel/contract/people';
import type { Money } from '@evenkeel/core/money';
import { Button, Modal } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useSession } from '../../../lib/session.ts';
import { useReturnFocus } from '../../../ui/focus/use-return-focus.ts';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { MoneyField } from '../../../ui/form/number-fields.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { usePeopleWrite } from '../api.ts';
import styles from './people.module.css';
import { RoleRates } from './role-rates.tsx';

type Values = { name: string; costRate: Money | null; billRate: Money | null };

/** A new role with its first standard rates. Mount it while it is open. */
export function NewRoleForm({ onClose }: { readonly onClose: () => void }) {
  const { currency } = useSession().workspace;
  const create = usePeopleWrite(roles.create);
  const form = useRecordForm<Values>({
    initialValues: { name: '', costRate: null, billRate: null },
    validate: {
      name: (name) => (name.trim() === '' ? 'A role needs a name.' : null),
      costRate: (rate) => (rate === null ? 'Say what an hour costs.' : null),
      billRate: (rate) => (rate === null ? 'Say what an hour is sold for.' : null),
    },
    onSubmit: async ({ name, costRate, billRate }) => {
      if (!costRate || !billRate) return;
      const body = { name, costRate: costRate.minor, billRate: billRate.minor };
      await create.mutateAsync({ body });
      notifyDone({ message: `Role ${name} added` });
      onClose();
    },
  });
  const { field } = form;
  return (
    <FormModal title="New role" opened onClose={onClose} form={form} submitLabel="Add role">
      <TextField label="Name" required autoFocus {...field('name')} />
      <FieldRow>
        <MoneyField label="Cost per hour" required currency={currency} {...field('costRate')} />
        <MoneyField label="Bill per hour" required currency={currency} {...field('billRate')} />
      </FieldRow>
      <p className={styles['note']}>
        Standard rates count for everybody with this role who has no rates of their own.
      </p>
    </FormModal>
  );
}

/** A role: its name, and its standard rates over time. */
export function RoleDialog({ role, onClose }: { role: RoleView; onClose: () => void }) {
  const update = usePeopleWrite(roles.update);
  const remove = usePeopleWrite(roles.remove);
  useReturnFocus();
  const discard = async () => {
    try {
      await remove.mutateAsync({ params: { id: role.id } });
      notifyDone({ message: `Role ${role.name} deleted` });
      onClose();
    } catch (error) {
      notifyFailed({ message: error instanceof Error ? error.message : 'Nothing was deleted.' });
    }
  };
  return (
    <Modal opened onClose={onClose} title={role.name} size={560}>
      <div className={styles['dialog']}>
        <Autosave
          name="name"
          value={role.name}
          save={(name) =>
            update.mutateAsync({ params: { id: role.id }, version: role.version, body: { name } })
          }
        >
          {(field) => <TextField label="Name" required {...field} />}
        </Autosave>
        <RoleRates role={role} />
        <div>
          <Button
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={15} />}
            onClick={() => void discard()}
          >
            Delete the role
          </Button>
        </div>
      </div>
    </Modal>
  );
}
