import type { AccountId, ContactId, Id, MemberId, ProjectId, WorkspaceId } from '@evenkeel/core/id';
import type { PortalLanguage } from '@evenkeel/core/words/language';
import type { MemberTable, Optional, OptionalTimestamp, Row, Timestamp } from './tables.ts';

/** In which language and time zone somebody reads; null: those of their account and the firm. */
export type ReaderColumns = {
  language: Optional<PortalLanguage>;
  time_zone: Optional<string>;
};

/** How the firm looks to its clients. */
export type FaceColumns = {
  portal_accent: Optional<string>;
  logo_changed_at: OptionalTimestamp;
};

/** To what a client user is invited; all null for somebody of the firm. */
type InvitedPlaceColumns = {
  account_id: Optional<AccountId>;
  project_id: Optional<ProjectId>;
  contact_id: Optional<ContactId>;
  language: Optional<string>;
};

export type InvitationTable = Row<Id<'invitation'>> & {
  email: string;
  role: MemberTable['role'];
  invited_by: MemberId;
  expires_at: Timestamp;
  accepted_at: OptionalTimestamp;
  revoked_at: OptionalTimestamp;
} & InvitedPlaceColumns;

/** The firm's logo; its bytes stay out of the change record. */
export type WorkspaceLogoTable = {
  workspace_id: WorkspaceId;
  image_type: string;
  content: Buffer;
};

/** When a client user looked at a project: this time, and from when news count. */
export type PortalLookTable = {
  workspace_id: WorkspaceId;
  member_id: MemberId;
  project_id: ProjectId;
  looked_at: Timestamp;
  since: OptionalTimestamp;
};

/** A link that opens a status page without a login. */
export type ShareLinkTable = Row<Id<'share-link'>> & {
  project_id: ProjectId;
  name: string;
  language: PortalLanguage;
  created_by: MemberId;
  expires_at: Timestamp;
  revoked_at: OptionalTimestamp;
};

export type ClientUserTables = {
  workspace_logo: WorkspaceLogoTable;
  portal_look: PortalLookTable;
  share_link: ShareLinkTable;
};
