import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDate } from '../calendar-date.ts';
import { anyHandOff, wholeDeal } from './hand-off.fixture.ts';
import { draftHandOff, type HandOffDeal } from './hand-off.ts';
import { carriedSale, type SoldContract, type SoldPromise, soldDrift } from './hand-off-sold.ts';

describe('what was sold, told and to whom (CR-07, B09)', () => {
  test('goes over line by line, at the quoted rates, with every day and amount told', () => {
    const sale = carriedSale({ deal: wholeDeal });
    expect(sale.scopeLines).toMatchObject(
      (wholeDeal.quote?.lines ?? []).map((line) => ({ ...line, source: 'quote' })),
    );
    expect(sale.promises.map(({ text, dueOn, amount }) => [text, dueOn, amount])).toEqual([
      ['Delivery starts', '2026-06-01', null],
      ['Delivery ends', '2026-09-30', null],
      ['Price as quoted in Q-2026-1001', null, 9_600_000],
      [
        'Contract: fixed price; PO 4711; from 2026-06-01; Penalty after week 40',
        calendarDate('2026-10-31'),
        9_600_000,
      ],
    ]);
  });

  test('of 1,000 deals nothing that says something is lost: carried, or dropped with a reason', () => {
    fc.assert(
      fc.property(anyHandOff, (input) => {
        const { deal } = input;
        const draft = draftHandOff(input);
        const dropped = new Set(draft.dropped.map(({ field }) => field));
        const lines = deal.quote ? deal.quote.lines : deal.lines;
        expect(draft.scopeLines).toHaveLength(lines.length);
        for (const [index, line] of lines.entries()) {
          expect(draft.scopeLines[index]).toMatchObject(line);
        }
        expect(dropped.has('lines')).toBe(deal.quote !== null && deal.lines.length > 0);
        expect(draft.contacts).toEqual(deal.stakeholders);
        expect(draft.customerGoalIds).toEqual(deal.customerGoals.map(({ id }) => id));
        expect(dropped.has('customerInitiatives')).toBe(deal.customerInitiatives.length > 0);
        expect(dropped.has('competitors')).toBe(deal.competitors.length > 0);
        expect(dropped.has('contest')).toBe(deal.contest !== null);
        expectContractTold(draft.promises, deal.contract);
        expectDaysTold(draft.promises, deal);
      }),
      { numRuns: 1_000 },
    );
  });
});

test('drift sets what is delivered against what was sold; lines added later were not sold', () => {
  const line = (state: 'open' | 'delivered' | 'dropped', isSold = true) => ({ state, isSold });
  expect(
    soldDrift({
      soldPrice: 100,
      price: 110,
      soldMinutes: 600,
      estimatedMinutes: 750,
      loggedMinutes: 90,
      lines: [line('open'), line('delivered'), line('dropped'), line('open', false)],
    }),
  ).toEqual({
    price: { sold: 100, now: 110 },
    minutes: { sold: 600, estimated: 750, logged: 90 },
    scope: { sold: 3, delivered: 1, dropped: 1, added: 1 },
    effortDrift: 2_500,
  });
});

function expectContractTold(promises: readonly SoldPromise[], contract: SoldContract | null): void {
  const told = promises.find(({ source }) => source === 'contract');
  expect(told !== undefined).toBe(contract !== null);
  if (!contract || !told) return;
  expect(told).toMatchObject({ amount: contract.value, dueOn: contract.endOn });
  for (const part of [contract.reference, contract.notes, contract.startOn ?? '']) {
    expect(told.text).toContain(part);
  }
}

function expectDaysTold(promises: readonly SoldPromise[], deal: HandOffDeal): void {
  const days = promises.map(({ dueOn }) => dueOn);
  if (deal.deliveryStartOn) expect(days).toContain(deal.deliveryStartOn);
  if (deal.deliveryEndOn) expect(days).toContain(deal.deliveryEndOn);
  if (deal.value > 0) expect(promises.map(({ amount }) => amount)).toContain(deal.value);
}
