import type { PortalProfile } from '@evenkeel/contract/portal/profile';
import type { ProfileRecord } from './repository.ts';

export function presentProfile(record: ProfileRecord): PortalProfile {
  return {
    name: record.name,
    email: record.email,
    language: record.language,
    timeZone: record.time_zone,
  };
}
