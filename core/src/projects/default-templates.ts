import type { RoleId } from '../id.ts';
import { adviceTemplates } from './default-advice-templates.ts';
import { clientTemplates } from './default-client-templates.ts';
import { initiativeTemplates } from './default-initiative-templates.ts';
import type { DefaultTemplate } from './default-template-parts.ts';
import type { TemplateOutline } from './template.ts';

export type { DefaultTemplate } from './default-template-parts.ts';

/**
 * The templates that a new workspace begins with (PM-22, ST-04). Hours, checklists and what each
 * milestone asks for are usual ones, to be changed to the firm's own.
 */
export const defaultTemplates: readonly DefaultTemplate[] = [
  ...clientTemplates,
  ...adviceTemplates,
  ...initiativeTemplates,
];

/** The outline of a default template in a workspace; a role that the firm does not have stays open. */
export function outlineWithRoles(
  template: DefaultTemplate,
  roles: readonly { readonly id: RoleId; readonly name: string }[],
): TemplateOutline {
  const byName = new Map(roles.map((role) => [role.name.toLowerCase(), role.id]));
  return {
    durationWeekdays: template.durationWeekdays,
    phases: template.phases.map(({ tasks, ...rest }) => ({
      ...rest,
      tasks: tasks.map(({ roleName, ...task }) => ({
        ...task,
        roleId: (roleName === null ? undefined : byName.get(roleName.toLowerCase())) ?? null,
      })),
    })),
  };
}
