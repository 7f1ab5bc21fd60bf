import { addDays, type CalendarDate, dayNumber, monthOf } from '../calendar-date.ts';
import type { RoleId } from '../id.ts';
import { randomChoice, randomInteger, seededRandom } from '../random.ts';
import { day, id, person, project, task } from './firm.fixture.ts';
import type { BalanceInput, BalancePerson, BalanceTask } from './input.ts';
import type { ScenarioChange } from './scenario-change.ts';

/**
 * Made-up changes of a made-up firm, one of each kind, each about things that no other of them speaks
 * of; the same for the same seed.
 */
export function randomChanges(seed: number, firm: BalanceInput): ScenarioChange[] {
  const random = seededRandom(seed);
  const whole = (low: number, high: number) => randomInteger(random, low, high);
  const [deals, projects, people] = [[...firm.deals], [...firm.projects], [...firm.people]];
  const taken = <Item>(items: Item[]): Item => {
    const [item] = items.splice(whole(0, items.length - 1), 1);
    if (item === undefined) throw new Error('the firm is too small');
    return item;
  };
  const [won, lost] = [taken(deals), taken(deals)];
  const [begun, stopped, delayed] = [taken(projects), taken(projects), taken(projects)];
  const [leaver, mover, learner] = [taken(people), taken(people), taken(people)];
  const shift = 7 * whole(1, 20);
  const days = (on: CalendarDate | null) => (on === null ? null : addDays(on, shift));
  const isLeft = (one: BalanceTask) => projects.some(({ id: left }) => left === one.projectId);
  return [
    {
      kind: 'win-deal',
      dealId: won.id,
      project: project('zz', { startOn: won.startOn, endOn: won.endOn, priority: whole(1, 5) }),
      tasks: Array.from({ length: whole(0, 6) }, (_, place) =>
        task(`zz${place}`, 'zz', {
          roleId: randomChoice(random, firm.roles).id,
          startOn: addDays(firm.today, whole(-20, 100)),
          dueOn: addDays(firm.today, whole(100, 200)),
          estimateMinutes: whole(0, 20_000),
        }),
      ),
    },
    { kind: 'lose-deal', dealId: lost.id },
    { kind: 'start-initiative', projectId: begun.id },
    { kind: 'stop-project', projectId: stopped.id },
    {
      kind: 'delay-project',
      projectId: delayed.id,
      startOn: days(delayed.startOn),
      endOn: days(delayed.endOn),
      replanned: firm.tasks
        .filter((one) => one.projectId === delayed.id)
        .map((one) => ({ ...one, startOn: days(one.startOn), dueOn: days(one.dueOn) })),
    },
    {
      kind: 'hire',
      person: person('zz hired', {
        roleId: randomChoice(random, firm.roles).id,
        weeklyMinutes: whole(0, 2400),
        joinedOn: addDays(firm.today, whole(0, 60)),
      }),
      rates: [
        {
          personId: id('zz hired'),
          validFrom: day('2020-01-01'),
          costPerHourMinor: whole(0, 9000),
          billPerHourMinor: whole(0, 20_000),
        },
      ],
    },
    {
      kind: 'leave',
      personId: leaver.id,
      lastDay: addDays(firm.today, whole(0, 60)),
      replanned: firm.tasks
        .filter((one) => isLeft(one) && one.assigneeIds.includes(leaver.id))
        .slice(0, 2)
        .map((one) => ({ ...one, dueOn: days(one.dueOn) })),
    },
    {
      kind: 'move-people',
      people: [inRole(mover, randomChoice(random, firm.roles).id)],
      replanned: [],
    },
    movedTerms(learner, firm, whole),
    otherReserve(firm, whole),
    {
      kind: 'change-target',
      shareBasisPoints: whole(0, 10_000),
      toleranceBasisPoints: whole(0, 2000),
    },
  ];
}

type Whole = (low: number, high: number) => number;

function movedTerms({ id: personId }: BalancePerson, firm: BalanceInput, whole: Whole) {
  const from = dayNumber(addDays(firm.today, whole(1, 90)));
  const roleId = firm.roles[whole(0, firm.roles.length - 1)]?.id ?? null;
  const teamId = firm.teams[whole(0, firm.teams.length)]?.id ?? null;
  return { kind: 'change-terms', personId, term: { from, roleId, teamId }, replanned: [] } as const;
}

function otherReserve(firm: BalanceInput, whole: Whole): ScenarioChange {
  return {
    kind: 'change-reserve',
    change: {
      policyId: firm.reserve.policies[0]?.id ?? id('zz fence'),
      name: 'Held back',
      scope: { kind: 'firm' },
      fromMonth: monthOf(addDays(firm.today, whole(0, 60))),
      amount: { by: 'share', basisPoints: whole(0, 10_000) },
      moneyMinor: null,
      toMonth: null,
    },
  };
}

function inRole(person: BalancePerson, roleId: RoleId): BalancePerson {
  const terms = person.capacity.terms.map((term) => ({ ...term, roleId }));
  return { ...person, capacity: { ...person.capacity, terms } };
}
