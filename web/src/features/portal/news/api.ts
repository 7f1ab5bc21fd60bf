import type { Endpoint } from '@evenkeel/contract/endpoint';
import { portalNews } from '@evenkeel/contract/portal/news';
import { useApi, useApiWrite } from '../../../lib/queries.ts';

const subjects = ['notification', 'notification_setting'];

export function usePortalNews() {
  return useApi(portalNews.list, { query: { limit: 200 } }, { subjects });
}

export function usePortalNewsSettings() {
  return useApi(portalNews.settings, {}, { subjects });
}

/** Any of the calls that write news or their settings. */
export function usePortalNewsWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects });
}
