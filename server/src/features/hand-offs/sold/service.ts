import {
  draftHandOff,
  type HandOffChoices,
  type HandOffDraft,
} from '@evenkeel/core/deals/hand-off';
import type { DealId, RoleId, TemplateId } from '@evenkeel/core/id';
import { bestTemplate } from '@evenkeel/core/projects/template';
import { AppError, invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { listRoles, listTemplates, type TemplateRecord } from '../../templates/service.ts';
import * as repository from './repository.ts';

export type { SoldDeal } from './repository.ts';
export { findSoldDeal } from './repository.ts';

/** The deal's template, else the best fit; none; or one by id. */
export type TemplateChoice = 'best' | 'none' | TemplateId;
export type Choices = HandOffChoices & { readonly templateId: TemplateChoice };

/** What a deal would become, with the names of everything that the draft points to. */
export type SoldDraft = repository.SoldDeal & {
  readonly draft: HandOffDraft;
  readonly template: TemplateRecord | null;
  readonly roles: readonly { readonly id: RoleId; readonly name: string }[];
  readonly names: ReadonlyMap<string, string>;
};

/** Drafts the client project of a deal, won or not, without any write (B09, B13). */
export async function draftForDeal(
  scope: Scope,
  dealId: DealId,
  { templateId, ...choices }: Choices,
): Promise<SoldDraft> {
  const sold = await repository.findSoldDeal(scope, dealId);
  if (!sold) throw new AppError('not-found', 'There is no such deal.');
  const templates = await listTemplates(scope, 'client');
  const template = chosenTemplate(templates, sold.deal, templateId);
  const roles = await listRoles(scope);
  const names = await namesOf(scope, choices, sold);
  const draft = draftHandOff({ deal: sold.deal, template, roles, today: scope.today, choices });
  return { ...sold, draft, template, roles, names };
}

function chosenTemplate(
  templates: readonly TemplateRecord[],
  deal: repository.SoldDeal['deal'],
  choice: TemplateChoice,
): TemplateRecord | null {
  if (choice === 'none') return null;
  const named = choice === 'best' ? deal.templateId : choice;
  const found = templates.find((template) => template.id === named);
  if (found) return found;
  if (choice === 'best') return bestTemplate(templates, deal.demand);
  throw invalid(['templateId'], 'unknown', 'is no template of client projects');
}

async function namesOf(
  scope: Scope,
  choices: HandOffChoices,
  { deal }: repository.SoldDeal,
): Promise<Map<string, string>> {
  const fields = ['projectManagerId', 'ownerId', 'teamId'] as const;
  const ids = fields.flatMap((field) => choices[field] ?? []);
  const names = await repository.listNames(scope, ids);
  for (const field of fields) {
    const id = choices[field];
    if (id !== null && !names.has(id)) throw invalid([field], 'unknown', 'is not known here');
  }
  if (deal.owner) names.set(deal.owner.id, deal.owner.name);
  return names;
}
