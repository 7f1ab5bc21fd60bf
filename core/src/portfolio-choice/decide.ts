import type { CalendarDate, CalendarMonth } from '../calendar-date.ts';
import { type Issue, issue } from '../issue.ts';
import { check } from '../portfolio/check.ts';
import { committedChoices } from '../portfolio/overload.ts';
import { changesSince } from './changes.ts';
import type { CandidateId, Placement } from './choice.ts';
import { isTaking, type Verdict, verdictOf } from './decision.ts';
import { placedDates } from './extent.ts';
import type { CandidateKind, ChoiceCandidate } from './facts.ts';
import { type ChoiceInput, portfolioProblem } from './problem.ts';

/** What a person says of one candidate. */
export type Said = {
  readonly candidateId: CandidateId;
  readonly verdict: Verdict;
  readonly reason: string;
};

/** A decision as it is carried out: the days are those that were shown. */
export type PlannedDecision = Said & {
  readonly kind: CandidateKind;
  readonly month: CalendarMonth | null;
  readonly startOn: CalendarDate | null;
  readonly endOn: CalendarDate | null;
  /** Whether the result said the same. */
  readonly wasProposed: boolean;
};

/** What deciding comes to: what is carried out, or everything that stands in the way. */
export type DecisionPlan =
  | { readonly ok: true; readonly decisions: readonly PlannedDecision[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

type Deciding = {
  /** What the result was computed from. */
  readonly solved: ChoiceInput;
  /** The same as it would be read now. */
  readonly now: ChoiceInput;
  readonly chosen: readonly Placement[];
  readonly decisions: readonly Said[];
  readonly today: CalendarDate;
};

/**
 * Decisions as they are carried out, or every reason why not: a candidate or the aims changed since,
 * what is taken on fits no more beside what is committed, an initiative cannot be approved, a month
 * has passed, or a person goes against the result without a reason.
 */
export function planDecisions(deciding: Deciding): DecisionPlan {
  const { solved, now, chosen, decisions } = deciding;
  const issues: Issue[] = [];
  if (JSON.stringify([solved.aims, solved.rules]) !== JSON.stringify([now.aims, now.rules]))
    issues.push(
      issue(['runId'], 'aims-changed', 'Aims or rules were changed since. Run the choice again.'),
    );
  const candidates = new Map(solved.facts.candidates.map((one) => [one.id as string, one]));
  const monthOf = new Map(chosen.map(({ candidateId, month }) => [candidateId as string, month]));
  const planned = decisions.flatMap((said, index): PlannedDecision[] => {
    const candidate = candidates.get(said.candidateId);
    const path = ['decisions', index];
    if (!candidate || !fits(said.verdict, candidate.kind)) {
      issues.push(
        issue(path, 'unknown', 'There is no such candidate, or it cannot be decided so.'),
      );
      return [];
    }
    const decision = planOf(said, candidate, monthOf.get(said.candidateId) ?? null);
    issues.push(...obstacles(decision, candidate, { path, today: deciding.today }));
    return [decision];
  });
  issues.push(...changeIssues(deciding, planned), ...fitIssues(now, planned));
  return issues.length > 0 ? { ok: false, issues } : { ok: true, decisions: planned };
}

function fits(verdict: Verdict, kind: CandidateKind): boolean {
  return verdictOf(kind, isTaking(verdict)) === verdict;
}

function planOf(
  said: Said,
  candidate: ChoiceCandidate,
  month: CalendarMonth | null,
): PlannedDecision {
  const isTaken = isTaking(said.verdict);
  const days = isTaken && month !== null ? placedDates(candidate, month) : null;
  return {
    ...said,
    kind: candidate.kind,
    month: isTaken ? month : null,
    startOn: days?.startOn ?? null,
    endOn: days?.endOn ?? null,
    wasProposed: isTaken === (month !== null),
  };
}

function obstacles(
  decision: PlannedDecision,
  candidate: ChoiceCandidate,
  { path, today }: { readonly path: Issue['path']; readonly today: CalendarDate },
): Issue[] {
  const { name } = candidate;
  const found: Issue[] = [];
  const isTaken = isTaking(decision.verdict);
  if (isTaken && decision.month === null)
    found.push(
      issue(path, 'not-proposed', `“${name}” is not in the result. Put it in and run again.`),
    );
  const needsReason = decision.verdict === 'shelve' || !decision.wasProposed;
  if (needsReason && decision.reason === '')
    found.push(issue([...path, 'reason'], 'needed', `Say why you decide so on “${name}”.`));
  if (isTaken && decision.startOn !== null && decision.startOn < today)
    found.push(issue(path, 'past', `“${name}” would have started already. Run again.`));
  if (isTaken && candidate.kind === 'initiative')
    for (const gap of candidate.approvalGaps)
      found.push(issue(path, 'cannot-approve', `“${name}” cannot be approved yet. ${gap}`));
  return found;
}

/** What became otherwise of what is decided on. */
function changeIssues({ solved, now }: Deciding, planned: readonly PlannedDecision[]): Issue[] {
  const decided = new Set<string>(planned.map(({ candidateId }) => candidateId));
  return changesSince(solved.facts, now.facts).flatMap((change) => {
    if (change.kind !== 'candidate' || !decided.has(change.candidateId)) return [];
    const words = `“${change.name}” has changed since: ${change.aspects.join(', ')}.`;
    return [issue(['runId'], 'changed', words)];
  });
}

/** Rules that what is taken on would break now; floors are the person's to give up. */
const bindingCodes = new Set(['capacity', 'reserve', 'exclusive', 'requires', 'start']);

function fitIssues(now: ChoiceInput, planned: readonly PlannedDecision[]): Issue[] {
  const problem = portfolioProblem(now);
  const known = new Set(problem.candidates.map(({ id }) => id));
  const taken = planned.flatMap(({ candidateId, month }) => {
    const start = month === null ? -1 : problem.months.indexOf(month);
    return start < 0 || !known.has(candidateId) ? [] : [{ id: candidateId as string, start }];
  });
  const { violations } = check(problem, [...committedChoices(problem), ...taken]);
  return violations
    .filter(({ code }) => bindingCodes.has(code))
    .map(({ path, code, message }) => issue(['runId'], code, inWords(path, message, now)));
}

function inWords(path: Issue['path'], message: string, { facts }: ChoiceInput): string {
  const [row, column] = path.slice(-2);
  const role = typeof row === 'number' ? facts.roles[row] : undefined;
  const month = typeof column === 'number' ? facts.months[column] : undefined;
  if (role && month && /Minutes$/.test(String(path.at(-3))))
    return `It fits no more: too few hours of ${role.name} in ${month}. Run again.`;
  return names(message, facts.candidates);
}

/** Names in place of ids. */
function names(message: string, candidates: readonly ChoiceCandidate[]): string {
  return candidates.reduce((text, { id, name }) => text.replaceAll(id, `“${name}”`), message);
}
