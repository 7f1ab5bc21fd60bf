import type { DealId, ProjectId } from '@evenkeel/core/id';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { FieldLine, FieldList } from '../../../ui/record/field-list.tsx';
import { useDecisionsOf } from '../api.ts';
import { decisionWords, standingWords } from './decisions-view.tsx';

/** What was last decided on a deal or an initiative in a portfolio choice; nothing where nothing was. */
export function PortfolioDecisionPanel({ subjectId }: { readonly subjectId: DealId | ProjectId }) {
  const { data } = useDecisionsOf(subjectId);
  const decision = data?.rows.find(({ takenBackAt }) => takenBackAt === null);
  if (!decision) return null;
  const standing = standingWords(decision);
  return (
    <FieldList title="Portfolio choice">
      <FieldLine label="Decided">
        {decisionWords(decision)}
        {standing === '' ? '' : ` (${standing})`}
      </FieldLine>
      {decision.reason === '' ? null : <FieldLine label="Reason">{decision.reason}</FieldLine>}
      <FieldLine label="By">{decision.decidedBy}</FieldLine>
      <FieldLine label="In">
        <AppLink href={`/portfolio-choices/${decision.choice.id}/decisions`}>
          {decision.choice.name}
        </AppLink>
      </FieldLine>
    </FieldList>
  );
}
