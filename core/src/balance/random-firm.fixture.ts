import {
  addDays,
  type CalendarDate,
  dayNumber,
  monthEnd,
  monthOf,
  monthStart,
} from '../calendar-date.ts';
import { capacityCalendar } from '../capacity/employment.ts';
import { randomChoice, randomInteger, seededRandom } from '../random.ts';
import {
  allocation,
  day,
  deal,
  emptyFirm,
  entry,
  id,
  joinedLogs,
  person,
  project,
  task,
} from './firm.fixture.ts';
import type { BalanceInput, ReserveFacts } from './input.ts';
import type { RingFenceScope } from './ring-fence.ts';

/** How large a made-up firm is. */
export type FirmSize = {
  readonly people: number;
  readonly projects: number;
  readonly months: number;
};

/** A made-up firm: every kind of row, gaps and odd dates included; the same for the same seed. */
export function randomFirm(seed: number, size: FirmSize): BalanceInput {
  const dice = diceOf(seed, size);
  const staff = randomStaff(dice, size);
  return {
    ...emptyFirm,
    today: dice.today,
    from: monthStart(monthOf(dice.start)),
    to: monthEnd(monthOf(addDays(dice.start, dice.days))),
    tentativeMeasure: dice.whole(0, 1) === 0 ? 'weighted' : 'full',
    ...staff,
    ...randomWork(dice, size, staff),
    reserve: randomReserve(dice, staff),
  };
}

type Dice = ReturnType<typeof diceOf>;
type Staff = ReturnType<typeof randomStaff>;

function diceOf(seed: number, size: FirmSize) {
  const random = seededRandom(seed);
  const whole = (low: number, high: number) => randomInteger(random, low, high);
  const today = addDays(day('2026-11-18'), whole(-200, 200));
  const start = addDays(today, -15 * size.months);
  const days = 30 * size.months;
  return {
    today,
    start,
    days,
    whole,
    choose: <T>(choices: readonly T[]) => randomChoice(random, choices),
    anyDay: (): CalendarDate => addDays(start, whole(0, days)),
    leave: () => {
      const startOn = addDays(start, whole(0, days));
      return { startOn, endOn: addDays(startOn, whole(0, 20)), isHalf: whole(1, 3) === 1 };
    },
    orNull: <T>(value: T): T | null => (whole(1, 8) === 1 ? null : value),
  };
}

/** Hours of the firm and of one of each kind that are held back, some of them lent. */
function randomReserve({ today, whole }: Dice, { teams, roles, people }: Staff): ReserveFacts {
  const month = monthOf(today);
  const scopes: RingFenceScope[] = [
    { kind: 'firm' },
    ...teams.slice(0, 1).map(({ id: teamId }) => ({ kind: 'team' as const, teamId })),
    ...roles.slice(0, 1).map(({ id: roleId }) => ({ kind: 'role' as const, roleId })),
    ...people.slice(0, 1).map(({ id: personId }) => ({ kind: 'person' as const, personId })),
  ];
  return {
    policies: scopes.map((scope) => ({
      id: id(`fence ${scope.kind}`),
      name: scope.kind,
      scope,
      toMonth: null,
      terms: [
        {
          fromMonth: month,
          amount: { by: 'share', basisPoints: whole(0, 5_000) },
          moneyMinor: 0,
        },
      ],
    })),
    entries: [
      {
        policyId: id('fence firm'),
        month,
        measure: 'minutes',
        bookedOn: today,
        kind: 'loan',
        amount: whole(1, 3_000),
        loanId: id('loan'),
      },
    ],
  };
}

