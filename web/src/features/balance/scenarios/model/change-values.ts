import type { ScenarioChangeFacts, ScenarioView } from '@evenkeel/contract/scenarios';
import type { ReserveAmount, RingFenceScope } from '@evenkeel/core/balance/ring-fence';
import type { ScenarioChangeKind } from '@evenkeel/core/balance/scenario-change';
import { type CalendarDate, type CalendarMonth, monthOf } from '@evenkeel/core/calendar-date';
import type {
  DealId,
  Id,
  PersonId,
  ProjectId,
  RingFenceId,
  RoleId,
  TeamId,
} from '@evenkeel/core/id';
import { type Money, money } from '@evenkeel/core/money';
import type { SubjectKind } from '@evenkeel/core/subject';
import { readerToday } from '../../../../ui/format/date.ts';
import type { PickedPerson } from '../../../people/components/person-picker.tsx';
import type { PickedSubject } from '../../../subjects/components/subject-picker.tsx';

/** Everything that any kind of change is made of, as a form holds it. */
export type ChangeValues = {
  readonly about: PickedSubject | null;
  readonly to: PickedSubject | null;
  readonly person: PickedPerson | null;
  readonly name: string;
  readonly reason: string;
  readonly teamId: TeamId | null;
  readonly roleId: RoleId | null;
  readonly weeklyMinutes: number | null;
  readonly weeks: number | null;
  readonly day: CalendarDate | null;
  readonly end: CalendarDate | null;
  readonly share: number | null;
  readonly tolerance: number | null;
  readonly costRate: Money | null;
  readonly billRate: Money | null;
  /** Null: a new one. */
  readonly fence: RingFenceId | null;
  readonly scope: RingFenceScope['kind'] | null;
  readonly by: ReserveAmount['by'] | null;
  readonly minutes: number | null;
  readonly held: Money | null;
  readonly month: CalendarMonth | null;
  readonly endMonth: CalendarMonth | null;
};

const nothing: ChangeValues = {
  about: null,
  to: null,
  person: null,
  name: '',
  reason: '',
  teamId: null,
  roleId: null,
  weeklyMinutes: 2400,
  weeks: 4,
  day: null,
  end: null,
  share: null,
  tolerance: 500,
  costRate: null,
  billRate: null,
  fence: null,
  scope: 'firm',
  by: 'share',
  minutes: null,
  held: null,
  month: null,
  endMonth: null,
};

/** The currency is the field's; amounts are the same in minor units. */
const anyCurrency = 'EUR';

/** What a form shows of a change; of a new one nothing but what is usual. */
export function valuesOf(
  facts: ScenarioChangeFacts | null,
  names: ScenarioView['names'],
): ChangeValues {
  if (facts === null) return { ...nothing, month: monthOf(readerToday()) };
  const subject = (kind: SubjectKind, id: DealId | ProjectId): PickedSubject => ({
    kind,
    id,
    name: names[id] ?? '',
  });
  const person = (id: PersonId | null | undefined) => (id ? { id, name: names[id] ?? '' } : null);
  switch (facts.kind) {
    case 'win-deal':
      return {
        ...nothing,
        about: subject('deal', facts.dealId),
        person: person(facts.projectManagerId),
        teamId: facts.teamId ?? null,
        day: facts.startOn ?? null,
        end: facts.endOn ?? null,
      };
    case 'lose-deal':
      return { ...nothing, about: subject('deal', facts.dealId), reason: facts.reason };
    case 'start-initiative':
      return { ...nothing, about: subject('initiative', facts.projectId) };
    case 'delay-project':
      return { ...nothing, about: subject('client-project', facts.projectId), weeks: facts.weeks };
    case 'stop-project':
      return {
        ...nothing,
        about: subject('client-project', facts.projectId),
        reason: facts.reason,
      };
    case 'hire':
      return {
        ...nothing,
        name: facts.name,
        roleId: facts.roleId,
        teamId: facts.teamId,
        weeklyMinutes: facts.weeklyMinutes,
        day: facts.from,
        costRate: amount(facts.costPerHourMinor),
        billRate: amount(facts.billPerHourMinor),
      };
    case 'leave':
      return { ...nothing, person: person(facts.personId), day: facts.lastDay };
    case 'move-people':
      return {
        ...nothing,
        person: person(facts.personId),
        about: subject('client-project', facts.fromProjectId),
        to: subject('client-project', facts.toProjectId),
        day: facts.from,
      };
    case 'change-terms':
      return {
        ...nothing,
        person: person(facts.personId),
        day: facts.from,
        roleId: facts.roleId,
        teamId: facts.teamId,
      };
    case 'change-reserve':
      return { ...nothing, ...reserveValues(facts, person) };
    case 'change-target':
      return { ...nothing, share: facts.shareBasisPoints, tolerance: facts.toleranceBasisPoints };
  }
}

function amount(minor: number | null): Money | null {
  return minor === null ? null : money(minor, anyCurrency);
}

type Needed = Partial<Record<keyof ChangeValues, string>>;
const aDeal = { about: 'Choose the deal.' };
const aProject = { about: 'Choose the project.' };

