import { recordNumber } from '../../../lib/record-number.ts';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { DocumentField, TitleField } from '../../../ui/record/document-field.tsx';
import { PersonPicker } from '../../people/components/person-picker.tsx';
import type { LeadPartProps } from '../model.ts';

/** What is set on a lead; each field saves itself. */
export function LeadFields({ lead, mayWrite, save }: LeadPartProps) {
  const disabled = !mayWrite;
  return (
    <>
      <p>{recordNumber('lead', lead.number)}</p>
      <Autosave
        name="ownerId"
        value={lead.owner}
        save={(owner) => save({ ownerId: owner?.id ?? null })}
        on="change"
      >
        {(field) => <PersonPicker label="Owner" disabled={disabled} {...field} />}
      </Autosave>
      {words.map(({ name, label }) => (
        <Autosave
          key={name}
          name={name}
          value={lead[name] ?? ''}
          save={(text) => save({ [name]: text.trim() || null })}
        >
          {(field) => <TextField label={label} disabled={disabled} {...field} />}
        </Autosave>
      ))}
      <Autosave name="source" value={lead.source} save={(source) => save({ source })}>
        {(field) => <TextField label="Source" disabled={disabled} {...field} />}
      </Autosave>
    </>
  );
}

/** What is written about a lead. */
export function LeadTexts({ lead, mayWrite, save }: LeadPartProps) {
  return (
    <>
      <Autosave name="name" value={lead.name} save={(name) => save({ name })}>
        {(field) => <TitleField label="Lead name" disabled={!mayWrite} {...field} />}
      </Autosave>
      <Autosave name="interest" value={lead.interest} save={(interest) => save({ interest })}>
        {(field) => (
          <DocumentField
            label="Interest"
            placeholder="What they want, in their words"
            disabled={!mayWrite}
            {...field}
          />
        )}
      </Autosave>
      <Autosave name="notes" value={lead.notes} save={(notes) => save({ notes })}>
        {(field) => (
          <DocumentField
            label="Notes"
            placeholder="What we found out"
            disabled={!mayWrite}
            {...field}
          />
        )}
      </Autosave>
    </>
  );
}

const words = [
  { name: 'company', label: 'Company' },
  { name: 'jobTitle', label: 'Job title' },
  { name: 'email', label: 'E-mail' },
  { name: 'phone', label: 'Phone' },
] as const;
