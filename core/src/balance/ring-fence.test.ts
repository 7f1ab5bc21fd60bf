import { describe, expect, test } from 'vitest';
import { addMonths, type CalendarMonth, monthEnd } from '../calendar-date.ts';
import { day, id } from './firm.fixture.ts';
import {
  accountsOf,
  bookingsTo,
  lastPayBackMonth,
  loanEntries,
  newShortfalls,
  payBackEntry,
  shortfallsOf,
  targetsOf,
} from './reserve-book.ts';
import { accountKey, emptyMonth, replayLedger, standingsOf } from './reserve-ledger.ts';
import {
  firstMonthOf,
  grantedMinutes,
  type ReserveEntry,
  type ReserveLoan,
  type RingFence,
  takenMinutes,
  termIn,
} from './ring-fence.ts';

const month = (text: string) => text as CalendarMonth;
const december = month('2026-12');
const january = month('2027-01');
const today = day('2026-12-07');

const policy: RingFence = {
  id: id('fence'),
  scope: { kind: 'firm' },
  toMonth: month('2027-06'),
  terms: [
    { fromMonth: month('2026-11'), amount: { by: 'share', basisPoints: 2000 }, moneyMinor: 50_000 },
    { fromMonth: january, amount: { by: 'minutes', minutesPerMonth: 1000 }, moneyMinor: 0 },
  ],
};
const loan: ReserveLoan = {
  id: id('loan'),
  policyId: policy.id,
  measure: 'minutes',
  approverId: id('Ada'),
  reason: 'The client pays for a rush.',
  payBackOn: day('2027-01-31'),
};

/** The ledger of the policy with these client minutes in December and these entries before. */
function booked(clientMinutes: number, before: readonly ReserveEntry[] = []) {
  const uses = [{ policyId: policy.id, month: december, capacityMinutes: 10_000, clientMinutes }];
  const accounts = accountsOf(replayLedger(before));
  const targets = targetsOf([policy], uses, accounts);
  return {
    targets,
    entries: bookingsTo(targets, accounts, today),
    shortfalls: shortfallsOf(targets, accounts),
  };
}

describe('a ring-fence (BA-04)', () => {
  test('holds back a share of capacity or so many minutes, by the term of the month', () => {
    expect(firstMonthOf(policy)).toBe('2026-11');
    expect(grantedMinutes(policy, month('2026-10'), 10_000)).toBe(0);
    expect(grantedMinutes(policy, december, 10_000)).toBe(2000);
    expect(grantedMinutes(policy, january, 10_000)).toBe(1000);
    expect(grantedMinutes(policy, january, 600)).toBe(600);
    expect(termIn(policy, month('2027-07'))).toBeNull();
  });

  test('is taken from only by what client work needs beyond the rest of the capacity', () => {
    const taken = (clientMinutes: number) =>
      takenMinutes({ capacityMinutes: 10_000, reserveMinutes: 2000, clientMinutes });
    expect([0, 8000, 8001, 9999, 12_000].map(taken)).toEqual([0, 0, 1, 1999, 2000]);
  });
});

describe('the ledger (B03)', () => {
  test('books the grant once and then only what changes', () => {
    const first = booked(7000);
    expect(first.entries.map(({ kind, measure, amount }) => [kind, measure, amount])).toEqual([
      ['grant', 'minutes', 2000],
      ['grant', 'money', 50_000],
    ]);
    expect(booked(7000, first.entries).entries).toEqual([]);
    const more = booked(8300, first.entries);
    expect(more.entries.map(({ kind, amount }) => [kind, amount])).toEqual([['taking', 300]]);
    const less = booked(8100, [...first.entries, ...more.entries]);
    expect(less.entries.map(({ kind, amount }) => [kind, amount])).toEqual([['taking', -200]]);
  });

  test('names what is short, and only a change that makes it greater', () => {
    const { shortfalls } = booked(8300);
    expect(shortfalls).toEqual([
      {
        policyId: policy.id,
        month: december,
        reserveMinutes: 2000,
        takenMinutes: 300,
        lentMinutes: 0,
        shortMinutes: 300,
      },
    ]);
    expect(newShortfalls(shortfalls, booked(8200).shortfalls)).toEqual([]);
    expect(newShortfalls(shortfalls, booked(8301).shortfalls)).toHaveLength(1);
    expect(
      booked(8300, loanEntries(loan, [{ month: december, amount: 300 }], today)).shortfalls,
    ).toEqual([]);
  });

  test('says what is left, how low it may go and what nobody lent', () => {
    const grant = booked(7000).entries;
    const lent = loanEntries(loan, [{ month: december, amount: 200 }], today);
    const all = [...grant, ...lent, ...booked(8300, [...grant, ...lent]).entries];
    const [account] = replayLedger(all);
    expect(account).toMatchObject({ granted: 2000, taken: 300, lent: 200 });
    expect(account).toMatchObject({ balance: 1700, floor: 1800, uncovered: 100 });
  });
});

