import type { AccountId, ContactId, Id, MemberId, ProjectId } from '@evenkeel/core/id';
import type { ClientSide } from '@evenkeel/core/projects/client-side';
import type { PortalAmount } from '@evenkeel/core/projects/portal';
import type { Generated } from 'kysely';
import type { KickOffTables } from './kick-off-tables.ts';
import type { SatisfactionTables } from './satisfaction-tables.ts';
import type { Optional, OptionalTimestamp, Row } from './tables.ts';

/** What a client user may look at: a whole account, or one project of it. */
export type ClientAccessTable = Row<Id<'client-access'>> & {
  member_id: MemberId;
  account_id: AccountId;
  project_id: Optional<ProjectId>;
  contact_id: Optional<ContactId>;
};

/** What the firm shows of a project in the portal. */
export type ProjectPortalColumns = {
  portal_opened_at: OptionalTimestamp;
  portal_shows: Generated<PortalAmount[]>;
  portal_welcome: Generated<string>;
};

/** Whether the client sees a task, and on whose side it lies. */
export type TaskPortalColumns = {
  is_client_visible: Generated<boolean>;
  side: Generated<ClientSide>;
  /** Whether the client is asked for their satisfaction when this milestone is reached. */
  asks_satisfaction: Generated<boolean>;
};

/** What firm and client see of each other, for the query builder. */
export type PortalTables = { client_access: ClientAccessTable } & KickOffTables &
  SatisfactionTables;
