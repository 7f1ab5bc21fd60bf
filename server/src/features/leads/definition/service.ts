import { defaultLeadDefinition, type LeadDefinition } from '@evenkeel/core/leads/qualification';
import { invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import * as repository from './repository.ts';

/** What the firm calls a qualified lead: its own words, or those a firm begins with. */
export async function getDefinition(scope: Scope): Promise<LeadDefinition> {
  return (await repository.findDefinition(scope)) ?? defaultLeadDefinition;
}

export async function define(scope: Scope, definition: LeadDefinition): Promise<LeadDefinition> {
  const keys = definition.criteria.map(({ key }) => key);
  const again = keys.findIndex((key, at) => keys.indexOf(key) !== at);
  if (again >= 0) throw invalid(['criteria', again, 'key'], 'twice', 'stands there twice');
  await repository.saveDefinition(scope, definition);
  return getDefinition(scope);
}
