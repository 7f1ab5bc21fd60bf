import { recordNumber } from '../../../lib/record-number.ts';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { SwitchField } from '../../../ui/form/choice-fields.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { DocumentField, TitleField } from '../../../ui/record/document-field.tsx';
import { PersonPicker } from '../../people/components/person-picker.tsx';
import type { ContactPartProps } from '../model.ts';
import { CarePanel } from './care-panel.tsx';

/** What is set on a contact; each field saves itself. */
export function ContactFields({ contact, mayWrite, save }: ContactPartProps) {
  const disabled = !mayWrite;
  return (
    <>
      <p>{recordNumber('contact', contact.number)}</p>
      <Autosave
        name="jobTitle"
        value={contact.jobTitle ?? ''}
        save={(text) => save({ jobTitle: text.trim() || null })}
      >
        {(field) => <TextField label="Job title" disabled={disabled} {...field} />}
      </Autosave>
      <CarePanel of={contact} disabled={disabled} save={save} />
      <Autosave
        name="ownerId"
        value={contact.owner}
        save={(owner) => save({ ownerId: owner?.id ?? null })}
        on="change"
      >
        {(field) => (
          <PersonPicker
            label="Known by"
            description="Who of us knows them best"
            disabled={disabled}
            {...field}
          />
        )}
      </Autosave>
      <Autosave
        name="doNotContact"
        value={contact.doNotContact}
        save={(doNotContact) => save({ doNotContact })}
        on="change"
      >
        {(field) => (
          <SwitchField
            label="Do not contact"
            description="They asked us not to write or call"
            disabled={disabled}
            {...field}
          />
        )}
      </Autosave>
    </>
  );
}

/** What is written about a contact. */
export function ContactTexts({ contact, mayWrite, save }: ContactPartProps) {
  return (
    <>
      <Autosave name="name" value={contact.name} save={(name) => save({ name })}>
        {(field) => <TitleField label="Contact name" disabled={!mayWrite} {...field} />}
      </Autosave>
      <Autosave name="notes" value={contact.notes} save={(notes) => save({ notes })}>
        {(field) => (
          <DocumentField
            label="Notes"
            placeholder="What everybody who speaks with them should know"
            disabled={!mayWrite}
            {...field}
          />
        )}
      </Autosave>
    </>
  );
}
