import type { InitiativeChange, InitiativeView } from '@evenkeel/contract/initiatives';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { DocumentField } from '../../../ui/record/document-field.tsx';

type InitiativeTextsProps = {
  readonly initiative: InitiativeView;
  readonly save: (change: InitiativeChange) => Promise<unknown>;
  readonly canEdit: boolean;
};

const parts = [
  {
    name: 'businessNeed',
    label: 'Business need',
    placeholder: 'Why the firm needs it, and what happens without it.',
  },
  {
    name: 'purpose',
    label: 'Purpose',
    placeholder: 'What should be true when it is done.',
  },
  {
    name: 'scope',
    label: 'Scope',
    placeholder: 'What belongs to it, and what does not.',
  },
  {
    name: 'expectedBenefit',
    label: 'Expected benefit',
    placeholder: 'What it brings later, in money or otherwise, and how that will be seen.',
  },
] as const;

/** The case for an initiative in words; each part saves itself (ST-05, ST-09). */
export function InitiativeTexts({ initiative, save, canEdit }: InitiativeTextsProps) {
  return parts.map(({ name, label, placeholder }) => (
    <Autosave
      key={name}
      name={name}
      value={initiative[name]}
      save={(text) => save({ [name]: text })}
    >
      {(field) => (
        <DocumentField
          label={label}
          placeholder={canEdit ? placeholder : 'Not written yet'}
          disabled={!canEdit}
          {...field}
        />
      )}
    </Autosave>
  ));
}
