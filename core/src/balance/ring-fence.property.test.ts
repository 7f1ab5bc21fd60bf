import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, type CalendarMonth, monthOf } from '../calendar-date.ts';
import type { RingFenceId } from '../id.ts';
import { day, id } from './firm.fixture.ts';
import {
  accountsOf,
  bookingsTo,
  loanEntries,
  newShortfalls,
  payBackEntry,
  type ReserveUse,
  shortfallsOf,
  targetsOf,
} from './reserve-book.ts';
import { accountKey, emptyMonth, replayLedger, standingsOf } from './reserve-ledger.ts';
import type { ReserveEntry, ReserveLoan, RingFence } from './ring-fence.ts';

const start = day('2026-12-01');
const months = [0, 1, 2, 3].map((count) => addMonths(monthOf(start), count));
const capacityMinutes = 1000;

/** What may happen, one after the other: each is done or refused by the ledger's own rules. */
const happening = fc.oneof(
  fc.record({ does: fc.constant('allocate' as const), place: fc.nat(3), minutes: fc.nat(1300) }),
  fc.record({
    does: fc.constant('lend' as const),
    place: fc.nat(3),
    minutes: fc.nat(300),
    days: fc.nat(90),
  }),
  fc.record({
    does: fc.constant('pay back' as const),
    place: fc.nat(3),
    minutes: fc.nat(300),
    loan: fc.nat(),
  }),
  fc.record({
    does: fc.constant('return' as const),
    place: fc.nat(3),
    minutes: fc.nat(300),
    loan: fc.nat(),
  }),
  fc.record({
    does: fc.constant('change policy' as const),
    place: fc.nat(3),
    minutes: fc.nat(1000),
  }),
  fc.record({ does: fc.constant('wait' as const), days: fc.nat(40) }),
);
type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never;

type Story = {
  today: typeof start;
  client: number[];
  policy: RingFence;
  loans: ReserveLoan[];
  entries: ReserveEntry[];
};

const policyId: RingFenceId = id('fence');

function beginning(): Story {
  const terms = [
    { fromMonth: monthOf(start), amount: { by: 'share', basisPoints: 2000 }, moneyMinor: 0 },
  ] as const;
  const policy: RingFence = { id: policyId, scope: { kind: 'firm' }, toMonth: null, terms };
  return settled({ today: start, client: months.map(() => 0), policy, loans: [], entries: [] });
}

function monthAt(place: number): CalendarMonth {
  const month = months[place];
  if (month === undefined) throw new Error('no such month');
  return month;
}

function look(story: Story) {
  const uses: ReserveUse[] = months.map((month, place) => ({
    policyId,
    month,
    capacityMinutes,
    clientMinutes: story.client[place] ?? 0,
  }));
  const accounts = accountsOf(replayLedger(story.entries));
  const targets = targetsOf([story.policy], uses, accounts);
  return { accounts, targets, shortfalls: shortfallsOf(targets, accounts) };
}

function settled(story: Story): Story {
  const { targets, accounts } = look(story);
  return { ...story, entries: [...story.entries, ...bookingsTo(targets, accounts, story.today)] };
}

/** The story after a change, unless the change is refused for want of a loan. */
function unlessRefused(before: Story, after: Story): Story {
  const refusals = newShortfalls(look(before).shortfalls, look(after).shortfalls);
  return refusals.length > 0 ? before : settled(after);
}

function next(story: Story, event: Happening): Story {
  switch (event.does) {
    case 'wait':
      return { ...story, today: addDays(story.today, event.days) };
    case 'allocate':
      return unlessRefused(story, {
        ...story,
        client: story.client.with(event.place, event.minutes),
      });
    case 'change policy':
      return unlessRefused(story, { ...story, policy: changed(story.policy, event) });
    case 'lend':
      return lend(story, event);
    case 'pay back':
    case 'return':
      return payBack(story, event);
  }
}

function changed(
  policy: RingFence,
  { place, minutes }: { place: number; minutes: number },
): RingFence {
  const fromMonth = monthAt(place);
  const others = policy.terms.filter((term) => term.fromMonth !== fromMonth);
  const amount = { by: 'minutes', minutesPerMonth: minutes } as const;
  return { ...policy, terms: [...others, { fromMonth, amount, moneyMinor: 0 }] };
}

function lend(story: Story, event: { place: number; minutes: number; days: number }): Story {
  if (event.minutes === 0) return story;
  const loan: ReserveLoan = {
    id: id(`loan ${story.loans.length}`),
    policyId,
    measure: 'minutes',
    approverId: id('Ada'),
    reason: 'A rush.',
    payBackOn: addDays(story.today, event.days),
  };
  const lines = [{ month: monthAt(event.place), amount: event.minutes }];
  const entries = [...story.entries, ...loanEntries(loan, lines, story.today)];
  return settled({ ...story, loans: [...story.loans, loan], entries });
}

