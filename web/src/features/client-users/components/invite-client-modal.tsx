import { type ClientInvited, clientUsers } from '@evenkeel/contract/client-users';
import type { AccountId, ContactId, ProjectId } from '@evenkeel/core/id';
import { type PortalLanguage, portalLanguages } from '@evenkeel/core/words/language';
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { CopyBox } from '../../../ui/copy/copy-box.tsx';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { FormFrame } from '../../../ui/form/form-frame.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { useClientUserWrite } from '../api.ts';
import { languageWords } from '../model.ts';
import styles from './client-users.module.css';

export type InvitedTo = {
  readonly account: { readonly id: AccountId; readonly name: string };
  readonly project: { readonly id: ProjectId; readonly name: string } | null;
};

/** A contact who may be invited: their address stands in the form at once. */
export type InvitedContact = {
  readonly id: ContactId;
  readonly name: string;
  readonly email: string | null;
};

type InviteClientModalProps = InvitedTo & {
  readonly contacts: readonly InvitedContact[];
  readonly onClose: () => void;
};

type Reach = 'project' | 'account';
type Values = {
  contact: ContactId | null;
  email: string;
  reach: Reach | null;
  language: PortalLanguage | null;
};

/** Invites somebody of the account to one project or to all of it; then shows the link. */
export function InviteClientModal(props: InviteClientModalProps) {
  const { account, project, contacts, onClose } = props;
  const [made, setMade] = useState<ClientInvited | null>(null);
  const invite = useClientUserWrite(clientUsers.invite);
  const form = useRecordForm<Values>({
    initialValues: {
      contact: null,
      email: '',
      reach: project ? 'project' : 'account',
      language: null,
    },
    validate: {
      email: (email) => (email.includes('@') ? null : 'Write an e-mail address.'),
    },
    onSubmit: async ({ email, reach, language, contact }) =>
      setMade(
        await invite.mutateAsync({
          body: {
            email,
            accountId: account.id,
            projectId: reach === 'project' ? (project?.id ?? null) : null,
            contactId: contact,
            language,
          },
        }),
      ),
  });
  const pickContact = (id: ContactId | null) => {
    form.form.setFieldValue('contact', () => id);
    const email = contacts.find((one) => one.id === id)?.email;
    if (email) form.form.setFieldValue('email', () => email);
  };
  return (
    <Modal opened onClose={onClose} title="Invite a client user" size={480}>
      {made ? (
        <Invited made={made} onClose={onClose} />
      ) : (
        <FormFrame form={form} submitLabel="Invite" onCancel={onClose}>
          {contacts.length > 0 ? (
            <ChoiceField
              label="Contact"
              choices={contacts.map(({ id, name }) => ({ value: id, label: name }))}
              {...form.field('contact')}
              onChange={pickContact}
            />
          ) : null}
          <TextField
            label="E-mail"
            type="email"
            autoComplete="off"
            required
            autoFocus
            {...form.field('email')}
          />
          {project ? (
            <ChoiceField
              label="Sees"
              required
              choices={[
                { value: 'project', label: `${project.name} only` },
                { value: 'account', label: `Every opened project of ${account.name}` },
              ]}
              {...form.field('reach')}
            />
          ) : null}
          <ChoiceField
            label="Language"
            description="Empty: that of the contact, else of the account."
            choices={portalLanguages.map((value) => ({ value, label: languageWords[value] }))}
            {...form.field('language')}
          />
        </FormFrame>
      )}
    </Modal>
  );
}

/** What the invitation led to: a link, shown this once, or access at once. */
export function Invited({
  made,
  onClose,
}: {
  readonly made: ClientInvited;
  readonly onClose: () => void;
}) {
  const { email, link, isMailed } = made;
  return (
    <>
      <p className={styles['text']}>
        {link === null
          ? `${email} is a client user already and sees it from now on.`
          : `${isMailed ? `${email} gets a mail with this link.` : `This server sends no mail. Hand this link to ${email} yourself.`} It is open for 30 days and is not shown again.`}
      </p>
      {link === null ? null : <CopyBox text={link} label="invitation link" />}
      <div className={styles['buttons']}>
        <Button data-autofocus onClick={onClose}>
          Done
        </Button>
      </div>
    </>
  );
}
