import type { HandOffId, ProjectId } from '@evenkeel/core/id';
import type { Subject } from '@evenkeel/core/subject';
import type { Scope } from '../../../platform/db/scope.ts';
import { optionalInteger } from '../../../platform/db/values.ts';
import { recordPromises, type Told } from '../service.ts';
import * as repository from './repository.ts';

/**
 * What the customer was told while it was sold, as the first promises of the project: its days, its
 * price and what it delivers. They open to the contract, the quote or the hand-off.
 */
export async function tellSold(
  scope: Scope,
  projectId: ProjectId,
  handOffId: HandOffId,
): Promise<void> {
  const sold = await repository.readSold(scope, projectId);
  if (sold) await recordPromises(scope, toldOf(sold, projectId, handOffId));
}

function toldOf(sold: repository.Sold, projectId: ProjectId, handOffId: HandOffId): Told[] {
  const handOff: Subject = { kind: 'hand-off', id: handOffId };
  const quote: Subject | null = sold.quoteId && { kind: 'quote', id: sold.quoteId };
  const contract: Subject | null = sold.contractId && { kind: 'contract', id: sold.contractId };
  const base = {
    projectId,
    subject: { kind: 'client-project', id: projectId },
    channel: 'quote',
    toldTo: sold.toldTo,
    source: contract ?? quote ?? handOff,
  } as const;
  const price = optionalInteger(sold.price);
  const scopeText = sold.scope.slice(0, 2_000);
  return [
    ...(sold.endOn === null
      ? []
      : [{ ...base, what: 'date' as const, day: sold.endOn, wording: sold.name }]),
    ...(price === null
      ? []
      : [{ ...base, what: 'amount' as const, amount: price, wording: 'Price' }]),
    ...(scopeText === '' ? [] : [{ ...base, what: 'deliverable' as const, wording: scopeText }]),
  ];
}
