import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { portfolioChoices } from '@evenkeel/contract/portfolio-choices';
import { addMonths, monthOf } from '@evenkeel/core/calendar-date';
import type { PortfolioChoiceId } from '@evenkeel/core/id';
import type { CandidateRule, ChoiceAims } from '@evenkeel/core/portfolio-choice/choice';
import type { PortfolioFacts } from '@evenkeel/core/portfolio-choice/facts';
import type { ChoiceInput } from '@evenkeel/core/portfolio-choice/problem';
import { AppError, invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { requireOpen } from '../policy.ts';
import { listRules, type RuleRecord } from '../rules/repository.ts';
import { listGoals, readFacts } from '../sources/service.ts';
import * as repository from './repository.ts';

export type { ChoiceRecord } from './repository.ts';
export { countChoices, listChoices, lockChoice, updateChoice } from './repository.ts';

/** A choice with its aims and what is said of its candidates. */
export type WholeChoice = {
  readonly choice: repository.ChoiceRecord;
  readonly aims: ChoiceAims;
  readonly rules: readonly RuleRecord[];
};

/** The defaults of a new choice: a year from next month, no floor. */
const standard = {
  month_count: 12,
  maximise: 'margin',
  deal_hours: 'full',
  usual_months: 3,
  deal_delay_months: 1,
  initiative_delay_months: 12,
} as const;

export async function readChoice(scope: Scope, id: PortfolioChoiceId): Promise<WholeChoice> {
  const choice = await repository.findChoice(scope, id);
  if (!choice) throw new AppError('not-found', 'There is no such portfolio choice.');
  return {
    choice,
    aims: repository.aimsOf(choice, await repository.listWeights(scope, id)),
    rules: await listRules(scope, id),
  };
}

export async function createChoice(
  scope: Scope,
  { goalWeights = [], name, ...fields }: BodyOf<typeof portfolioChoices.create>,
): Promise<PortfolioChoiceId> {
  await checkGoals(scope, goalWeights);
  const id = await repository.insertChoice(scope, {
    first_month: addMonths(monthOf(scope.today), 1),
    ...standard,
    ...repository.choiceColumns(fields),
    name,
  });
  await repository.replaceWeights(scope, id, goalWeights);
  return id;
}

export async function changeChoice(
  scope: Scope,
  key: { readonly id: PortfolioChoiceId; readonly version: number },
  change: BodyOf<typeof portfolioChoices.update>,
): Promise<void> {
  const { choice } = await readChoice(scope, key.id);
  // Naming and putting away stay possible: they change nothing of what was decided.
  const { isPutAway: _, name: __, note: ___, ...binding } = change;
  if (Object.keys(binding).length > 0) requireOpen(choice);
  const { goalWeights, ...fields } = change;
  await repository.updateChoice(scope, key, repository.choiceColumns(fields));
  if (!goalWeights) return;
  await checkGoals(scope, goalWeights);
  await repository.replaceWeights(scope, key.id, goalWeights);
}

/** The facts of a choice as they are now. */
export function factsOf(scope: Scope, aims: ChoiceAims): Promise<PortfolioFacts> {
  return readFacts(scope, {
    ...aims,
    goalWeights: new Map(aims.goalWeights.map(({ goalId, weight }) => [goalId, weight])),
  });
}

/** What the engine is given: rules that say nothing, and who said them, are left out. */
export function inputOf({ aims, rules }: WholeChoice, facts: PortfolioFacts): ChoiceInput {
  return { facts, aims, rules: rules.filter(saysSomething).map(ruleAlone) };
}

function saysSomething(rule: CandidateRule): boolean {
  return (
    rule.firstMonth !== null ||
    rule.lastMonth !== null ||
    rule.isMandatory ||
    rule.exclusiveGroup !== '' ||
    rule.requires.length > 0 ||
    rule.pin !== null
  );
}

function ruleAlone(rule: RuleRecord): CandidateRule {
  const { candidateId, firstMonth, lastMonth, isMandatory, exclusiveGroup, requires, pin } = rule;
  return { candidateId, firstMonth, lastMonth, isMandatory, exclusiveGroup, requires, pin };
}

async function checkGoals(
  scope: Scope,
  weights: readonly { readonly goalId: string }[],
): Promise<void> {
  if (weights.length === 0) return;
  const known = new Set<string>((await listGoals(scope)).map(({ id }) => id));
  for (const [index, { goalId }] of weights.entries()) {
    const path = ['goalWeights', index, 'goalId'];
    if (!known.has(goalId)) throw invalid(path, 'unknown', 'there is no such goal');
    if (weights.findIndex((one) => one.goalId === goalId) !== index)
      throw invalid(path, 'twice', 'stands there twice');
  }
}
