import { portalProfiles } from '@evenkeel/contract/portal/profile';
import { useApi, useApiWrite } from '../../../lib/queries.ts';

export function usePortalProfile() {
  return useApi(portalProfiles.get, {}, { subjects: ['member'] });
}

export function useProfileWrite() {
  return useApiWrite(portalProfiles.update, { subjects: ['member'] });
}
