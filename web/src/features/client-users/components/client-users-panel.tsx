import {
  type ClientInvitationView,
  type ClientInvited,
  type ClientUserView,
  clientUsers,
} from '@evenkeel/contract/client-users';
import { Button, Modal } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay } from '../../../lib/session.ts';
import { ConfirmDialog } from '../../../ui/form/confirm-dialog.tsx';
import { formatInstant } from '../../../ui/format/date.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useClientUsers, useClientUserWrite } from '../api.ts';
import { languageWords } from '../model.ts';
import styles from './client-users.module.css';
import {
  InviteClientModal,
  Invited,
  type InvitedContact,
  type InvitedTo,
} from './invite-client-modal.tsx';

type ClientUsersPanelProps = InvitedTo & { readonly contacts: readonly InvitedContact[] };

/** Who at the account may look at the portal, and who is invited to. */
export function ClientUsersPanel({ account, project, contacts }: ClientUsersPanelProps) {
  const found = useClientUsers(project ? { projectId: project.id } : { accountId: account.id });
  const mayInvite = useMay('manage');
  const [isInviting, setIsInviting] = useState(false);
  return (
    <Section
      title="Client users"
      note={`People at ${account.name} with a login to the portal.`}
      actions={
        mayInvite ? (
          <Button
            variant="default"
            leftSection={<IconUserPlus size={16} />}
            onClick={() => setIsInviting(true)}
          >
            Invite
          </Button>
        ) : null
      }
    >
      <Loaded found={found} what="the client users">
        {({ users, invitations }) =>
          users.length + invitations.length === 0 ? (
            <p className={styles['text']}>
              Nobody yet. Invite a contact: they see what is marked visible, and nothing else.
            </p>
          ) : (
            <ul className={styles['list']}>
              {users.map((user) => (
                <User key={user.id} user={user} mayEnd={mayInvite} />
              ))}
              {invitations.map((one) => (
                <Invitation key={one.id} invitation={one} mayChange={mayInvite} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {isInviting ? (
        <InviteClientModal
          account={account}
          project={project}
          contacts={contacts}
          onClose={() => setIsInviting(false)}
        />
      ) : null}
    </Section>
  );
}

function User({ user, mayEnd }: { readonly user: ClientUserView; readonly mayEnd: boolean }) {
  const seen = user.lastSeenAt ? `last here ${formatInstant(user.lastSeenAt)}` : 'not here yet';
  return (
    <>
      {user.access.map((access) => (
        <li key={access.id} className={styles['line']}>
          <div className={styles['who']}>
            <div className={styles['name']}>{user.name}</div>
            <div className={styles['meta']}>
              {user.email} · {languageWords[user.language]} · {seen}
            </div>
          </div>
          <span className={styles['meta']}>
            {access.project ? `${access.project.name} only` : `All of ${access.account.name}`}
          </span>
          {mayEnd ? <EndAccess user={user} id={access.id} /> : null}
        </li>
      ))}
    </>
  );
}

type EndAccessProps = {
  readonly user: ClientUserView;
  readonly id: ClientUserView['access'][number]['id'];
};

function EndAccess({ user, id }: EndAccessProps) {
  const [isAsking, setIsAsking] = useState(false);
  const revoke = useClientUserWrite(clientUsers.revokeAccess);
  const end = async () => {
    setIsAsking(false);
    await revoke.mutateAsync({ params: { id } }).then(
      () => notifyDone({ message: `Access of ${user.name} ended` }),
      (error: Error) => notifyFailed({ message: error.message }),
    );
  };
  return (
    <>
      <Button
        size="xs"
        variant="default"
        aria-label={`End access of ${user.name}`}
        onClick={() => setIsAsking(true)}
      >
        End access
      </Button>
      <ConfirmDialog
        opened={isAsking}
        title={`End the access of ${user.name}?`}
        confirmLabel="End access"
        danger
        onConfirm={end}
        onCancel={() => setIsAsking(false)}
      >
        They see nothing of it any more, at once. What they wrote stays. You can invite them again.
      </ConfirmDialog>
    </>
  );
}

type InvitationProps = {
  readonly invitation: ClientInvitationView;
  readonly mayChange: boolean;
};

function Invitation({ invitation, mayChange }: InvitationProps) {
  const { id, email, account, project, contact, invitedBy, isExpired, expiresAt } = invitation;
  const [made, setMade] = useState<ClientInvited | null>(null);
  const invite = useClientUserWrite(clientUsers.invite);
  const revoke = useClientUserWrite(clientUsers.revokeInvitation);
  const onError = (error: Error) => notifyFailed({ message: error.message });
  const body = {
    email,
    accountId: account.id,
    projectId: project?.id ?? null,
    contactId: contact?.id ?? null,
    language: invitation.language,
  };
  const takeBack = () =>
    revoke.mutate(
      { params: { id } },
      { onSuccess: () => notifyDone({ message: `Invitation of ${email} taken back` }), onError },
    );
  return (
    <li className={styles['line']}>
      <div className={styles['who']}>
        <div className={styles['name']}>{email}</div>
        <div className={styles['meta']}>
          Invited by {invitedBy} ·{' '}
          {isExpired ? 'expired' : `open until ${formatInstant(expiresAt)}`}
        </div>
      </div>
      <span className={styles['meta']}>
        {project ? `${project.name} only` : `All of ${account.name}`}
      </span>
      {mayChange ? (
        <>
          <Button
            size="xs"
            variant="default"
            loading={invite.isPending}
            onClick={() => invite.mutate({ body }, { onSuccess: setMade, onError })}
          >
            New link
          </Button>
          <Button size="xs" variant="default" loading={revoke.isPending} onClick={takeBack}>
            Take back
          </Button>
        </>
      ) : null}
      <Modal opened={made !== null} onClose={() => setMade(null)} title="New link" size={480}>
        {made ? <Invited made={made} onClose={() => setMade(null)} /> : null}
      </Modal>
    </li>
  );
}
