import type { PortfolioChoiceChange } from '@evenkeel/contract/portfolio-choices';
import type { GoalId, Id, PortfolioChoiceId } from '@evenkeel/core/id';
import type { ChoiceAims } from '@evenkeel/core/portfolio-choice/choice';
import { type Insertable, sql, type Updateable } from 'kysely';
import { columnsOf } from '../../../platform/db/columns.ts';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import { nextNumbers } from '../../../platform/db/numbers.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { optionalInteger } from '../../../platform/db/values.ts';
import { versioned } from '../../../platform/db/versioned.ts';
import { newId } from '../../../platform/ids.ts';
import type { PortfolioChoiceTable } from '../../../schema/portfolio-tables.ts';

export type ChoiceRecord = Awaited<ReturnType<typeof findChoice>> & object;

/** The columns that people fill in. */
export type ChoiceColumns = Omit<
  Insertable<PortfolioChoiceTable>,
  'workspace_id' | 'id' | 'number' | 'created_by'
>;

export async function insertChoice(
  scope: Scope,
  columns: ChoiceColumns,
): Promise<PortfolioChoiceId> {
  const id = newId<PortfolioChoiceId>();
  await scope.tx
    .insertInto('portfolio_choice')
    .values({
      ...columns,
      workspace_id: scope.workspaceId,
      id,
      number: await nextNumbers(scope, 'portfolio_choice'),
      created_by: scope.actor.memberId,
    })
    .execute();
  return id;
}

export function listChoices(scope: Scope, request: { limit: number; before: number | null }) {
  return choiceRows(scope)
    .$if(request.before !== null, (query) => query.where('choice.number', '<', request.before ?? 0))
    .orderBy('choice.number', 'desc')
    .limit(request.limit)
    .execute();
}

export async function countChoices(scope: Scope): Promise<number> {
  const { total } = await scope.tx
    .selectFrom('portfolio_choice')
    .where('workspace_id', '=', scope.workspaceId)
    .select((at) => at.fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow();
  return Number(total);
}

export function findChoice(scope: Scope, id: PortfolioChoiceId) {
  return choiceRows(scope).where('choice.id', '=', id).executeTakeFirst();
}

/** Changes a choice on the version the caller saw, or, null, whatever its version. */
export async function updateChoice(
  scope: Scope,
  key: { readonly id: PortfolioChoiceId; readonly version: number | null },
  columns: Updateable<PortfolioChoiceTable>,
): Promise<void> {
  const written = await scope.tx
    .updateTable('portfolio_choice')
    // An update without a column writes the row anew, so that open browsers hear of it.
    .set((at) => ({ name: at.ref('name'), ...columns }) as Updateable<PortfolioChoiceTable>)
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', key.id)
    .$if(key.version !== null, (query) => query.where('version', '=', key.version ?? 0))
    .returning('id')
    .executeTakeFirst();
  await versioned(written, async () => (await findChoice(scope, key.id)) !== undefined);
}

/** Lets one person at a time run or decide a choice, until the transaction ends. */
export async function lockChoice(scope: Scope, id: PortfolioChoiceId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('evenkeel portfolio choice'), hashtext(${id}))`.execute(
    scope.tx,
  );
}

export function listWeights(scope: Scope, id: PortfolioChoiceId) {
  return scope.tx
    .selectFrom('portfolio_goal_weight')
    .select(['goal_id', 'weight'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('choice_id', '=', id)
    .orderBy('id')
    .limit(5_000)
    .execute();
}

export async function replaceWeights(
  scope: Scope,
  choiceId: PortfolioChoiceId,
  weights: readonly { readonly goalId: GoalId; readonly weight: number }[],
): Promise<void> {
  await scope.tx
    .deleteFrom('portfolio_goal_weight')
    .where('workspace_id', '=', scope.workspaceId)
    .where('choice_id', '=', choiceId)
    .execute();
  await insertRows(
    scope,
    'portfolio_goal_weight',
    weights.map(({ goalId, weight }) => ({
      id: newId<Id<'portfolio-goal-weight'>>(),
      choice_id: choiceId,
      goal_id: goalId,
      weight,
    })),
  );
}

function choiceRows(scope: Scope) {
  return scope.tx
    .selectFrom('portfolio_choice as choice')
    .innerJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'choice.workspace_id')
        .onRef('member.id', '=', 'choice.created_by'),
    )
    .leftJoin('member as decider', (join) =>
      join
        .onRef('decider.workspace_id', '=', 'choice.workspace_id')
        .onRef('decider.id', '=', 'choice.decided_by'),
    )
    .selectAll('choice')
    .select(['member.name as created_by_name', 'decider.name as decided_by_name'])
    .where('choice.workspace_id', '=', scope.workspaceId);
}

/** What a choice aims at. */
export function aimsOf(
  choice: ChoiceRecord,
  weights: readonly { readonly goal_id: GoalId; readonly weight: number }[],
): ChoiceAims {
  return {
    firstMonth: choice.first_month,
    monthCount: choice.month_count,
    dealHours: choice.deal_hours,
    usualMonths: choice.usual_months,
    dealDelayMonths: choice.deal_delay_months,
    initiativeDelayMonths: choice.initiative_delay_months,
    maximise: choice.maximise,
    leastContribution: choice.least_contribution,
    leastMarginMinor: optionalInteger(choice.least_margin),
    reserveBasisPoints: choice.reserve_share,
    leastInitiativeMinutes: choice.least_initiative_minutes,
    leastInitiativeSpendMinor: optionalInteger(choice.least_initiative_spend),
    // Written below only, from values of this type.
    cashFloors: choice.cash_floors as ChoiceAims['cashFloors'],
    goalWeights: weights.map((row) => ({ goalId: row.goal_id, weight: row.weight })),
  };
}

/** Fields of the contract under the names of their columns. */
export function choiceColumns(change: Omit<PortfolioChoiceChange, 'goalWeights'>) {
  const { leastMarginMinor, leastInitiativeSpendMinor, reserveBasisPoints, cashFloors, ...same } =
    change;
  return {
    ...columnsOf(same),
    ...columnsOf({
      leastMargin: leastMarginMinor,
      leastInitiativeSpend: leastInitiativeSpendMinor,
      reserveShare: reserveBasisPoints,
      cashFloors: cashFloors === undefined ? undefined : JSON.stringify(cashFloors),
    }),
  };
}
