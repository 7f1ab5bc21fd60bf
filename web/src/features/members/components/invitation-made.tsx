import type { InvitationMade } from '@evenkeel/contract/members';
import { Button } from '@mantine/core';
import { CopyBox } from '../../../ui/copy/copy-box.tsx';
import styles from './members.module.css';

type InvitationLinkProps = { readonly made: InvitationMade; readonly onClose: () => void };

/** The link of a new invitation: mailed where a mail server is set, else to be handed over. */
export function InvitationLink({ made, onClose }: InvitationLinkProps) {
  const { invitation, link, isMailed } = made;
  return (
    <>
      <p className={styles['text']}>
        {isMailed
          ? `${invitation.email} gets a mail with this link.`
          : `This server sends no mail. Hand this link to ${invitation.email} yourself.`}{' '}
        It is open for seven days and is not shown again.
      </p>
      <CopyBox text={link} label="invitation link" />
      <div className={styles['buttons']}>
        <Button data-autofocus onClick={onClose}>
          Done
        </Button>
      </div>
    </>
  );
}
