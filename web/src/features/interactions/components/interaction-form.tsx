import type { InteractionView } from '@evenkeel/contract/interactions';
import { interactions } from '@evenkeel/contract/interactions';
import { interactionLabels } from '@evenkeel/core/interactions/interaction';
import { Button, SegmentedControl } from '@mantine/core';
import { useSession } from '../../../lib/session.ts';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextAreaField, TextField } from '../../../ui/form/text-field.tsx';
import { type RecordForm, useRecordForm } from '../../../ui/form/use-record-form.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { AccountPicker } from '../../accounts/components/account-picker.tsx';
import { ContactsPicker } from '../../contacts/components/contacts-picker.tsx';
import { PeoplePicker } from '../../people/components/people-picker.tsx';
import { PersonPicker } from '../../people/components/person-picker.tsx';
import { restoreInteraction, useInteractionWrite } from '../api.ts';
import {
  bodyOf,
  directionChoices,
  type InteractionValues,
  kindChoices,
  type LogContext,
  newValues,
  valuesOf,
} from '../model.ts';
import styles from './timeline.module.css';

/** Logs a call, a mail, a meeting or a note. Mount it while it is open. */
export function LogInteractionModal(props: {
  readonly context: LogContext;
  readonly onClose: () => void;
}) {
  const { context, onClose } = props;
  const { user, member } = useSession();
  const create = useInteractionWrite(interactions.create);
  const me = member.personId ? { id: member.personId, name: user.name } : null;
  const form = useRecordForm<InteractionValues>({
    initialValues: newValues(context, me),
    validate: { name: missingName },
    onSubmit: async (values) => {
      await create.mutateAsync({
        body: {
          ...bodyOf(values),
          ...(context.deal ? { dealId: context.deal.id } : {}),
          ...(context.project ? { projectId: context.project.id } : {}),
        },
      });
      notifyDone({ message: `${interactionLabels[values.kind]} logged` });
      onClose();
    },
  });
  const about = context.deal ?? context.project;
  return (
    <FormModal
      opened
      title={about ? `Log on ${about.name}` : 'Log a call, e-mail, meeting or note'}
      submitLabel="Log"
      size={600}
      form={form}
      onClose={onClose}
    >
      <InteractionFields form={form} />
    </FormModal>
  );
}

/** Changes what was logged, or throws it away. Mount it while it is open. */
export function EditInteractionModal(props: {
  readonly interaction: InteractionView;
  readonly mayWrite: boolean;
  readonly onClose: () => void;
}) {
  const { interaction, mayWrite, onClose } = props;
  const update = useInteractionWrite(interactions.update);
  const remove = useInteractionWrite(interactions.remove);
  const params = { id: interaction.id };
  const form = useRecordForm<InteractionValues>({
    initialValues: valuesOf(interaction),
    validate: { name: missingName },
    onSubmit: async (values) => {
      await update.mutateAsync({ params, version: interaction.version, body: bodyOf(values) });
      onClose();
    },
  });
  const putAway = async () => {
    await remove.mutateAsync({ params });
    onClose();
    notifyDone({
      message: `${interaction.name} moved to the trash`,
      undo: async () => void (await restoreInteraction(interaction.id)),
    });
  };
  return (
    <FormModal
      opened
      title={interactionLabels[interaction.kind]}
      submitLabel="Save"
      size={600}
      form={form}
      onClose={onClose}
      footer={
        mayWrite ? (
          <Button variant="subtle" color="gray" onClick={() => void putAway()}>
            Move to the trash
          </Button>
        ) : undefined
      }
    >
      <InteractionFields form={form} />
    </FormModal>
  );
}

function InteractionFields({ form }: { readonly form: RecordForm<InteractionValues> }) {
  const { kind, accountId, followUpOn } = form.form.getValues();
  return (
    <>
      <SegmentedControl
        aria-label="Kind"
        data={kindChoices.map((choice) => ({ ...choice }))}
        value={kind}
        // The control gives back one of the values it was given.
        onChange={(value) => form.form.setFieldValue('kind', value as InteractionValues['kind'])}
      />
      <TextField
        label="About"
        required
        autoFocus
        placeholder="What it was about"
        {...form.field('name')}
      />
      <FieldRow>
        <AccountPicker label="Account" {...form.field('accountId')} />
        <ContactsPicker
          label="With"
          placeholder="Add a contact"
          accountId={accountId?.id ?? null}
          {...form.field('contactIds')}
        />
      </FieldRow>
      <FieldRow>
        <DateField label="On" required {...form.field('on')} />
        {kind === 'note' ? null : (
          <ChoiceField label="Direction" choices={directionChoices} {...form.field('direction')} />
        )}
        <PeoplePicker label="Who of us" placeholder="Add a person" {...form.field('personIds')} />
      </FieldRow>
      <TextAreaField label="What was said" minRows={3} {...form.field('notes')} />
      <TextField label="Outcome" placeholder="What came of it" {...form.field('outcome')} />
      <FieldRow>
        <DateField label="Follow up on" {...form.field('followUpOn')} />
        {followUpOn ? (
          <PersonPicker label="Who follows up" {...form.field('followUpOwnerId')} />
        ) : (
          <p className={styles['hint']}>Set a day, and it stands in My work until it is done.</p>
        )}
      </FieldRow>
    </>
  );
}

function missingName(name: string): string | null {
  return name.trim() === '' ? 'Say what it was about.' : null;
}
