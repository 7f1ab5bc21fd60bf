import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { templates } from '@evenkeel/contract/templates';
import type { TemplateId } from '@evenkeel/core/id';
import { defaultTemplates, outlineWithRoles } from '@evenkeel/core/projects/default-templates';
import {
  outlineIssues,
  type ProjectKind,
  type TemplateOutline,
} from '@evenkeel/core/projects/template';
import { AppError } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import * as repository from './repository.ts';

export { listRoles } from './repository.ts';
export type TemplateRecord = repository.TemplateRecord;

export function listTemplates(
  scope: Scope,
  kind: ProjectKind | null = null,
): Promise<TemplateRecord[]> {
  return repository.listTemplates(scope, kind);
}

/** One template, also from the trash. */
export async function getTemplate(scope: Scope, id: TemplateId): Promise<TemplateRecord> {
  const template = await repository.findTemplate(scope, id);
  if (!template) throw new AppError('not-found', 'There is no such template.');
  return template;
}

export async function createTemplate(
  scope: Scope,
  draft: repository.NewTemplate,
): Promise<TemplateRecord> {
  checkOutline(draft.outline);
  const [id] = await repository.insertTemplates(scope, [draft]);
  if (!id) throw new Error('the template was not written');
  return getTemplate(scope, id);
}

/** A template that begins as a copy of another. */
export async function copyTemplate(
  scope: Scope,
  id: TemplateId,
  name: string,
): Promise<TemplateRecord> {
  const { kind, outline } = await getTemplate(scope, id);
  return createTemplate(scope, { kind, name, outline });
}

export async function updateTemplate(
  scope: Scope,
  id: TemplateId,
  version: number,
  change: BodyOf<typeof templates.update>,
): Promise<TemplateRecord> {
  if (change.outline) checkOutline(change.outline);
  await repository.updateTemplate(scope, id, version, change);
  return getTemplate(scope, id);
}

export async function removeTemplate(scope: Scope, id: TemplateId): Promise<void> {
  if (await repository.setTemplateDeleted(scope, id, true)) return;
  throw new AppError('not-found', 'There is no such template.');
}

export async function restoreTemplate(scope: Scope, id: TemplateId): Promise<TemplateRecord> {
  await repository.setTemplateDeleted(scope, id, false);
  return getTemplate(scope, id);
}

/** The templates that a new workspace begins with; its roles must stand already (PM-22, ST-04). */
export async function seedTemplates(scope: Scope): Promise<void> {
  const roles = await repository.listRoles(scope);
  await repository.insertTemplates(
    scope,
    defaultTemplates.map((template) => ({
      kind: template.kind,
      name: template.name,
      outline: outlineWithRoles(template, roles),
    })),
  );
}

function checkOutline(outline: TemplateOutline): void {
  const issues = outlineIssues(outline);
  const [first] = issues;
  if (!first) return;
  throw new AppError('invalid-input', first.message, {
    issues: issues.map((issue) => ({ ...issue, path: ['outline', ...issue.path] })),
  });
}
