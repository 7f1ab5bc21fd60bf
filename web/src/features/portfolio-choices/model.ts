import type { CandidateView, PortfolioFactsView } from '@evenkeel/contract/portfolio-candidates';
import type { PortfolioChoiceRow } from '@evenkeel/contract/portfolio-choices';
import type { DemandView, PortfolioResultView } from '@evenkeel/contract/portfolio-results';
import type { FactChangeView, PortfolioRunView } from '@evenkeel/contract/portfolio-runs';
import type { CalendarMonth } from '@evenkeel/core/calendar-date';
import type { RoleId } from '@evenkeel/core/id';
import type { CandidateGap } from '@evenkeel/core/portfolio-choice/facts';
import { formatMonth } from '../../ui/format/date.ts';
import { formatEffort } from '../../ui/format/effort.ts';
import { formatNumber } from '../../ui/format/number.ts';

/** How an amount in minor units is written. */
export type WriteMoney = (minor: number) => string;

export const stateWords: Record<PortfolioChoiceRow['state'], string> = {
  draft: 'Draft',
  solved: 'Not yet decided',
  decided: 'Decided',
};

export const verdictWords = {
  pursue: 'Pursue',
  decline: 'Decline',
  start: 'Start',
  shelve: 'Shelve',
} as const;

export const gapWords: Record<CandidateGap, string> = {
  'no-start': 'It says no start, so it may begin in any month.',
  'no-end': 'It says no end, so its length is the usual one.',
  'no-rate': 'A role of its hours has no cost rate: those hours cost nothing here.',
  'no-value': 'It has no value.',
  'no-goal': 'No goal is linked that it helps.',
};

const aspectWords: Record<string, string> = {
  gone: 'is no candidate any more',
  new: 'is new',
  value: 'value',
  probability: 'probability',
  dates: 'dates',
  hours: 'hours',
  cost: 'cost rates',
  contribution: 'goals',
  spending: 'spending',
  state: 'state',
};

/** A candidate's page. */
export function candidateHref({ kind, id }: { kind: 'deal' | 'initiative'; id: string }): string {
  return kind === 'deal' ? `/deals/${id}` : `/initiatives/${id}`;
}

/** Points of contribution: `50 points`. */
export function formatPoints(points: number): string {
  return `${formatNumber(points)} ${Math.abs(points) === 1 ? 'point' : 'points'}`;
}

/** How sure a result is to be the best. */
export function proofWords({ status, gapBasisPoints }: PortfolioResultView): string {
  if (status === 'optimal' && gapBasisPoints === 0) return 'Proven best';
  if (status === 'infeasible') return 'No portfolio meets all demands';
  if (status === 'unknown') return 'Nothing was found in time';
  return `At most ${formatNumber(gapBasisPoints / 100)} % below the best`;
}

/** A demand in words, as the thing that stands in the way: `Designer in March 2027`. */
export function demandWords(demand: DemandView, money: WriteMoney): string {
  const [first = '', second = ''] = demand.candidates.map(({ name }) => `“${name}”`);
  const at = demand.month === null ? '' : ` in ${formatMonth(demand.month)}`;
  const least = (write: (amount: number) => string) =>
    demand.least === null ? '' : ` of ${write(demand.least)}`;
  switch (demand.kind) {
    case 'capacity':
      return `hours of ${demand.role?.name ?? 'a role'}${at}`;
    case 'reserve':
      return `the reserve of ${demand.role?.name ?? 'a role'}${at}`;
    case 'committed':
      return `${first} is committed`;
    case 'mandatory':
      return `${first} is mandatory`;
    case 'pin':
      return demand.side === 'out' ? `${first} is kept out` : `${first} is put in${at}`;
    case 'exclusive':
      return `only one of ${demand.candidates.map(({ name }) => `“${name}”`).join(', ')}`;
    case 'requires':
      return `${first} needs ${second}`;
    case 'client-cash':
      return `the cash floor${least(money)}${at}`;
    case 'initiative-minutes':
      return `the floor of initiative hours${least(formatEffort)}`;
    case 'initiative-spend':
      return `the floor of initiative money${least(money)}`;
    case 'least-contribution':
      return `the floor of contribution${least(formatPoints)}`;
    case 'least-margin':
      return `the floor of margin${least(money)}`;
  }
}

/** What to give up about a demand that conflicts with others. */
export function dropWords({ kind }: DemandView): string {
  switch (kind) {
    case 'capacity':
      return 'find more people, or start something later';
    case 'reserve':
      return 'lower the reserve';
    case 'mandatory':
      return 'make it optional';
    case 'pin':
      return 'take the override back';
    case 'exclusive':
      return 'let both be chosen';
    case 'requires':
      return 'let it stand alone';
    case 'committed':
      return 'stop or delay the project';
    default:
      return 'lower the floor';
  }
}

