import { dealParts } from '@evenkeel/contract/deal-parts';
import type { DealView } from '@evenkeel/contract/deals';
import type { CustomerGoalId, CustomerInitiativeId } from '@evenkeel/core/id';
import { Section } from '../../../ui/page/section.tsx';
import { type PickedSubject, SubjectPicker } from '../../subjects/components/subject-picker.tsx';
import { useDealWrite } from '../api.ts';
import { EditableLines } from './editable-lines.tsx';

type Line = { readonly subject: PickedSubject | null };

const served = ['customer-goal', 'customer-initiative'] as const;

/** Which of the customer's own goals and initiatives the deal serves (CR-13, B12). */
export function DealServedPanel({ deal, mayWrite }: { deal: DealView; mayWrite: boolean }) {
  const setServed = useDealWrite(dealParts.setServed);
  const saved: Line[] = [
    ...deal.customerGoals.map((goal) => ({ subject: { kind: 'customer-goal' as const, ...goal } })),
    ...deal.customerInitiatives.map((initiative) => ({
      subject: { kind: 'customer-initiative' as const, ...initiative },
    })),
  ];
  const idsOf = (lines: readonly Line[], kind: (typeof served)[number]) =>
    lines.flatMap(({ subject }) => (subject?.kind === kind ? [subject.id as string] : []));
  return (
    <Section title="What it serves" note="Goals and initiatives of the customer.">
      <EditableLines<Line>
        key={JSON.stringify([deal.customerGoals, deal.customerInitiatives])}
        saved={saved}
        blank={{ subject: null }}
        noun="customer goal or initiative"
        layout="served"
        mayWrite={mayWrite}
        savedMessage="What the deal serves is saved"
        onSave={(lines) =>
          setServed.mutateAsync({
            params: { id: deal.id },
            body: {
              // The kind of each says what its id is of.
              customerGoalIds: idsOf(lines, 'customer-goal') as CustomerGoalId[],
              customerInitiativeIds: idsOf(lines, 'customer-initiative') as CustomerInitiativeId[],
            },
          })
        }
        fields={(line, change, index) => (
          <SubjectPicker
            label={`Customer goal or initiative ${index + 1}`}
            kinds={served}
            disabled={!mayWrite}
            value={line.subject}
            onChange={(subject) => change({ subject })}
          />
        )}
      />
    </Section>
  );
}
