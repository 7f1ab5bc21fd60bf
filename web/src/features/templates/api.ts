import type { BodyInputOf, Endpoint } from '@evenkeel/contract/endpoint';
import { templates } from '@evenkeel/contract/templates';
import type { TemplateId } from '@evenkeel/core/id';
import { useApi, useApiWrite } from '../../lib/queries.ts';

const subjects = ['template', 'role'];

/** Every template of both kinds of work, by name. */
export function useAllTemplates() {
  return useApi(templates.list, {}, { subjects });
}

export function useTemplate(id: TemplateId) {
  return useApi(templates.get, { params: { id } }, { subjects });
}

export type TemplateChange = BodyInputOf<typeof templates.update>;

/** Any of the calls that write templates. */
export function useTemplateWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects });
}