/** Why a candidate was left out, in one sentence. */
export function reasonWords(
  { reason }: PortfolioResultView['leftOut'][number],
  money: WriteMoney,
): string {
  if (reason.kind === 'no-start') return 'No month is open for it to start in.';
  if (reason.kind === 'fits') return 'It would fit, and adds nothing to what is asked for.';
  const [worst, ...more] = reason.by;
  if (!worst) return 'It does not fit.';
  const { demand, short } = worst;
  const others = more.length === 0 ? '' : `, and ${more.length} more`;
  const isMinutes = demand.kind === 'capacity' || demand.kind === 'reserve';
  if (isMinutes && short !== null)
    return `${formatEffort(short)} short: ${demandWords(demand, money)}${others}.`;
  return `In its way: ${demandWords(demand, money)}${others}.`;
}

/** Something that is otherwise than when the result was computed. */
export function changeWords(change: FactChangeView): string {
  if (change.kind === 'room') {
    const { roleName, month, before, after } = change;
    const direction = after > before ? 'more' : 'less';
    return `${roleName} in ${formatMonth(month)}: ${formatEffort(Math.abs(after - before))} ${direction}`;
  }
  const words = change.aspects.map((aspect) => aspectWords[aspect] ?? aspect);
  return `${change.name}: ${words.join(', ')}`;
}

const stepWords: Record<NonNullable<PortfolioRunView['progress']>['step'], string> = {
  choosing: 'Choosing the best portfolio',
  explaining: 'Finding out what each candidate is worth',
  pricing: 'Pricing hours',
  frontier: 'Drawing margin against contribution',
};

/** How far a run is. */
export function progressWords({ progress }: PortfolioRunView): string {
  if (!progress) return '';
  const { step, done, of, gapBasisPoints } = progress;
  const gap =
    step === 'choosing' && gapBasisPoints !== null
      ? `, at most ${formatNumber(gapBasisPoints / 100)} % below the best so far`
      : '';
  return `${stepWords[step]}${of > 1 ? ` (${done} of ${of})` : ''}${gap}`;
}

/** Work of one role in one month: what it is of, and how much. */
export type LoadPart = {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly what: 'committed' | 'deal' | 'initiative';
  readonly minutes: number;
};

/** A role's months: capacity, and the work that would lie on it. */
export type RoleLoad = {
  readonly roleId: RoleId;
  readonly name: string;
  readonly months: readonly {
    readonly month: CalendarMonth;
    readonly capacityMinutes: number;
    readonly minutes: number;
    readonly parts: readonly LoadPart[];
  }[];
};

type Chosen = readonly { readonly candidateId: string; readonly month: CalendarMonth }[];

/** The load of each role in each month when these candidates are taken. Roles without people or work are left out. */
export function loadOf(facts: PortfolioFactsView, chosen: Chosen): RoleLoad[] {
  const startOf = new Map(chosen.map((one) => [one.candidateId, facts.months.indexOf(one.month)]));
  return facts.roles
    .map((role) => ({
      roleId: role.id,
      name: role.name,
      months: facts.months.map((month, index) => {
        const parts = [
          ...facts.committed.flatMap((work) => committedPart(work, role.id, index)),
          ...facts.candidates.flatMap((one) =>
            candidatePart(one, role.id, index - (startOf.get(one.id) ?? Number.NaN)),
          ),
        ];
        return {
          month,
          capacityMinutes: role.capacityMinutes[index] ?? 0,
          minutes: parts.reduce((sum, part) => sum + part.minutes, 0),
          parts: parts.sort((a, b) => b.minutes - a.minutes),
        };
      }),
    }))
    .filter(({ months }) => months.some((at) => at.capacityMinutes > 0 || at.minutes > 0));
}

function committedPart(
  work: PortfolioFactsView['committed'][number],
  roleId: RoleId,
  index: number,
): LoadPart[] {
  const minutes = minutesOf(work.hours, roleId, index);
  const folder = work.kind === 'client' ? 'client-projects' : 'initiatives';
  const href = `/${folder}/${work.id}`;
  return minutes === 0 ? [] : [{ id: work.id, name: work.name, href, what: 'committed', minutes }];
}

function candidatePart(candidate: CandidateView, roleId: RoleId, offset: number): LoadPart[] {
  const minutes = minutesOf(candidate.hours, roleId, offset);
  const { id, name, kind } = candidate;
  return minutes === 0 ? [] : [{ id, name, href: candidateHref(candidate), what: kind, minutes }];
}

function minutesOf(hours: CandidateView['hours'], roleId: RoleId, index: number): number {
  return hours.find((row) => row.roleId === roleId)?.minutes[index] ?? 0;
}
