import type { MemberRole } from '@evenkeel/contract/identity';
import { type MemberView, members } from '@evenkeel/contract/members';
import { useSession } from '../../../lib/session.ts';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { PersonPicker, type PickedPerson } from '../../people/components/person-picker.tsx';
import { useMemberWrite } from '../api.ts';
import { grantableRoles, roleWords } from '../model.ts';

type Values = { role: MemberRole | null; personId: PickedPerson | null };

type EditMemberModalProps = { readonly member: MemberView; readonly onClose: () => void };

/** What a member may do, and whose time it plans. */
export function EditMemberModal({ member, onClose }: EditMemberModalProps) {
  const { member: own } = useSession();
  const update = useMemberWrite(members.update);
  const form = useRecordForm<Values>({
    initialValues: { role: member.role, personId: member.person },
    onSubmit: async ({ role, personId }) => {
      await update.mutateAsync({
        params: { id: member.id },
        version: member.version,
        body: { ...(role ? { role } : {}), personId: personId?.id ?? null },
      });
      notifyDone({ message: `${member.name} changed` });
      onClose();
    },
  });
  const { role } = form.form.getValues();
  return (
    <FormModal opened title={member.name} submitLabel="Save" form={form} onClose={onClose}>
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
      <PersonPicker
        label="Person"
        description="Whose capacity and time entries this login stands for."
        {...form.field('personId')}
      />
    </FormModal>
  );
}
