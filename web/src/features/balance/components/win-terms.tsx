import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { PersonPicker } from '../../people/components/person-picker.tsx';
import { TeamPicker } from '../../people/components/team-picker.tsx';
import { useTemplates } from '../../projects/api.ts';
import type { WinChoices } from '../model/win-choices.ts';
import styles from './preview.module.css';

type WinTermsProps = {
  readonly choices: WinChoices;
  readonly onChange: (choices: WinChoices) => void;
};

/** On which terms the deal would be won; what is left empty is as the deal says. */
export function WinTermsFields({ choices, onChange }: WinTermsProps) {
  const templates = useTemplates('client');
  const set = (change: Partial<WinChoices>) => onChange({ ...choices, ...change });
  return (
    <div className={styles['terms']}>
      <PersonPicker
        label="Project manager"
        placeholder="Choose"
        value={choices.projectManager}
        onChange={(projectManager) => set({ projectManager })}
      />
      <TeamPicker label="Team" value={choices.teamId} onChange={(teamId) => set({ teamId })} />
      <DateField
        label="Start"
        placeholder="As the deal says"
        value={choices.startOn}
        onChange={(startOn) => set({ startOn })}
      />
      <DateField
        label="End"
        placeholder="As the deal says"
        value={choices.endOn}
        onChange={(endOn) => set({ endOn })}
      />
      <ChoiceField
        label="Template"
        placeholder="Best fit"
        choices={[
          { value: 'none', label: 'No template' },
          ...templates.map(({ id, name }) => ({ value: id as string, label: name })),
        ]}
        value={choices.templateId}
        onChange={(templateId) => set({ templateId })}
      />
      <DateField
        label="Contract signed"
        placeholder="Today"
        value={choices.contractSignedOn}
        onChange={(contractSignedOn) => set({ contractSignedOn })}
      />
    </div>
  );
}
