import type {
  DraftProject,
  Dropped,
  HandOffDeal,
  HandOffInput,
  Origin,
  OriginSource,
} from './hand-off.ts';
import type { HandOffDates } from './hand-off-dates.ts';

/** A value of the project with its source; null stays without an origin. */
type Sourced<Value> = {
  readonly value: Value;
  readonly source: OriginSource;
  readonly sourceId: string | null;
  readonly sourceField: string;
};

/** The fields of the project, and the origin of each that is not empty. */
export function projectOf(
  input: HandOffInput,
  dates: HandOffDates,
): { readonly project: DraftProject; readonly origins: readonly Origin[] } {
  const { deal, choices, template } = input;
  const sellerId = deal.owner?.id ?? null;
  const fields: { readonly [Field in keyof DraftProject]: Sourced<DraftProject[Field]> } = {
    name: ofDeal(deal, 'name', deal.name),
    purpose: ofDeal(deal, 'product', deal.product === null ? '' : `Deliver ${deal.product.name}`),
    scope: ofDeal(deal, 'scope', deal.scope),
    notes: ofDeal(deal, 'notes', deal.notes),
    accountId: ofDeal(deal, 'account', deal.account?.id ?? null),
    dealId: ofDeal(deal, 'id', deal.id),
    price: ofDeal(deal, 'value', deal.value === 0 ? null : deal.value),
    startOn: ofDates(deal, dates.start),
    endOn: ofDates(deal, dates.end),
    ownerId: chosenOr(deal, 'owner', choices.ownerId ?? sellerId, sellerId),
    projectManagerId: chosen(choices.projectManagerId),
    teamId: chosen(choices.teamId),
    templateId: chosenOr(deal, 'templateId', template?.id ?? null, deal.templateId),
  };
  // One entry for each field of the project: the keys and values are those of `fields`.
  const project = Object.fromEntries(
    Object.entries(fields).map(([field, { value }]) => [field, value]),
  ) as DraftProject;
  return { project, origins: Object.entries(fields).flatMap(originOf) };
}

/**
 * Fields of the deal that do not reach the project, each with its reason. The table has one entry for
 * every field of a deal, so that a new field without a fate does not compile; null is "carried".
 */
export function dealFates(input: HandOffInput, project: DraftProject): Dropped[] {
  const { deal } = input;
  const stays = (what: string) => `${what} stays on the deal, to which the project is linked.`;
  const unless = (isCarried: boolean, reason: string) => (isCarried ? null : reason);
  const reasons: { readonly [Field in keyof HandOffDeal]: string | null } = {
    id: null,
    name: null,
    account: null,
    product: null,
    value: null,
    scope: null,
    notes: null,
    nextStep: null,
    demand: null,
    quote: null,
    contract: null,
    stakeholders: null,
    customerGoals: null,
    lines: deal.quote === null ? null : 'The agreed quote says line by line what was sold.',
    nextStepOn: 'The next step becomes the first task, due when the project starts.',
    reason: stays('Why it was won'),
    contest: stays('What led the sale'),
    competitors: stays('Who wanted it too'),
    customerInitiatives: stays("The customer's initiative"),
    number: 'The project gets a number of its own.',
    openedOn: stays('The day the sale began'),
    stageSince: stays('The day the deal was won'),
    closeOn: stays('The day the sale closed'),
    contractSignedOn: stays('The day of the signature'),
    owner: unless(project.ownerId === deal.owner?.id, 'Another owner was chosen.'),
    deliveryStartOn: unless(project.startOn === deal.deliveryStartOn, 'Another start was chosen.'),
    deliveryEndOn: unless(
      project.endOn === deal.deliveryEndOn,
      input.choices.endOn === null
        ? 'The sold end lies before the start that was chosen; the length is kept.'
        : 'Another end was chosen.',
    ),
    templateId: unless(project.templateId === deal.templateId, 'Another template was chosen.'),
  };
  return Object.entries(reasons).flatMap(([name, reason]) => {
    // Object.entries widens the keys of the table to text.
    const field = name as keyof HandOffDeal;
    return reason === null || isEmpty(deal[field]) ? [] : [{ field, reason }];
  });
}

/** Whether a field of a deal says nothing: null, an empty text, an amount of zero, no lines. */
export function isEmpty(value: HandOffDeal[keyof HandOffDeal]): boolean {
  return value === null || value === '' || value === 0 || (Array.isArray(value) && !value.length);
}

function ofDeal<Value>(deal: HandOffDeal, field: keyof HandOffDeal, value: Value): Sourced<Value> {
  return { value, source: 'deal', sourceId: deal.id, sourceField: field };
}

function chosen<Value>(value: Value): Sourced<Value> {
  return { value, source: 'person', sourceId: null, sourceField: 'choice' };
}

/** What was chosen; it comes from the deal when the deal says the same. */
function chosenOr<Value>(
  deal: HandOffDeal,
  field: keyof HandOffDeal,
  value: Value,
  sold: Value,
): Sourced<Value> {
  return value === sold ? ofDeal(deal, field, value) : chosen(value);
}

function ofDates(deal: HandOffDeal, date: HandOffDates['start']): Sourced<DraftProject['startOn']> {
  return {
    value: date?.on ?? null,
    source: date?.source ?? 'computed',
    sourceId: date?.source === 'deal' ? deal.id : null,
    sourceField: date?.basis ?? '',
  };
}

function originOf([field, { value, ...source }]: [
  string,
  Sourced<string | number | null>,
]): Origin[] {
  return value === null || value === ''
    ? []
    : [{ subject: 'project', index: 0, field, ...source, value }];
}
