import { addDays, type CalendarDate, earlier } from '../calendar-date.ts';
import { contestStandings } from '../deals/outcomes.ts';
import { type Random, randomChoice, randomInteger, seededRandom } from '../random.ts';
import type { SampleDeal } from './sample-firm.ts';

const wonReasons = ['Trust and references', 'Best approach', 'Knew us already', 'Price'] as const;
const rivals = [
  ['Aldermann Partner', 'Larger teams, dearer; they bring the board along.'],
  ['Studio Kite', 'Strong in design, thin in engineering.'],
  ['In-house team', 'Free at first sight, busy until spring.'],
  ['Corvex Systems', 'Sells its own licence with the work.'],
] as const;

/**
 * What makes a pipeline worth looking at: why deals were decided, what leads them, who else bids, when
 * the next step is due, and which have gone quiet. Its own randomness, so that the rest stays as it is.
 */
export function withDepth(
  deals: readonly SampleDeal[],
  { today }: { readonly today: CalendarDate },
): SampleDeal[] {
  const random = seededRandom(4_107);
  return deals.map((deal) =>
    deal.stage === 'won' || deal.stage === 'lost'
      ? decided(deal, random)
      : open(deal, today, random),
  );
}

/** Goal-led deals are won more often: that is what the mark is for. */
function decided(deal: SampleDeal, random: Random): SampleDeal {
  const isWon = deal.stage === 'won';
  const isGoalLed = random() < (isWon ? 0.62 : 0.24);
  return {
    ...deal,
    wonReason: isWon && random() < 0.9 ? randomChoice(random, wonReasons) : null,
    contest: random() < 0.85 ? (isGoalLed ? 'goal-led' : 'initiative-led') : null,
  };
}

function open(deal: SampleDeal, today: CalendarDate, random: Random): SampleDeal {
  const isQuiet = deal.key !== 'ready' && random() < 0.24;
  const contest = random() < 0.5 ? 'goal-led' : 'initiative-led';
  const isOverdue = !isQuiet && random() < 0.18;
  const stageSince = isQuiet ? addDays(today, -randomInteger(random, 26, 75)) : deal.stageSince;
  const isMarked = deal.stage !== 'qualified' || deal.key === 'ready';
  return {
    ...deal,
    stageSince,
    openedOn: earlier(stageSince, deal.openedOn),
    touchedOn: isQuiet ? stageSince : addDays(today, -randomInteger(random, 0, 9)),
    nextStepOn: isQuiet
      ? null
      : addDays(today, isOverdue ? -randomInteger(random, 1, 6) : randomInteger(random, 0, 18)),
    contest: isMarked ? contest : null,
    competitors: isMarked && contest === 'initiative-led' ? bidders(random) : [],
    lines: linesOf(deal),
  };
}

function bidders(random: Random): SampleDeal['competitors'] {
  const first = randomInteger(random, 0, rivals.length - 1);
  const standing = () => randomChoice(random, contestStandings);
  return [first, first + 1].slice(0, randomInteger(random, 1, 2)).map((index) => {
    const [name, note] = rivals[index % rivals.length] ?? rivals[0];
    return {
      name,
      note,
      feature: standing(),
      function: standing(),
      price: standing(),
      performance: standing(),
    };
  });
}

/** What an open deal is made of; one in the first stage is not that far yet. */
function linesOf(deal: SampleDeal): SampleDeal['lines'] {
  if (deal.key !== 'ready') return deal.stage === 'qualified' ? [] : usualLines(deal);
  // The large deal sells its software with the training for it.
  const training = 1_800_000;
  return [
    { product: 'build', name: 'Planning board', quantity: 1, unitPrice: deal.value - 2 * training },
    { product: 'training', name: 'Training of planners', quantity: 2, unitPrice: training },
  ];
}

/** The product itself, and with larger work the training of those who will use it. */
function usualLines({ product, name, value }: SampleDeal): SampleDeal['lines'] {
  const unitPrice = 450_000;
  const days = product === 'training' ? 0 : Math.floor(value / 10 / unitPrice);
  const whole = { product, name, quantity: 1, unitPrice: value - days * unitPrice };
  if (days === 0) return [whole];
  return [whole, { product: 'training', name: 'Days of training', quantity: days, unitPrice }];
}