describe('a loan (B03)', () => {
  const lent = loanEntries(loan, [{ month: december, amount: 300 }], today);
  const standing = (entries: readonly ReserveEntry[], on = today) =>
    standingsOf([loan], entries, on)[0];

  test('is open, due two weeks before its day, then overdue until it is repaid', () => {
    const payBack: ReserveEntry = {
      ...(lent[0] ?? expect.fail()),
      kind: 'pay-back',
      month: january,
      amount: 300,
      loanId: loan.id,
    };
    expect(standing(lent)?.state).toBe('open');
    expect(standing(lent, day('2027-01-17'))?.state).toBe('due');
    expect(standing(lent, day('2027-01-31'))?.state).toBe('due');
    expect(standing(lent, day('2027-02-01'))).toMatchObject({ state: 'overdue', outstanding: 300 });
    expect(standing([...lent, payBack], day('2027-02-01'))?.state).toBe('repaid');
  });

  test.each([
    { what: 'more than is owed', when: january, amount: 301, reason: 'more-than-owed', most: 300 },
    {
      what: 'in a month that is over',
      when: month('2026-11'),
      amount: 100,
      reason: 'month-over',
      most: 0,
    },
    { what: 'after its day', when: month('2027-02'), amount: 100, reason: 'too-late', most: 0 },
    {
      what: 'with hours that client work has',
      when: january,
      amount: 250,
      reason: 'no-room',
      most: 200,
    },
  ])('is not paid back $what', ({ when, amount, reason, most }) => {
    const payBack = { kind: 'pay-back', month: when, amount } as const;
    expect(payBackEntry(loan, payBack, factsOf(when, 8800))).toEqual({ ok: false, reason, most });
  });

  test('is not handed back while it is used', () => {
    const back = { kind: 'return', month: december, amount: 100 } as const;
    const answer = payBackEntry(loan, back, factsOf(december, 8250));
    expect(answer).toEqual({ ok: false, reason: 'in-use', most: 50 });
  });

  test('is paid back with hours of a later month that no client has', () => {
    const paid = payBackEntry(
      loan,
      { kind: 'pay-back', month: january, amount: 200 },
      factsOf(january, 8800),
    );
    if (!paid.ok) return expect.fail();
    expect(standing([...lent, paid.entry])).toMatchObject({ repaid: 200, outstanding: 100 });
    expect(accountsOf(replayLedger([paid.entry])).get(accountKey(paid.entry))).toMatchObject({
      paidBack: 200,
      balance: 200,
      floor: 200,
    });
  });

  test('can be paid back until the end of the next month once it is overdue', () => {
    expect(lastPayBackMonth(loan, today)).toBe('2027-01');
    expect(lastPayBackMonth(loan, day('2027-03-02'))).toBe('2027-04');
    expect(monthEnd(addMonths(december, 1))).toBe(loan.payBackOn);
  });

  function factsOf(when: CalendarMonth, clientMinutes: number) {
    const accounts = accountsOf(replayLedger(lent));
    const use = { policyId: policy.id, month: when, capacityMinutes: 10_000, clientMinutes };
    const target = targetsOf([policy], [use], accounts).find((one) => one.measure === 'minutes');
    const found = standing(lent);
    if (!target || !found) return expect.fail();
    const account = accounts.get(accountKey(target)) ?? emptyMonth(target);
    return { standing: found, account, target, today };
  }
});
