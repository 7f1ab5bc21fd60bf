import {
  type ClientStakeholderView,
  clientStakeholders,
} from '@evenkeel/contract/client-stakeholders';
import type { ClientProjectView } from '@evenkeel/contract/projects';
import {
  type ContactChannel,
  channelLabels,
  contactChannels,
} from '@evenkeel/core/contacts/channel';
import { type StakeholderPart, stakeholderParts } from '@evenkeel/core/deals/stakeholders';
import type { ContactId } from '@evenkeel/core/id';
import { type StakeholderLevel, usualPlace } from '@evenkeel/core/stakeholders/stakeholder-grid';
import { stakeholderPartLabels } from '../../../lib/stakeholder-words.ts';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { NumberField } from '../../../ui/form/number-fields.tsx';
import { TextAreaField, TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { ContactPicker, type PickedContact } from '../../contacts/components/contacts-picker.tsx';
import { useStakeholderWrite } from '../api.ts';

type StakeholderFormProps = {
  readonly project: ClientProjectView;
  /** Null for a new one. */
  readonly stakeholder: ClientStakeholderView | null;
  readonly others: readonly { readonly id: ContactId; readonly name: string }[];
  readonly onClose: () => void;
};

type Values = {
  contact: PickedContact | null;
  part: StakeholderPart | null;
  note: string;
  influence: StakeholderLevel | null;
  interest: StakeholderLevel | null;
  needs: string;
  channel: ContactChannel | null;
  everyDays: number | null;
  interpreter: string;
};

const levels: { value: StakeholderLevel; label: string }[] = [
  { value: 'high', label: 'High' },
  { value: 'low', label: 'Low' },
];

/** A stakeholder: their part, influence and interest, what they need and how they want to hear. */
export function StakeholderForm({ project, stakeholder, others, onClose }: StakeholderFormProps) {
  const add = useStakeholderWrite(clientStakeholders.add);
  const update = useStakeholderWrite(clientStakeholders.update);
  const [first] = others;
  const form = useRecordForm<Values>({
    initialValues: stakeholder
      ? { ...draftOf(stakeholder), contact: stakeholder.contact }
      : { ...blank, contact: first ? { id: first.id, name: first.name } : null },
    validate: {
      contact: (picked) => (picked === null ? 'Say who.' : null),
      part: (picked) => (picked === null ? 'Say which.' : null),
    },
    onSubmit: async ({ contact, part, influence, interest, ...rest }) => {
      if (contact === null || part === null) return;
      const usual = usualPlace(part);
      const body = {
        ...rest,
        part,
        influence: influence ?? usual.influence,
        interest: interest ?? usual.interest,
      };
      if (stakeholder) {
        const { id, version } = stakeholder;
        await update.mutateAsync({ params: { id }, version, body });
      } else {
        const params = { id: project.id };
        await add.mutateAsync({ params, body: { ...body, contactId: contact.id } });
      }
      onClose();
    },
  });
  return (
    <FormModal
      opened
      title={stakeholder ? stakeholder.contact.name : 'Add a stakeholder'}
      submitLabel={stakeholder ? 'Save' : 'Add'}
      form={form}
      onClose={onClose}
    >
      {stakeholder ? null : (
        <ContactPicker
          label="Contact"
          required
          accountId={project.account?.id ?? null}
          {...form.field('contact')}
        />
      )}
      <FieldRow>
        <ChoiceField
          label="Part"
          required
          choices={stakeholderParts.map((value) => ({
            value,
            label: stakeholderPartLabels[value],
          }))}
          {...form.field('part')}
        />
        <TextField
          label="Role in the project"
          placeholder="Leads the pilot"
          {...form.field('note')}
        />
      </FieldRow>
      <FieldRow>
        <ChoiceField
          label="Influence"
          placeholder="As the part says"
          choices={levels}
          {...form.field('influence')}
        />
        <ChoiceField
          label="Interest"
          placeholder="As the part says"
          choices={levels}
          {...form.field('interest')}
        />
      </FieldRow>
      <TextAreaField
        label="What they need from this project"
        placeholder="Numbers for the board by the fifth of each month"
        {...form.field('needs')}
      />
      <FieldRow>
        <ChoiceField
          label="How they want to hear"
          placeholder="As the contact’s record says"
          choices={contactChannels.map((value) => ({ value, label: channelLabels[value] }))}
          {...form.field('channel')}
        />
        <NumberField
          label="How often"
          unit="days"
          whole
          minimum={1}
          maximum={366}
          {...form.field('everyDays')}
        />
      </FieldRow>
      <TextField
        label="Interpreter"
        placeholder="Who, for which occasions; empty when none is needed"
        {...form.field('interpreter')}
      />
    </FormModal>
  );
}

const blank = {
  part: 'uses',
  note: '',
  influence: null,
  interest: null,
  needs: '',
  channel: null,
  everyDays: null,
  interpreter: '',
} as const;

/** What the register holds of somebody, to put them back as they were. */
export function draftOf(row: ClientStakeholderView) {
  const { part, note, influence, interest, needs, channel, everyDays, interpreter } = row;
  return { part, note, influence, interest, needs, channel, everyDays, interpreter };
}
