import { done, endpoint } from './endpoint.ts';

/** A small believable consultancy, to look at the product with. */
export const sample = {
  load: endpoint({
    method: 'POST',
    path: '/api/v1/sample',
    permission: 'own',
    summary: 'Fill a workspace that is still empty with the sample firm.',
    output: done,
  }),
};
