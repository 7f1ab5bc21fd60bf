import { addDays, type CalendarDate, earlier } from '../calendar-date.ts';
import type { WrittenQuoteState } from '../deals/quote.ts';
import { costOfMinutes } from '../money.ts';
import type { SampleDeal, SampleKey } from './sample-firm.ts';

/** A quote of the sample firm. Amounts in minor units, shares in basis points. */
export type SampleQuote = {
  readonly deal: SampleKey;
  /** Which of the quotes of the firm it is; versions share it. */
  readonly place: number;
  readonly revision: number;
  readonly state: WrittenQuoteState;
  readonly title: string;
  readonly intro: string;
  readonly terms: string;
  readonly quotedOn: CalendarDate;
  readonly validUntil: CalendarDate;
  readonly decidedOn: CalendarDate | null;
  readonly declineReason: string;
  readonly discount: number;
  readonly lines: readonly (
    | {
        readonly kind: 'hours';
        readonly description: string;
        readonly role: SampleKey;
        readonly minutes: number;
        readonly rate: number;
      }
    | {
        readonly kind: 'fixed';
        readonly description: string;
        readonly quantity: number;
        readonly unitPrice: number;
      }
  )[];
};

const hourlyRate = 13_000;
const validity = 30;
const terms =
  'Invoiced monthly by progress, payable within 30 days.\n\nTravel within the country is included.';

const workOf: Record<SampleKey, string> = {
  developer: 'Development and test',
  consultant: 'Analysis and rollout',
  designer: 'Design',
  manager: 'Project management',
  partner: 'Steering',
};

/** A quote for each deal that has come so far: drafts, sent, expired, declined and agreed ones. */
export function sampleQuotes(deals: readonly SampleDeal[], today: CalendarDate): SampleQuote[] {
  const quoted = deals.filter(
    ({ stage, demand, contractSignedOn }) =>
      demand.length > 0 &&
      (stage === 'proposal' || stage === 'negotiation' || contractSignedOn !== null),
  );
  return quoted.flatMap((deal, place) => {
    const sentOn = earlier(addDays(deal.stageSince, -6), addDays(today, -2));
    const quote = quoteOf(deal, {
      place,
      revision: 1,
      quotedOn: sentOn,
      state: stateOf(deal, place),
    });
    if (deal.key !== 'ready') return [quote];
    // The large deal was too dear at first.
    return [
      { ...quote, state: 'declined', decidedOn: addDays(sentOn, 3), declineReason: 'Too dear' },
      { ...quote, revision: 2, quotedOn: addDays(sentOn, 4), validUntil: addDays(today, 21) },
    ];
  });
}

function stateOf(deal: SampleDeal, place: number): WrittenQuoteState {
  if (deal.contractSignedOn !== null) return 'accepted';
  return deal.stage === 'proposal' && place % 3 === 0 ? 'draft' : 'sent';
}

function quoteOf(
  deal: SampleDeal,
  given: Pick<SampleQuote, 'place' | 'revision' | 'quotedOn' | 'state'>,
): SampleQuote {
  const lines = deal.demand.map(({ role, minutes }) => ({
    kind: 'hours' as const,
    description: workOf[role] ?? 'Work',
    role,
    minutes,
    rate: hourlyRate,
  }));
  const rest =
    deal.value - lines.reduce((sum, line) => sum + costOfMinutes(line.minutes, line.rate), 0);
  return {
    ...given,
    deal: deal.key,
    title: deal.name,
    intro: deal.scope,
    terms,
    validUntil: addDays(given.quotedOn, validity),
    decidedOn: deal.contractSignedOn,
    declineReason: '',
    discount: 0,
    lines: [
      ...lines,
      ...(rest > 0
        ? [
            {
              kind: 'fixed' as const,
              description: 'Workshops and travel, flat',
              quantity: 1,
              unitPrice: rest,
            },
          ]
        : []),
    ],
  };
}
