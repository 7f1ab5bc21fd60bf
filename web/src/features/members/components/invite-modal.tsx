import type { MemberRole } from '@evenkeel/contract/identity';
import { type InvitationMade, members } from '@evenkeel/contract/members';
import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../../../lib/session.ts';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { FormFrame } from '../../../ui/form/form-frame.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { useMemberWrite } from '../api.ts';
import { grantableRoles, roleWords } from '../model.ts';
import { InvitationLink } from './invitation-made.tsx';

type Values = { email: string; role: MemberRole | null };

/** Invites by address and role; then shows the link, which is not kept. */
export function InviteModal({ onClose }: { readonly onClose: () => void }) {
  const [made, setMade] = useState<InvitationMade | null>(null);
  const { member: own } = useSession();
  const invite = useMemberWrite(members.invite);
  const form = useRecordForm<Values>({
    initialValues: { email: '', role: 'member' },
    validate: {
      email: (email) => (email.includes('@') ? null : 'Write an e-mail address.'),
    },
    onSubmit: async ({ email, role }) =>
      setMade(await invite.mutateAsync({ body: { email, role: role ?? 'member' } })),
  });
  const { role } = form.form.getValues();
  return (
    <Modal opened onClose={onClose} title="Invite a member" size={480}>
      {made ? (
        <InvitationLink made={made} onClose={onClose} />
      ) : (
        <FormFrame form={form} submitLabel="Invite" onCancel={onClose}>
          <TextField
            label="E-mail"
            type="email"
            autoComplete="off"
            required
            autoFocus
            {...form.field('email')}
          />
          <ChoiceField
            label="Role"
            required
            description={role ? roleWords[role].may : undefined}
            choices={grantableRoles(own.role).map((value) => ({
              value,
              label: roleWords[value].label,
            }))}
            {...form.field('role')}
          />
        </FormFrame>
      )}
    </Modal>
  );
}
