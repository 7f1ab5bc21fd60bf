import type { Id, MemberId, PortfolioChoiceId } from '@evenkeel/core/id';
import type { CandidateId, CandidateRule } from '@evenkeel/core/portfolio-choice/choice';
import type { CandidateKind } from '@evenkeel/core/portfolio-choice/facts';
import type { Insertable } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';
import type { PortfolioRuleTable } from '../../../schema/portfolio-tables.ts';

const most = 10_000;

/** What is said of a candidate, with who put it in or out, when and why. */
export type RuleRecord = CandidateRule & {
  readonly pinReason: string;
  readonly pinnedBy: MemberId | null;
  readonly pinnedByName: string | null;
  readonly pinnedAt: Date | null;
};

export async function listRules(scope: Scope, choiceId: PortfolioChoiceId): Promise<RuleRecord[]> {
  const rows = await scope.tx
    .selectFrom('portfolio_rule as rule')
    .leftJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'rule.workspace_id')
        .onRef('member.id', '=', 'rule.pinned_by'),
    )
    .selectAll('rule')
    .select('member.name as pinned_by_name')
    .where('rule.workspace_id', '=', scope.workspaceId)
    .where('rule.choice_id', '=', choiceId)
    .orderBy('rule.id')
    .limit(most)
    .execute();
  return rows.flatMap((row) => {
    const candidateId = row.deal_id ?? row.project_id;
    if (candidateId === null) return [];
    return [
      {
        candidateId,
        firstMonth: row.first_month,
        lastMonth: row.last_month,
        isMandatory: row.is_mandatory,
        exclusiveGroup: row.exclusive_group,
        // Written below only, from ids.
        requires: row.requires as CandidateId[],
        pin: pinOf(row),
        pinReason: row.pin_reason,
        pinnedBy: row.pinned_by,
        pinnedByName: row.pinned_by_name,
        pinnedAt: row.pinned_at,
      },
    ];
  });
}

/** Writes what is said of one candidate; a rule that says nothing goes. */
export async function putRule(
  scope: Scope,
  of: { readonly choiceId: PortfolioChoiceId; readonly kind: CandidateKind },
  rule: Omit<RuleRecord, 'pinnedByName'>,
): Promise<void> {
  const column = of.kind === 'deal' ? 'deal_id' : 'project_id';
  const columns = {
    first_month: rule.firstMonth,
    last_month: rule.lastMonth,
    is_mandatory: rule.isMandatory,
    exclusive_group: rule.exclusiveGroup,
    requires: JSON.stringify(rule.requires),
    pin: rule.pin?.side ?? null,
    pin_month: rule.pin?.side === 'in' ? rule.pin.month : null,
    pin_reason: rule.pinReason,
    pinned_by: rule.pinnedBy,
    pinned_at: rule.pinnedAt,
  };
  const row = {
    workspace_id: scope.workspaceId,
    id: newId<Id<'portfolio-rule'>>(),
    choice_id: of.choiceId,
    [column]: rule.candidateId,
    ...columns,
    // The computed name is that of one of the two columns.
  } as Insertable<PortfolioRuleTable>;
  await scope.tx
    .insertInto('portfolio_rule')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'choice_id', column]).doUpdateSet(columns),
    )
    .execute();
}

function pinOf(row: {
  readonly pin: 'in' | 'out' | null;
  readonly pin_month: CandidateRule['firstMonth'];
}): CandidateRule['pin'] {
  if (row.pin === null) return null;
  return row.pin === 'out' ? { side: 'out' } : { side: 'in', month: row.pin_month };
}
