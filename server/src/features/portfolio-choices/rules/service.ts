import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { portfolioChoices } from '@evenkeel/contract/portfolio-choices';
import type { PortfolioChoiceId } from '@evenkeel/core/id';
import type { CandidateId } from '@evenkeel/core/portfolio-choice/choice';
import type { ChoiceCandidate, PortfolioFacts } from '@evenkeel/core/portfolio-choice/facts';
import { AppError, invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { factsOf, lockChoice, readChoice } from '../aims/service.ts';
import { requireOpen } from '../policy.ts';
import * as repository from './repository.ts';

type Draft = BodyOf<typeof portfolioChoices.setRule>;

export { putRule as keepRule } from './repository.ts';

/** Says of one candidate when it may start, what it excludes or requires, or that a person decided. */
export async function setRule(
  scope: Scope,
  key: { readonly id: PortfolioChoiceId; readonly candidateId: CandidateId },
  draft: Draft,
): Promise<void> {
  await lockChoice(scope, key.id);
  const whole = await readChoice(scope, key.id);
  requireOpen(whole.choice);
  const facts = await factsOf(scope, whole.aims);
  const candidate = facts.candidates.find((one) => one.id === key.candidateId);
  if (!candidate)
    throw new AppError('not-found', 'There is no such candidate in this portfolio choice.');
  checkRule(draft, candidate, facts);
  const before = whole.rules.find((rule) => rule.candidateId === key.candidateId);
  const isSamePin =
    JSON.stringify(before?.pin ?? null) === JSON.stringify(draft.pin) &&
    before?.pinReason === draft.pinReason;
  const pinned = isSamePin
    ? { pinnedBy: before?.pinnedBy ?? null, pinnedAt: before?.pinnedAt ?? null }
    : { pinnedBy: scope.actor.memberId, pinnedAt: scope.now };
  await repository.putRule(
    scope,
    { choiceId: key.id, kind: candidate.kind },
    {
      ...draft,
      candidateId: key.candidateId,
      pinReason: draft.pin === null ? '' : draft.pinReason,
      ...(draft.pin === null ? { pinnedBy: null, pinnedAt: null } : pinned),
    },
  );
}

function checkRule(
  draft: Draft,
  candidate: ChoiceCandidate,
  { months, candidates }: PortfolioFacts,
) {
  if (draft.pin !== null && draft.pinReason.trim() === '')
    throw invalid(['pinReason'], 'needed', 'say why, so that it can be read later');
  if (draft.firstMonth !== null && draft.lastMonth !== null && draft.lastMonth < draft.firstMonth)
    throw invalid(['lastMonth'], 'too-early', 'is before the first month');
  if (draft.pin?.side === 'in' && draft.pin.month !== null && !months.includes(draft.pin.month))
    throw invalid(['pin', 'month'], 'unknown', 'is no month of this choice');
  const ids = new Set<string>(candidates.map(({ id }) => id));
  for (const [index, needs] of draft.requires.entries()) {
    const path = ['requires', index];
    if (needs === candidate.id) throw invalid(path, 'itself', 'a candidate cannot require itself');
    if (!ids.has(needs)) throw invalid(path, 'unknown', 'there is no such candidate');
    if (draft.requires.indexOf(needs) !== index) throw invalid(path, 'twice', 'stands there twice');
  }
}
