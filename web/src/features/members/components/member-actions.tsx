import { type MemberView, members } from '@evenkeel/contract/members';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useSession } from '../../../lib/session.ts';
import { ConfirmDialog } from '../../../ui/form/confirm-dialog.tsx';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { useMemberWrite } from '../api.ts';
import { EditMemberModal } from './edit-member-modal.tsx';

/** What an administrator can do with one member. */
export function MemberActions({ member }: { readonly member: MemberView }) {
  const { member: own } = useSession();
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null);
  const update = useMemberWrite(members.update);
  const remove = useMemberWrite(members.remove);
  const isOff = member.state === 'deactivated';
  if (member.role === 'owner' && own.role !== 'owner') return null;
  const close = () => setOpen(null);
  const switchLogin = () =>
    update.mutate(
      {
        params: { id: member.id },
        version: member.version,
        body: { state: isOff ? 'active' : 'deactivated' },
      },
      {
        onSuccess: () =>
          notifyDone({
            message: isOff ? `${member.name} can sign in again` : `${member.name} was deactivated`,
          }),
        onError: (error) => notifyFailed({ message: error.message }),
      },
    );
  const takeOut = async () => {
    close();
    await remove.mutateAsync({ params: { id: member.id } }).then(
      () => notifyDone({ message: `${member.name} was removed` }),
      (error: Error) => notifyFailed({ message: error.message }),
    );
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={`Actions for ${member.name}`}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpen('edit')}>Role and person…</Menu.Item>
          <Menu.Item onClick={switchLogin}>{isOff ? 'Let sign in again' : 'Deactivate'}</Menu.Item>
          <Menu.Item onClick={() => setOpen('remove')}>Remove…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open === 'edit' ? <EditMemberModal member={member} onClose={close} /> : null}
      <ConfirmDialog
        opened={open === 'remove'}
        title={`Remove ${member.name}?`}
        confirmLabel="Remove"
        danger
        onConfirm={takeOut}
        onCancel={close}
      >
        They can no longer sign in to this workspace, and their API tokens stop working. What they
        did stays on record. You can invite them again.
      </ConfirmDialog>
    </>
  );
}
