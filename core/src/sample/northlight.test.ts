import { describe, expect, test } from 'vitest';
import { type CalendarDate, calendarDate, dayNumber, isWeekdayDate } from '../calendar-date.ts';
import { northlight } from './northlight.ts';

const today = calendarDate('2026-11-23');
const firm = northlight(today);

describe('the sample firm', () => {
  test('is the same for the same day, and moves with the day', () => {
    expect(northlight(today)).toEqual(firm);
    expect(northlight(calendarDate('2027-03-01'))).not.toEqual(firm);
  });

  test('is whole: every key that is named exists once', () => {
    const keys = (rows: readonly { key: string }[]) => {
      const set = new Set(rows.map((row) => row.key));
      expect(set.size).toBe(rows.length);
      return set;
    };
    const people = keys(firm.people);
    const accounts = keys(firm.accounts);
    const deals = keys(firm.deals);
    const projects = keys(firm.projects);
    const tasks = keys(firm.tasks);
    const phases = keys(firm.phases);
    const roles = keys(firm.roles);
    const stages = keys([...firm.stages, ...firm.pipelines.flatMap((one) => one.stages)]);
    const all = (named: readonly (string | null)[], known: ReadonlySet<string>) =>
      expect(named.filter((key) => key !== null && !known.has(key))).toEqual([]);
    all(
      firm.deals.map((deal) => deal.account),
      accounts,
    );
    all(
      firm.deals.map((deal) => deal.owner),
      people,
    );
    all(
      firm.deals.map((deal) => deal.stage),
      stages,
    );
    all(
      firm.deals.flatMap((deal) => deal.demand.map((line) => line.role)),
      roles,
    );
    all(
      firm.projects.map((project) => project.deal),
      deals,
    );
    all(
      firm.projects.map((project) => project.account),
      accounts,
    );
    all(
      firm.tasks.map((task) => task.project),
      projects,
    );
    all(
      firm.tasks.map((task) => task.phase),
      phases,
    );
    all(
      firm.tasks.flatMap((task) => task.assignees),
      people,
    );
    all(
      firm.timeEntries.map((entry) => entry.task),
      tasks,
    );
  });

  test('knows the people at its accounts, what was said with them and what they want (CR-01, B12)', () => {
    const { care, contacts, interactions, customerGoals, customerInitiatives } = firm.clients;
    const accounts = new Set(firm.accounts.map(({ key }) => key));
    const people = new Set(firm.people.map(({ key }) => key));
    const contactKeys = new Set(contacts.map(({ key }) => key));
    const deals = new Set(firm.deals.map(({ key }) => key));
    const goals = new Set(customerGoals.map(({ key }) => key));
    expect(contactKeys.size).toBe(contacts.length);
    expect(contacts.length).toBeGreaterThan(110);
    expect(interactions.length).toBeGreaterThan(250);
    expect(interactions.every(({ on }) => on <= today && isWeekdayDate(on))).toBe(true);
    const unknown = [
      ...care.map(({ account }) => accounts.has(account)),
      ...contacts.flatMap((contact) =>
        contact.accounts.map(({ account }) => accounts.has(account)),
      ),
      ...interactions.flatMap((line) => [
        accounts.has(line.account),
        line.deal === null || deals.has(line.deal),
        ...line.people.map((key) => people.has(key)),
        ...line.contacts.map((key) => contactKeys.has(key)),
      ]),
      ...customerGoals.flatMap((goal) => goal.deals.map((key) => deals.has(key))),
      ...customerInitiatives.flatMap(({ goals: served }) =>
        served.map(({ goal }) => goals.has(goal)),
      ),
    ];
    expect(unknown.filter((isKnown) => !isKnown)).toEqual([]);
    expect(customerGoals.filter((goal) => goal.deals.length === 0).length).toBe(3);
  });

  test('has two years of hours on weekdays before today, never more than a day holds', () => {
    const perDay = new Map<string, number>();
    for (const entry of firm.timeEntries) {
      expect(entry.on < today && isWeekdayDate(entry.on)).toBe(true);
      const key = `${entry.person} ${entry.on}`;
      perDay.set(key, (perDay.get(key) ?? 0) + entry.minutes);
    }
    expect(Math.max(...perDay.values())).toBeLessThanOrEqual(10 * 60);
    expect(firm.timeEntries.length).toBeGreaterThan(9_000);
    const first = Math.min(...firm.timeEntries.map((entry) => dayNumber(entry.on)));
    expect(dayNumber(today) - first).toBeGreaterThan(700);
  });

  test('has one initiative that starves: far less given than promised (B06)', () => {
    const weekly = (name: string) => {
      const entries = firm.timeEntries.filter((entry) => entry.project === name);
      const days = entries.map((entry) => dayNumber(entry.on as CalendarDate));
      const weeks = (dayNumber(today) - Math.min(...days)) / 7;
      return entries.reduce((sum, entry) => sum + entry.minutes, 0) / weeks;
    };
    const promised = (name: string) =>
      firm.projects.find((project) => project.key === name)?.promisedWeeklyMinutes ?? 0;
    expect(weekly('Proposal workbench')).toBeLessThan(promised('Proposal workbench') / 2);
    expect(weekly('Enter the Nordic market')).toBeGreaterThan(
      promised('Enter the Nordic market') * 0.7,
    );
  });
});
