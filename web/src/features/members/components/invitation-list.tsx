import { type InvitationMade, type InvitationView, members } from '@evenkeel/contract/members';
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { formatInstant } from '../../../ui/format/date.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { useMemberWrite } from '../api.ts';
import { roleWords } from '../model.ts';
import { InvitationLink } from './invitation-made.tsx';
import styles from './members.module.css';

/** Open invitations, each with a new link or an end. */
export function InvitationList(props: { readonly invitations: readonly InvitationView[] }) {
  const [made, setMade] = useState<InvitationMade | null>(null);
  return (
    <>
      <ul className={styles['list']}>
        {props.invitations.map((invitation) => (
          <Invitation key={invitation.id} invitation={invitation} onRenewed={setMade} />
        ))}
      </ul>
      <Modal opened={made !== null} onClose={() => setMade(null)} title="New link" size={480}>
        {made ? <InvitationLink made={made} onClose={() => setMade(null)} /> : null}
      </Modal>
    </>
  );
}

type InvitationProps = {
  readonly invitation: InvitationView;
  readonly onRenewed: (made: InvitationMade) => void;
};

function Invitation({ invitation, onRenewed }: InvitationProps) {
  const { id, email, role, invitedBy, isExpired, expiresAt } = invitation;
  const invite = useMemberWrite(members.invite);
  const revoke = useMemberWrite(members.revokeInvitation);
  const onError = (error: Error) => notifyFailed({ message: error.message });
  const renew = () => invite.mutate({ body: { email, role } }, { onSuccess: onRenewed, onError });
  const takeBack = () =>
    revoke.mutate(
      { params: { id } },
      { onSuccess: () => notifyDone({ message: `Invitation of ${email} taken back` }), onError },
    );
  return (
    <li className={styles['invitation']}>
      <div className={styles['who-text']}>
        <div className={styles['name']}>{email}</div>
        <div className={styles['meta']}>
          {roleWords[role].label}, invited by {invitedBy} ·{' '}
          {isExpired ? 'expired' : `open until ${formatInstant(expiresAt)}`}
        </div>
      </div>
      <Button size="xs" variant="default" loading={invite.isPending} onClick={renew}>
        New link
      </Button>
      <Button size="xs" variant="default" loading={revoke.isPending} onClick={takeBack}>
        Take back
      </Button>
    </li>
  );
}