function names(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${String(index).padStart(6, '0')}`);
}

function randomStaff(dice: Dice, size: FirmSize) {
  const { whole, orNull } = dice;
  const roles = names('role', 4).map((name) => ({
    id: id<'role'>(name),
    name,
    costPerHourMinor: whole(0, 9000),
    billPerHourMinor: whole(0, 20_000),
  }));
  const teams = names('team', 3).map((name) => ({ id: id<'team'>(name), name }));
  const holidays = [1, 2, 3].map(() => dayNumber(dice.anyDay()));
  const calendar = {
    ...capacityCalendar(undefined),
    holidays: holidays.map((on) => ({ from: on, to: on, name: 'Holiday', mostMinutes: 0 })),
  };
  const people = names('person', size.people).map((name) => {
    const joinedOn = whole(1, 3) === 1 ? dice.anyDay() : day('2020-01-01');
    const term = (validFrom: CalendarDate | null) => ({
      validFrom,
      roleId: orNull(dice.choose(roles).id),
      teamId: orNull(dice.choose(teams).id),
      weeklyMinutes: whole(0, 2400),
      weekMinutes: null,
    });
    return person(name, {
      terms: [term(null), ...(whole(1, 3) === 1 ? [term(dice.anyDay())] : [])],
      leaves: whole(1, 3) === 1 ? [dice.leave()] : [],
      calendar,
      joinedOn,
      leftOn: whole(1, 4) === 1 ? addDays(joinedOn, whole(0, dice.days)) : null,
    });
  });
  const rates = people.flatMap((who) =>
    Array.from({ length: whole(0, 3) }, (_, index) => ({
      personId: who.id,
      validFrom: addDays(dice.start, index * 97 + whole(0, 90)),
      costPerHourMinor: whole(0, 9000),
      billPerHourMinor: whole(0, 20_000),
    })),
  );
  return { roles, teams, people, rates };
}

function randomWork(dice: Dice, size: FirmSize, staff: Staff) {
  const { whole, orNull, anyDay, choose } = dice;
  const projects = names('project', size.projects).map((name) => {
    const kind = whole(1, 3) === 1 ? 'initiative' : 'client';
    return project(name, {
      kind,
      isCommitted: whole(1, 5) > 1,
      startOn: orNull(anyDay()),
      endOn: orNull(anyDay()),
      teamId: orNull(choose(staff.teams).id),
      promisedWeeklyMinutes: kind === 'initiative' ? whole(0, 1200) : 0,
      priority: whole(1, 5),
    });
  });
  const tasks = names('task', size.projects * 10).map((name) =>
    task(name, choose(projects).id, {
      roleId: orNull(choose(staff.roles).id),
      startOn: orNull(anyDay()),
      dueOn: orNull(anyDay()),
      estimateMinutes: orNull(whole(0, 9000)),
      loggedMinutes: whole(0, 3000),
      isDone: whole(1, 4) === 1,
      hasSubTasks: whole(1, 6) === 1,
      assigneeIds: [...new Set(Array.from({ length: whole(0, 3) }, () => choose(staff.people).id))],
    }),
  );
  const logs = names('entry', size.people * size.months * 40).map((name) =>
    entry(choose(projects).id, anyDay(), {
      id: id(name),
      personId: choose(staff.people).id,
      minutes: whole(1, 480),
      isBillable: whole(1, 4) > 1,
    }),
  );
  const deals = names('deal', size.projects).map((name) =>
    deal(name, {
      probabilityBasisPoints: whole(0, 10_000),
      startOn: orNull(anyDay()),
      endOn: orNull(anyDay()),
      demand: staff.roles
        .slice(whole(0, 4))
        .map((role) => ({ roleId: role.id, minutes: whole(1, 9000) })),
    }),
  );
  const allocations = names('allocation', size.projects * 2).map((name) => {
    const startOn = anyDay();
    return allocation(name, choose(projects).id, {
      personId: orNull(choose(staff.people).id),
      roleId: choose(staff.roles).id,
      startOn,
      endOn: addDays(startOn, whole(0, 120)),
      effort:
        whole(0, 1) === 0
          ? { by: 'day', minutesPerDay: whole(1, 480) }
          : { by: 'share', basisPoints: whole(1, 10_000) },
      certainty: whole(0, 3) === 0 ? 'tentative' : 'confirmed',
    });
  });
  return { projects, tasks, allocations, logs: joinedLogs(logs), deals };
}
