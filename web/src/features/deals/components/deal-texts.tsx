import { Autosave } from '../../../ui/form/autosave.tsx';
import { DocumentField, TitleField } from '../../../ui/record/document-field.tsx';
import type { DealPartProps } from '../model.ts';

/** What is written about a deal. */
export function DealTexts({ deal, mayWrite, save }: DealPartProps) {
  const disabled = !mayWrite;
  return (
    <>
      <Autosave name="name" value={deal.name} save={(name) => save({ name })}>
        {(field) => <TitleField label="Deal name" disabled={disabled} {...field} />}
      </Autosave>
      {texts.map(({ name, label, placeholder }) => (
        <Autosave key={name} name={name} value={deal[name]} save={(text) => save({ [name]: text })}>
          {(field) => (
            <DocumentField label={label} placeholder={placeholder} disabled={disabled} {...field} />
          )}
        </Autosave>
      ))}
    </>
  );
}

const texts = [
  { name: 'nextStep', label: 'Next step', placeholder: 'What happens next, and who does it' },
  { name: 'scope', label: 'What is sold', placeholder: 'Results, limits, what the client does' },
  { name: 'notes', label: 'Notes', placeholder: 'What delivery should know' },
] as const;
