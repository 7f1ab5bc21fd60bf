import type { CalendarMonth } from '../calendar-date.ts';
import type { RoleId } from '../id.ts';
import type { CandidateId } from './choice.ts';
import type { CandidateKind, ChoiceCandidate, PortfolioFacts } from './facts.ts';
import { minutesOf } from './problem.ts';

/** What can be otherwise about a candidate. */
export const changedAspects = [
  'gone',
  'new',
  'value',
  'probability',
  'dates',
  'hours',
  'cost',
  'contribution',
  'spending',
  'state',
] as const;
export type ChangedAspect = (typeof changedAspects)[number];

/** Something that is otherwise than when a result was computed. */
export type FactChange =
  | {
      readonly kind: 'candidate';
      readonly candidateId: CandidateId;
      readonly candidateKind: CandidateKind;
      readonly name: string;
      readonly aspects: readonly ChangedAspect[];
    }
  | {
      readonly kind: 'room';
      readonly roleId: RoleId;
      readonly roleName: string;
      readonly month: CalendarMonth;
      /** Minutes that were left for candidates, and are now; below zero when more is committed. */
      readonly before: number;
      readonly after: number;
    };

/**
 * What is otherwise now than it was then, candidates first, then the room in each role's months. Empty
 * when a result still rests on what is so.
 */
export function changesSince(then: PortfolioFacts, now: PortfolioFacts): FactChange[] {
  return [...candidateChanges(then, now), ...roomChanges(then, now)];
}

function candidateChanges(then: PortfolioFacts, now: PortfolioFacts): FactChange[] {
  const before = new Map(then.candidates.map((one) => [one.id as string, one]));
  const after = new Map(now.candidates.map((one) => [one.id as string, one]));
  const all = [...then.candidates, ...now.candidates.filter((one) => !before.has(one.id))];
  return all.flatMap((one): FactChange[] => {
    const aspects = aspectsOf(before.get(one.id), after.get(one.id));
    if (aspects.length === 0) return [];
    const { id: candidateId, kind: candidateKind } = one;
    const name = after.get(one.id)?.name ?? one.name;
    return [{ kind: 'candidate', candidateId, candidateKind, name, aspects }];
  });
}

function aspectsOf(
  before: ChoiceCandidate | undefined,
  after: ChoiceCandidate | undefined,
): ChangedAspect[] {
  if (!after) return ['gone'];
  if (!before) return ['new'];
  return [...sharedAspects(before, after), ...ownAspects(before, after)];
}

function sharedAspects(before: ChoiceCandidate, after: ChoiceCandidate): ChangedAspect[] {
  const aspects: ChangedAspect[] = [];
  const hasOtherDates = before.startOn !== after.startOn || before.endOn !== after.endOn;
  if (hasOtherDates) aspects.push('dates');
  // Other days alone lay the same hours otherwise; that is said once.
  if (!hasOtherDates && !isSame(before.hours, after.hours)) aspects.push('hours');
  if (hasOtherDates && totalOf(before) !== totalOf(after)) aspects.push('hours');
  if (before.costMinor !== after.costMinor && !aspects.includes('hours') && !hasOtherDates)
    aspects.push('cost');
  return aspects;
}

function ownAspects(before: ChoiceCandidate, after: ChoiceCandidate): ChangedAspect[] {
  const aspects: ChangedAspect[] = [];
  if (before.kind === 'deal' && after.kind === 'deal') {
    if (before.valueMinor !== after.valueMinor) aspects.push('value');
    if (before.probabilityBasisPoints !== after.probabilityBasisPoints) aspects.push('probability');
  }
  if (before.kind === 'initiative' && after.kind === 'initiative') {
    if (before.contribution !== after.contribution) aspects.push('contribution');
    if (before.spendingMinor !== after.spendingMinor) aspects.push('spending');
    if (before.state !== after.state) aspects.push('state');
  }
  return aspects;
}

function roomChanges(then: PortfolioFacts, now: PortfolioFacts): FactChange[] {
  const roleNow = new Map(now.roles.map((role) => [role.id, role]));
  return then.roles.flatMap((role) =>
    then.months.flatMap((month, index): FactChange[] => {
      const at = now.months.indexOf(month);
      const capacity = at < 0 ? 0 : (roleNow.get(role.id)?.minutes[at] ?? 0);
      const taken = at < 0 ? 0 : minutesOf(now.committed, role.id, at);
      const before = (role.minutes[index] ?? 0) - minutesOf(then.committed, role.id, index);
      const after = capacity - taken;
      if (before === after) return [];
      return [{ kind: 'room', roleId: role.id, roleName: role.name, month, before, after }];
    }),
  );
}

function totalOf({ hours }: ChoiceCandidate): number {
  return hours.reduce((sum, { minutes }) => minutes.reduce((part, one) => part + one, sum), 0);
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
