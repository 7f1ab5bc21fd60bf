import { dealParts } from '@evenkeel/contract/deal-parts';
import type { DealView } from '@evenkeel/contract/deals';
import type { StakeholderPart } from '@evenkeel/core/deals/stakeholders';
import type { ContactId } from '@evenkeel/core/id';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { type PickedSubject, SubjectPicker } from '../../subjects/components/subject-picker.tsx';
import { useDealWrite } from '../api.ts';
import { stakeholderPartChoices } from '../model.ts';
import { EditableLines } from './editable-lines.tsx';

type Line = {
  readonly contact: PickedSubject | null;
  readonly part: StakeholderPart | null;
  readonly note: string;
};

const contacts = ['contact'] as const;

/** Who at the customer takes part in the decision, and how. */
export function DealStakeholdersPanel({ deal, mayWrite }: { deal: DealView; mayWrite: boolean }) {
  const setStakeholders = useDealWrite(dealParts.setStakeholders);
  return (
    <Section title="Who decides" note="People at the customer, each with their part.">
      <EditableLines<Line>
        key={JSON.stringify(deal.stakeholders)}
        saved={deal.stakeholders.map(({ contact, part, note }) => ({
          contact: { kind: 'contact', ...contact },
          part,
          note,
        }))}
        blank={{ contact: null, part: 'decides', note: '' }}
        noun="contact"
        layout="people"
        mayWrite={mayWrite}
        savedMessage="Contacts of the deal saved"
        onSave={(lines) =>
          setStakeholders.mutateAsync({
            params: { id: deal.id },
            body: {
              stakeholders: lines.flatMap(({ contact, part, note }) =>
                // Only contacts can be picked here.
                contact && part
                  ? [{ contactId: contact.id as string as ContactId, part, note }]
                  : [],
              ),
            },
          })
        }
        fields={(line, change, index) => (
          <>
            <SubjectPicker
              label={`Contact ${index + 1}`}
              placeholder="Name of a contact"
              kinds={contacts}
              disabled={!mayWrite}
              value={line.contact}
              onChange={(contact) => change({ contact })}
            />
            <ChoiceField
              label={`Part of contact ${index + 1}`}
              required
              choices={stakeholderPartChoices}
              disabled={!mayWrite}
              value={line.part}
              onChange={(part) => change({ part })}
            />
            <TextField
              label={`Note on contact ${index + 1}`}
              placeholder="What matters to them"
              disabled={!mayWrite}
              value={line.note}
              onChange={(note) => change({ note })}
            />
          </>
        )}
      />
    </Section>
  );
}