const needed: Record<ScenarioChangeKind, Needed> = {
  'win-deal': aDeal,
  'lose-deal': aDeal,
  'start-initiative': { about: 'Choose the initiative.' },
  'delay-project': { ...aProject, weeks: 'Say by how many weeks.' },
  'stop-project': aProject,
  hire: {
    name: 'Give the place a name.',
    roleId: 'Choose the role.',
    weeklyMinutes: 'Say how many hours a week.',
    day: 'Say from which day.',
  },
  leave: { person: 'Choose who leaves.', day: 'Say which day is the last.' },
  'move-people': {
    ...aProject,
    person: 'Choose who moves.',
    to: 'Choose where to.',
    day: 'Say from which day.',
  },
  'change-terms': { person: 'Choose who moves.', day: 'Say from which day.' },
  'change-reserve': { month: 'Say from which month.' },
  'change-target': { share: 'Say what to aim at.', tolerance: 'Say how far it may be off.' },
};

/** What is still missing for a kind of change, field by field. */
export function missingIn(kind: ScenarioChangeKind, values: ChangeValues): Record<string, string> {
  const also = kind === 'change-reserve' ? neededToHold(values) : {};
  return Object.fromEntries(
    Object.entries({ ...needed[kind], ...also }).filter(
      // The keys of `needed` are those of the values.
      ([name]) => [null, ''].includes(values[name as keyof ChangeValues] as null),
    ),
  );
}

/** What a new ring-fence, or another amount, has to say besides. */
function neededToHold({ fence, scope, by }: ChangeValues): Needed {
  const amount: Needed =
    by === 'minutes' ? { minutes: 'Say how many hours.' } : { share: 'Say what share.' };
  if (fence !== null) return amount;
  switch (scope) {
    case 'team':
      return { ...amount, teamId: 'Choose the team.' };
    case 'role':
      return { ...amount, roleId: 'Choose the role.' };
    case 'person':
      return { ...amount, person: 'Choose the person.' };
    default:
      return amount;
  }
}

/** The change that a form says; nothing of it is missing. */
export function factsOf(kind: ScenarioChangeKind, values: ChangeValues): ScenarioChangeFacts {
  const { person, name, reason, teamId } = values;
  // `missingIn` has seen to it that these are there; the pickers offer records of the right kind only.
  const deal = values.about?.id as DealId;
  const project = values.about?.id as ProjectId;
  const personId = person?.id as PersonId;
  const day = values.day as CalendarDate;
  switch (kind) {
    case 'win-deal':
      return {
        kind,
        dealId: deal,
        ...(person ? { projectManagerId: person.id } : {}),
        ...(teamId ? { teamId } : {}),
        ...(values.day ? { startOn: values.day } : {}),
        ...(values.end ? { endOn: values.end } : {}),
      };
    case 'lose-deal':
      return { kind, dealId: deal, reason };
    case 'start-initiative':
      return { kind, projectId: project };
    case 'delay-project':
      return { kind, projectId: project, weeks: values.weeks ?? 1 };
    case 'stop-project':
      return { kind, projectId: project, reason };
    case 'hire':
      return {
        kind,
        name,
        roleId: values.roleId as RoleId,
        teamId,
        weeklyMinutes: values.weeklyMinutes ?? 2400,
        from: day,
        costPerHourMinor: values.costRate?.minor ?? null,
        billPerHourMinor: values.billRate?.minor ?? null,
      };
    case 'leave':
      return { kind, personId, lastDay: day };
    case 'move-people':
      return {
        kind,
        personId,
        fromProjectId: project,
        toProjectId: values.to?.id as ProjectId,
        from: day,
      };
    case 'change-terms':
      return { kind, personId, from: day, roleId: values.roleId, teamId };
    case 'change-reserve':
      return reserveFacts(values);
    case 'change-target':
      return {
        kind,
        shareBasisPoints: values.share ?? 0,
        toleranceBasisPoints: values.tolerance ?? 0,
      };
  }
}

type ReserveChange = Extract<ScenarioChangeFacts, { kind: 'change-reserve' }>;

function reserveFacts(values: ChangeValues): ReserveChange {
  const { by, minutes, share, scope, fence } = values;
  return {
    kind: 'change-reserve',
    ringFenceId: fence,
    name: values.name.trim() === '' ? 'Ring-fence' : values.name,
    scope: { kind: scope ?? 'firm', id: fence === null ? scopeIdOf(values) : null },
    // `missingIn` has seen to it that the month is there.
    fromMonth: values.month as CalendarMonth,
    amount:
      by === 'minutes'
        ? { by, minutesPerMonth: minutes ?? 0 }
        : { by: 'share', basisPoints: share ?? 0 },
    moneyMinor: values.held?.minor ?? null,
    toMonth: values.endMonth,
  };
}

function scopeIdOf({ scope, teamId, roleId, person }: ChangeValues): Id<string> | null {
  switch (scope) {
    case 'team':
      return teamId;
    case 'role':
      return roleId;
    case 'person':
      return person?.id ?? null;
    default:
      return null;
  }
}

function reserveValues(
  { ringFenceId, name, scope, amount: held, ...facts }: ReserveChange,
  personOf: (id: PersonId | null) => PickedPerson | null,
): Partial<ChangeValues> {
  // The id is of what the kind says.
  const id = scope.id as string as TeamId & RoleId & PersonId;
  return {
    fence: ringFenceId,
    name: ringFenceId === null ? name : '',
    scope: scope.kind,
    teamId: scope.kind === 'team' ? id : null,
    roleId: scope.kind === 'role' ? id : null,
    person: scope.kind === 'person' ? personOf(id) : null,
    by: held.by,
    minutes: held.by === 'minutes' ? held.minutesPerMonth : null,
    share: held.by === 'share' ? held.basisPoints : null,
    held: amount(facts.moneyMinor),
    month: facts.fromMonth,
    endMonth: facts.toMonth,
  };
}
