import type { UserId, WorkspaceId } from '@evenkeel/core/id';
import type { Generated } from 'kysely';
import type { Timestamp } from '../../schema/tables.ts';

/** The tables of the schema `identity` that we ask ourselves; the others are better-auth's alone. */
export type IdentityTables = {
  'identity.user': {
    id: UserId;
    name: string;
    email: string;
    email_verified: boolean;
    two_factor_enabled: boolean;
    last_workspace_id: WorkspaceId | null;
  };
  'identity.session': {
    id: string;
    user_id: UserId;
    token: string;
    active_workspace_id: WorkspaceId | null;
    expires_at: Timestamp;
    ip_address: string | null;
    user_agent: string | null;
    created_at: Timestamp;
    updated_at: Timestamp;
  };
  'identity.account': { user_id: UserId; provider_id: string; password: string | null };
  'identity.attempt': { key: string; count: number; resets_at: Timestamp };
  'identity.keyring': { name: string; value: string; created_at: Generated<Date> };
};
