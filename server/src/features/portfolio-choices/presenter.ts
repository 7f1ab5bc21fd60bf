import type {
  CandidateRuleView,
  CandidateView,
  PortfolioFactsView,
} from '@evenkeel/contract/portfolio-candidates';
import type { PortfolioChoiceRow, PortfolioChoiceView } from '@evenkeel/contract/portfolio-choices';
import type { PortfolioOutcome } from '@evenkeel/contract/portfolio-runs';
import { sumOf } from '@evenkeel/core/grouping';
import { stateOfChoice } from '@evenkeel/core/portfolio-choice/choice';
import type { ChoiceCandidate } from '@evenkeel/core/portfolio-choice/facts';
import { minutesByMonth } from '@evenkeel/core/portfolio-choice/month-grid';
import { minutesOf } from '@evenkeel/core/portfolio-choice/problem';
import { type ChoiceOutcome, outcomeOf } from '@evenkeel/core/portfolio-choice/result';
import { usualWeight } from '@evenkeel/core/portfolio-choice/sources';
import { startsOf } from '@evenkeel/core/portfolio-choice/starts';
import { moment, optionalMoment } from '../../platform/db/values.ts';
import { presentDecision } from './decisions/presenter.ts';
import { presentResult } from './results/presenter.ts';
import { presentRun } from './runs/presenter.ts';
import type { ChoiceFound, ChoiceListed, getFacts, WholeChoice } from './service.ts';

export function presentListed(
  { choice, runs }: ChoiceListed,
  showsMoney: boolean,
): PortfolioChoiceRow {
  const done = runs.find((run) => run.state === 'done');
  // Written by the runs of this feature only.
  const outcome = (done?.outcome ?? null) as ChoiceOutcome | null;
  const isRunning = runs.some((run) => isLive(run.standing));
  return presentRow(choice, { outcome, isRunning }, showsMoney);
}

/** Whether somebody waits for a run. */
function isLive(state: string): boolean {
  return state === 'queued' || state === 'running';
}

function presentRow(
  choice: WholeChoice['choice'],
  of: { readonly outcome: ChoiceOutcome | null; readonly isRunning: boolean },
  showsMoney: boolean,
): PortfolioChoiceRow {
  return {
    id: choice.id,
    number: choice.number,
    version: choice.version,
    name: choice.name,
    state: stateOfChoice(choice.decided_at !== null, of.outcome !== null),
    firstMonth: choice.first_month,
    monthCount: choice.month_count,
    maximise: choice.maximise,
    createdBy: choice.created_by_name,
    createdAt: moment(choice.created_at),
    decidedAt: optionalMoment(choice.decided_at),
    decidedBy: choice.decided_by_name,
    isPutAway: choice.is_put_away,
    isRunning: of.isRunning,
    outcome: of.outcome && presentOutcome(of.outcome, showsMoney),
  };
}

function presentOutcome(outcome: ChoiceOutcome, showsMoney: boolean): PortfolioOutcome {
  return { ...outcome, marginMinor: showsMoney ? outcome.marginMinor : null };
}

export function presentChoice(found: ChoiceFound, showsMoney: boolean): PortfolioChoiceView {
  const { choice, aims, last, done } = found;
  const kept = done?.kept;
  const outcome = kept?.result ? outcomeOf(kept.result, kept.input.facts) : null;
  const isRunning = last !== null && isLive(last.standing);
  const weightOf = new Map(aims.goalWeights.map(({ goalId, weight }) => [goalId, weight]));
  return {
    ...presentRow(choice, { outcome, isRunning }, showsMoney),
    ...aims,
    note: choice.note,
    leastMarginMinor: showsMoney ? aims.leastMarginMinor : null,
    cashFloors: [...aims.cashFloors],
    goalWeights: [...aims.goalWeights],
    goals: found.goals.map((goal) => ({ ...goal, weight: weightOf.get(goal.id) ?? usualWeight })),
    run: last && presentRun(last),
    result: done && presentResult(done, showsMoney),
    changes: found.changes.map((change) =>
      change.kind === 'candidate' ? { ...change, aspects: [...change.aspects] } : change,
    ),
    aimsChanged: found.aimsChanged,
    decisionNote: choice.decision_note,
    decisions: found.decisions.map(presentDecision),
  };
}