function payBack(
  story: Story,
  event: { does: 'pay back' | 'return'; place: number; minutes: number; loan: number },
): Story {
  const loan = story.loans[event.loan % Math.max(1, story.loans.length)];
  if (loan === undefined || event.minutes === 0) return story;
  const month = monthAt(event.place);
  const { accounts, targets } = look(story);
  const target = targets.find((one) => one.month === month && one.measure === 'minutes');
  const [standing] = standingsOf([loan], story.entries, story.today);
  if (!target || !standing) throw new Error('every month has a target');
  const account = accounts.get(accountKey(target)) ?? emptyMonth(target);
  const kind = event.does === 'return' ? 'return' : 'pay-back';
  const given = { kind, month, amount: event.minutes } as const;
  const answer = payBackEntry(loan, given, { standing, account, target, today: story.today });
  if (!answer.ok) return story;
  return settled({ ...story, entries: [...story.entries, answer.entry] });
}

/** What a reader with pen and paper finds, without any of the ledger's functions. */
function byHand(story: Story) {
  const sum = (kind: ReserveEntry['kind'], pick: (entry: ReserveEntry) => boolean) =>
    story.entries
      .filter((entry) => entry.measure === 'minutes' && entry.kind === kind && pick(entry))
      .reduce((total, entry) => total + entry.amount, 0);
  return {
    months: months.map((month, place) => {
      const here = (entry: ReserveEntry) => entry.month === month;
      const term = story.policy.terms
        .filter(({ fromMonth }) => fromMonth <= month)
        .toSorted((a, b) => (a.fromMonth < b.fromMonth ? -1 : 1))
        .at(-1);
      const held =
        term?.amount.by === 'share'
          ? Math.round((capacityMinutes * term.amount.basisPoints) / 10_000)
          : Math.min(term?.amount.minutesPerMonth ?? 0, capacityMinutes);
      const reserve = held + sum('pay-back', here);
      const inReserve =
        (story.client[place] ?? 0) - (capacityMinutes - Math.min(reserve, capacityMinutes));
      const taken = Math.max(0, Math.min(inReserve, Math.min(reserve, capacityMinutes)));
      return {
        month,
        balance: reserve - taken,
        taken,
        lent: sum('loan', here) - sum('return', here),
      };
    }),
    overdue: story.loans
      .filter((loan) => {
        const of = (entry: ReserveEntry) => entry.loanId === loan.id;
        const owed = sum('loan', of) - sum('return', of) - sum('pay-back', of);
        return owed > 0 && loan.payBackOn < story.today;
      })
      .map((loan) => loan.id),
  };
}

test('however work, loans, pay-backs and policies come, the ledger holds (B03)', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 40 }), (events) => {
      let story = beginning();
      for (const event of events) {
        story = next(story, event);
        const accounts = replayLedger(story.entries).filter((one) => one.measure === 'minutes');
        const hand = byHand(story);
        for (const one of hand.months) {
          const account = accounts.find(({ month }) => month === one.month);
          // Replay gives the balance that policy and allocations as they stand have.
          expect(account?.balance ?? 0).toBe(one.balance);
          // Nothing is under the floor, and nothing is taken that no loan covers.
          expect(one.taken).toBeLessThanOrEqual(one.lent);
          expect(account?.uncovered ?? 0).toBe(0);
        }
        const standings = standingsOf(story.loans, story.entries, story.today);
        expect(
          standings.filter(({ state }) => state === 'overdue').map(({ loanId }) => loanId),
        ).toEqual(hand.overdue);
        expect(standings.every(({ outstanding }) => outstanding >= 0)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('the ledger gives the same balance in whatever order it is read (B03)', () => {
  fc.assert(
    fc.property(fc.array(happening, { minLength: 10, maxLength: 30 }), fc.nat(), (events, seed) => {
      const { entries } = events.reduce(next, beginning());
      const shuffled = entries.toSorted(
        (a, b) => ((a.amount * seed) % 7) - ((b.amount * seed) % 7),
      );
      expect(replayLedger(shuffled)).toEqual(replayLedger(entries));
    }),
    { numRuns: 50 },
  );
});

test('with every loan paid back or returned, the months hold together what was granted (B03)', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 40 }), (events) => {
      const story = events.reduce(next, beginning());
      const accounts = replayLedger(story.entries).filter((one) => one.measure === 'minutes');
      const sum = (of: (account: (typeof accounts)[number]) => number) =>
        accounts.reduce((total, account) => total + of(account), 0);
      const owed = standingsOf(story.loans, story.entries, story.today).reduce(
        (total, { outstanding }) => total + outstanding,
        0,
      );
      // What is missing of the grants is never more than what is still owed.
      expect(sum((one) => one.granted) - sum((one) => one.balance)).toBeLessThanOrEqual(owed);
    }),
    { numRuns: 200 },
  );
});
