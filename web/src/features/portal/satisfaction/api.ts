import type { BodyOf } from '@evenkeel/contract/endpoint';
import { portalSatisfactions, satisfactionLinks } from '@evenkeel/contract/portal/satisfaction';
import type { ProjectId } from '@evenkeel/core/id';
import { callApi } from '../../../lib/api-client.ts';
import { useApi, useApiWrite } from '../../../lib/queries.ts';

const subjects = ['satisfaction', 'project', 'client_access'];

export function usePortalSatisfaction(projectId: ProjectId) {
  return useApi(portalSatisfactions.list, { params: { projectId } }, { subjects });
}

export function useRate() {
  return useApiWrite(portalSatisfactions.answer, { subjects: ['satisfaction'] });
}

/** The question behind the link of a mail. Asked by POST, so that the secret stands in no address. */
export const showQuestion = (token: string) => callApi(satisfactionLinks.show, { body: { token } });

export const answerByLink = (body: BodyOf<typeof satisfactionLinks.answer>) =>
  callApi(satisfactionLinks.answer, { body });
