import { brandings } from '@evenkeel/contract/branding';
import type { Endpoint } from '@evenkeel/contract/endpoint';
import { useApi, useApiWrite } from '../../lib/queries.ts';

export function useBranding() {
  return useApi(brandings.get, {}, { subjects: ['workspace'] });
}

/** Any of the calls that change how the firm looks. */
export function useBrandingWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: ['workspace'] });
}
