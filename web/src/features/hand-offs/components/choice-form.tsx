import type { QueryInputOf } from '@evenkeel/contract/endpoint';
import type { HandOffDraftView, handOffs } from '@evenkeel/contract/hand-offs';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { TeamId, TemplateId } from '@evenkeel/core/id';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { PersonPicker, type PickedPerson } from '../../people/components/person-picker.tsx';
import { TeamPicker } from '../../people/components/team-picker.tsx';
import { useTemplates } from '../../projects/api.ts';
import styles from './hand-off.module.css';

/** What has been chosen; null leaves it to what the deal says. */
export type Chosen = {
  readonly templateId: TemplateId | 'none' | null;
  readonly projectManager: PickedPerson | null;
  readonly owner: PickedPerson | null;
  readonly teamId: TeamId | null;
  readonly startOn: CalendarDate | null;
  readonly endOn: CalendarDate | null;
};

export const noChoices: Chosen = {
  templateId: null,
  projectManager: null,
  owner: null,
  teamId: null,
  startOn: null,
  endOn: null,
};

/** The choices as the API takes them. */
export function choicesOf(chosen: Chosen): QueryInputOf<typeof handOffs.get> {
  const { templateId, projectManager, owner, teamId, startOn, endOn } = chosen;
  return {
    ...(templateId ? { templateId } : {}),
    ...(projectManager ? { projectManagerId: projectManager.id } : {}),
    ...(owner ? { ownerId: owner.id } : {}),
    ...(teamId ? { teamId } : {}),
    ...(startOn ? { startOn } : {}),
    ...(endOn ? { endOn } : {}),
  };
}

type ChoiceFormProps = {
  readonly draft: HandOffDraftView;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
};

/** Who takes over and on what plan; every choice is shown at once in what would be made. */
export function ChoiceForm({ draft, chosen, onChoose }: ChoiceFormProps) {
  const { project } = draft;
  const templates = useTemplates('client').map(({ id, name }) => ({ value: id, label: name }));
  const choose = (part: Partial<Chosen>) => onChoose({ ...chosen, ...part });
  return (
    <Section title="Who takes over, on what plan" note="What you choose shows below at once.">
      <div className={styles['choices']}>
        <FieldRow>
          <PersonPicker
            label="Project manager"
            required
            value={chosen.projectManager}
            onChange={(projectManager) => choose({ projectManager })}
          />
          <PersonPicker
            label="Owner"
            value={chosen.owner ?? project.owner}
            onChange={(owner) => choose({ owner })}
          />
          <TeamPicker
            label="Team"
            value={chosen.teamId}
            onChange={(teamId) => choose({ teamId })}
          />
        </FieldRow>
        <FieldRow>
          <ChoiceField<TemplateId | 'none'>
            label="Template"
            required
            choices={[...templates, { value: 'none', label: 'Without a template' }]}
            value={chosen.templateId ?? project.template?.id ?? 'none'}
            onChange={(templateId) => choose({ templateId })}
          />
          <DateField
            label="Start"
            value={chosen.startOn ?? project.startOn}
            onChange={(startOn) => choose({ startOn })}
          />
          <DateField
            label="End"
            value={chosen.endOn ?? project.endOn}
            onChange={(endOn) => choose({ endOn })}
          />
        </FieldRow>
      </div>
    </Section>
  );
}
