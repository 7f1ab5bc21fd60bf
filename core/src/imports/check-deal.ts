import { type PlanContext, plannedValue, raise } from './plan-context.ts';
import { outcomeOf } from './plan-references.ts';
import {
  type ChoiceOption,
  type ProblemCode,
  plainChoice,
  plainOption,
  skipOption,
} from './problem.ts';
import { cellText, groupOf, placeOf, type SourceRow } from './source-row.ts';

/**
 * Checks what the cells of a deal say together, and fills or empties what the choices say. The
 * stage must be known.
 */
export function checkDeal(context: PlanContext, row: SourceRow): void {
  const stage = row.values['stage'];
  const outcome = typeof stage === 'string' ? outcomeOf(context, stage) : 'open';
  checkClose(context, row, outcome !== 'open');
  checkOpened(context, row);
  if (row.columnOf.has('value')) checkValue(context, row, outcome);
}

function checkClose(context: PlanContext, row: SourceRow, isDecided: boolean): void {
  const { openedOn, closeOn } = row.values;
  if (closeOn === undefined) {
    if (!isDecided) return;
    const action = settle(context, row, {
      code: 'closed-without-date',
      field: 'closeOn',
      title: 'Won or lost deals without a close date',
      message: 'The deal is decided, but no close date is given.',
      options: [
        plainOption('keep', 'Take them without a close date'),
        plainOption('today', 'Use today'),
      ],
    });
    if (action === 'today') row.values['closeOn'] = context.input.today;
    return;
  }
  if (typeof openedOn !== 'string' || typeof closeOn !== 'string' || closeOn >= openedOn) return;
  const action = settle(context, row, {
    code: 'closes-before-open',
    field: 'closeOn',
    title: 'Deals that close before they open',
    message: 'The close date lies before the day the deal opened.',
    options: [
      plainOption('keep', 'Take both dates as they are'),
      plainOption('empty', 'Leave the close date empty'),
    ],
  });
  if (action === 'empty') delete row.values['closeOn'];
}

/** Every deal has a day on which it opened. */
function checkOpened(context: PlanContext, row: SourceRow): void {
  if (!row.columnOf.has('openedOn') || row.values['openedOn'] !== undefined) return;
  settle(context, row, {
    code: 'opened-missing',
    field: 'openedOn',
    title: 'Deals without the day they opened',
    message: 'No day is given on which the deal opened.',
    options: [plainOption('today', 'Use today for new deals')],
  });
}

function checkValue(context: PlanContext, row: SourceRow, outcome: 'open' | 'won' | 'lost'): void {
  const { value } = row.values;
  if (typeof value === 'number') {
    if (value < 0) checkNegative(context, row);
    return;
  }
  // What stands in the cell but is no number has been noted already.
  if (outcome === 'lost' || cellText(row, 'value') !== '') return;
  const isWon = outcome === 'won';
  const action = settle(context, row, {
    code: isWon ? 'won-without-value' : 'value-missing',
    field: 'value',
    title: isWon ? 'Won deals without a value' : 'Open deals without a value',
    message: 'No value is given.',
    options: [
      plainOption('zero', 'Leave the value at 0'),
      plainOption('price', 'Use the price of the product'),
    ],
  });
  const price = priceOf(context, row);
  if (action === 'price' && price !== null) row.values['value'] = price;
}

function checkNegative(context: PlanContext, row: SourceRow): void {
  const action = settle(context, row, {
    code: 'value-negative',
    field: 'value',
    title: 'Deals with a value below 0',
    message: 'The value is below 0.',
    options: [plainOption('keep', 'Take it as it is'), plainOption('zero', 'Use 0')],
  });
  if (action === 'zero') row.values['value'] = 0;
}

type DealProblem = {
  readonly code: ProblemCode;
  readonly field: string;
  readonly title: string;
  readonly message: string;
  /** The first of them is the standard. */
  readonly options: readonly [ChoiceOption, ...ChoiceOption[]];
};

/** Notes a problem with a deal, marks the row when it is left out, and returns the choice. */
function settle(context: PlanContext, row: SourceRow, problem: DealProblem): string {
  const { code, field, options } = problem;
  const choice = raise(context, placeOf(row, field), {
    key: `deals/${code}`,
    draft: () => ({
      ...groupOf('deals', field, code),
      title: problem.title,
      message: problem.message,
      options: [...options, skipOption],
      standard: plainChoice(options[0].action),
    }),
  });
  if (choice.action === 'skip') row.isSkipped = true;
  return choice.action;
}

function priceOf(context: PlanContext, row: SourceRow): number | null {
  const { product } = row.values;
  if (typeof product !== 'string') return null;
  const price = plannedValue(context, product, 'price');
  return typeof price === 'number' ? price : null;
}
