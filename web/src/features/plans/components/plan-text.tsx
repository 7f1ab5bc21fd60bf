import type { PlanView } from '@evenkeel/contract/plans';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { DocumentField, TitleField } from '../../../ui/record/document-field.tsx';

type Text = Pick<PlanView, 'name' | 'mission' | 'vision' | 'values' | 'standing' | 'destination'>;

type PlanTextProps = {
  readonly plan: Text;
  readonly save: (change: Partial<Text>) => Promise<unknown>;
  readonly canEdit: boolean;
};

const parts = [
  { name: 'mission', label: 'Mission', placeholder: 'What the firm is for, in a sentence or two.' },
  { name: 'vision', label: 'Vision', placeholder: 'What it wants to become.' },
  { name: 'values', label: 'Values', placeholder: 'What counts when nobody is looking.' },
  {
    name: 'standing',
    label: 'Where we stand',
    placeholder: 'Clients, people, money, strengths and worries, as they are today.',
  },
  {
    name: 'destination',
    label: 'Where we want to be',
    placeholder: 'The same, as they should be when this plan has run.',
  },
] as const;

/** The words of a plan. Each part saves itself when the cursor leaves it. */
export function PlanText({ plan, save, canEdit }: PlanTextProps) {
  return (
    <>
      <Autosave name="name" value={plan.name} save={(name) => save({ name })}>
        {(field) => <TitleField label="Name of the plan" disabled={!canEdit} {...field} />}
      </Autosave>
      {parts.map(({ name, label, placeholder }) => (
        <Autosave key={name} name={name} value={plan[name]} save={(text) => save({ [name]: text })}>
          {(field) => (
            <DocumentField
              label={label}
              placeholder={canEdit ? placeholder : 'Not written yet'}
              disabled={!canEdit}
              {...field}
            />
          )}
        </Autosave>
      ))}
    </>
  );
}