export function presentFacts(
  { rules, input }: Awaited<ReturnType<typeof getFacts>>,
  showsMoney: boolean,
): PortfolioFactsView {
  const { facts, aims } = input;
  const said = new Map(rules.map((rule) => [rule.candidateId, rule]));
  const ruleOf = new Map(input.rules.map((rule) => [rule.candidateId, rule]));
  return {
    months: [...facts.months],
    candidates: facts.candidates.map((candidate) => ({
      ...presentCandidate(candidate, showsMoney),
      starts: startsOf(candidate, { facts, aims, rule: ruleOf.get(candidate.id) }).flatMap(
        (start) => facts.months[start] ?? [],
      ),
      rule: presentRule(ruleOf.get(candidate.id), said.get(candidate.id)),
    })),
    roles: facts.roles.map((role) => ({
      id: role.id,
      name: role.name,
      capacityMinutes: [...role.minutes],
      committedMinutes: facts.months.map((_, month) => minutesOf(facts.committed, role.id, month)),
    })),
    committed: facts.committed.map((work) => ({
      id: work.id,
      name: work.name,
      kind: work.kind,
      hours: work.hours.map(({ roleId, minutes }) => ({ roleId, minutes: [...minutes] })),
      incomeMinor: showsMoney ? [...work.incomeMinor] : [],
    })),
    aside: [...facts.aside],
  };
}

function presentCandidate(
  candidate: ChoiceCandidate,
  showsMoney: boolean,
): Omit<CandidateView, 'starts' | 'rule'> {
  const isDeal = candidate.kind === 'deal';
  return {
    id: candidate.id,
    kind: candidate.kind,
    number: candidate.number,
    name: candidate.name,
    stage: isDeal ? candidate.stage : candidate.state,
    account: isDeal ? candidate.account : null,
    startOn: candidate.startOn,
    endOn: candidate.endOn,
    lengthMonths: candidate.length,
    hours: candidate.hours.map(({ roleId, minutes }) => ({ roleId, minutes: [...minutes] })),
    hourSource: candidate.hourSource,
    minutes: sumOf(minutesByMonth(candidate.hours, candidate.length), (minutes) => minutes),
    valueMinor: isDeal ? candidate.valueMinor : null,
    probabilityBasisPoints: isDeal ? candidate.probabilityBasisPoints : null,
    costMinor: showsMoney ? candidate.costMinor : null,
    marginMinor: isDeal && showsMoney ? candidate.marginMinor : null,
    contribution: isDeal ? null : candidate.contribution,
    spendingMinor: isDeal ? null : candidate.spendingMinor,
    goals: isDeal
      ? []
      : candidate.goals.map(({ goalId, name, strength, weight }) => ({
          id: goalId,
          name,
          strength,
          weight,
        })),
    gaps: [...candidate.gaps],
    approvalGaps: isDeal ? [] : [...candidate.approvalGaps],
  };
}

function presentRule(
  rule: Awaited<ReturnType<typeof getFacts>>['input']['rules'][number] | undefined,
  said: WholeChoice['rules'][number] | undefined,
): CandidateRuleView {
  return {
    firstMonth: rule?.firstMonth ?? null,
    lastMonth: rule?.lastMonth ?? null,
    isMandatory: rule?.isMandatory ?? false,
    exclusiveGroup: rule?.exclusiveGroup ?? '',
    requires: [...(rule?.requires ?? [])],
    pin: rule?.pin ?? null,
    pinReason: said?.pinReason ?? '',
    pinnedBy: said?.pinnedByName ?? null,
    pinnedAt: optionalMoment(said?.pinnedAt ?? null),
  };
}
