import type { CalendarDate } from '../calendar-date.ts';
import type { ContactId, ContractId, CustomerGoalId, QuoteId, RoleId } from '../id.ts';
import { roundCommercially } from '../money.ts';
import type { ContractTerms } from './contract.ts';
import type { HandOffDeal, HandOffInput } from './hand-off.ts';
import type { StakeholderPart } from './stakeholders.ts';

/** One thing that was sold, with what it comes to without tax, in minor units. */
export type SoldLine = {
  readonly description: string;
  readonly roleId: RoleId | null;
  readonly minutes: number | null;
  /** Per hour, as it was sold: delivery is not to look it up again (U02). */
  readonly rate: number | null;
  readonly quantity: number | null;
  readonly unitPrice: number | null;
  readonly amount: number;
};

/** The quote that was agreed. */
export type SoldQuote = {
  readonly id: QuoteId;
  readonly name: string;
  readonly lines: readonly SoldLine[];
};

/** What is written down of the contract. `value` in minor units. */
export type SoldContract = {
  readonly id: ContractId;
  readonly terms: ContractTerms;
  readonly value: number | null;
  readonly startOn: CalendarDate | null;
  readonly endOn: CalendarDate | null;
  readonly reference: string;
  readonly notes: string;
};

/** Somebody at the customer with their part in the decision. */
export type SoldContact = {
  readonly contactId: ContactId;
  readonly name: string;
  readonly part: StakeholderPart;
  readonly note: string;
};

/** A line of scope that the project gets, with where it came from. */
export type ScopeLine = SoldLine & {
  readonly source: 'quote' | 'deal';
  readonly sourceId: string;
};

/** Something that the customer was told: what, until when, for how much. */
export type SoldPromise = {
  readonly text: string;
  readonly dueOn: CalendarDate | null;
  readonly amount: number | null;
  readonly source: 'deal' | 'quote' | 'contract';
  readonly sourceId: string;
  readonly sourceField: string;
};

/** What the project gets beside its fields and its plan. */
export type CarriedSale = {
  readonly scopeLines: readonly ScopeLine[];
  readonly contacts: readonly SoldContact[];
  readonly promises: readonly SoldPromise[];
  readonly customerGoalIds: readonly CustomerGoalId[];
};

const termsWords: Record<ContractTerms, string> = {
  'fixed-price': 'Fixed price',
  'time-and-materials': 'Time and materials',
  retainer: 'Retainer',
};

/**
 * What was sold, told and to whom, as delivery takes it over: the lines of the agreed quote, else those
 * of the deal; contacts with their part; every day and amount that the customer was told; the customer's
 * goals (CR-07, B09).
 */
export function carriedSale({ deal }: Pick<HandOffInput, 'deal'>): CarriedSale {
  const { quote } = deal;
  return {
    scopeLines: quote
      ? quote.lines.map((line) => ({ ...line, source: 'quote', sourceId: quote.id }))
      : deal.lines.map((line) => ({ ...line, source: 'deal', sourceId: deal.id })),
    contacts: deal.stakeholders,
    promises: promisesOf(deal),
    customerGoalIds: deal.customerGoals.map(({ id }) => id),
  };
}

function promisesOf(deal: HandOffDeal): SoldPromise[] {
  const ofDeal = { source: 'deal' as const, sourceId: deal.id };
  const told = (text: string, dueOn: CalendarDate | null, sourceField: string) =>
    dueOn === null ? [] : [{ text, dueOn, amount: null, ...ofDeal, sourceField }];
  return [
    ...told('Delivery starts', deal.deliveryStartOn, 'deliveryStartOn'),
    ...told('Delivery ends', deal.deliveryEndOn, 'deliveryEndOn'),
    ...(deal.value === 0 ? [] : [priceOf(deal)]),
    ...(deal.contract ? [contractPromise(deal.contract)] : []),
  ];
}

function priceOf(deal: HandOffDeal): SoldPromise {
  const { quote } = deal;
  const amount = deal.value;
  return quote
    ? {
        text: `Price as quoted in ${quote.name}`,
        dueOn: null,
        amount,
        source: 'quote',
        sourceId: quote.id,
        sourceField: 'taxable',
      }
    : {
        text: 'Price',
        dueOn: null,
        amount,
        source: 'deal',
        sourceId: deal.id,
        sourceField: 'value',
      };
}

function contractPromise(contract: SoldContract): SoldPromise {
  const parts = [
    `Contract: ${termsWords[contract.terms].toLowerCase()}`,
    contract.reference,
    contract.startOn === null ? '' : `from ${contract.startOn}`,
    contract.notes,
  ];
  return {
    text: parts.filter((part) => part !== '').join('; '),
    dueOn: contract.endOn,
    amount: contract.value,
    source: 'contract',
    sourceId: contract.id,
    sourceField: 'terms',
  };
}

/** States of a line of scope once it is delivered. */
export const scopeStates = ['open', 'delivered', 'dropped'] as const;
/** One of the states of a line of scope. */
export type ScopeState = (typeof scopeStates)[number];

/** Sold against delivered; amounts in minor units, effort in minutes. */
export type SoldDrift = {
  readonly price: { readonly sold: number; readonly now: number };
  /** `sold` hours, what the tasks are estimated at now, and what was logged. */
  readonly minutes: { readonly sold: number; readonly estimated: number; readonly logged: number };
  readonly scope: {
    readonly sold: number;
    readonly delivered: number;
    readonly dropped: number;
    readonly added: number;
  };
  /** (estimated - sold) / sold, basis points; null when no hours were sold. */
  readonly effortDrift: number | null;
};

/** How far what is delivered has moved from what was sold (B09). Lines added later were not sold. */
export function soldDrift(known: {
  readonly soldPrice: number;
  readonly price: number;
  readonly soldMinutes: number;
  readonly estimatedMinutes: number;
  readonly loggedMinutes: number;
  readonly lines: readonly { readonly state: ScopeState; readonly isSold: boolean }[];
}): SoldDrift {
  const sold = known.lines.filter(({ isSold }) => isSold);
  const count = (state: ScopeState) => sold.filter((line) => line.state === state).length;
  const { soldMinutes, estimatedMinutes } = known;
  return {
    price: { sold: known.soldPrice, now: known.price },
    minutes: { sold: soldMinutes, estimated: estimatedMinutes, logged: known.loggedMinutes },
    scope: {
      sold: sold.length,
      delivered: count('delivered'),
      dropped: count('dropped'),
      added: known.lines.length - sold.length,
    },
    effortDrift:
      soldMinutes === 0
        ? null
        : roundCommercially(((estimatedMinutes - soldMinutes) * 10_000) / soldMinutes),
  };
}
