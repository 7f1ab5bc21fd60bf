import type { Reaction } from '@evenkeel/core/comments/reaction';
import type {
  CustomChoice,
  CustomFieldKind,
  CustomFieldType,
  CustomValue,
} from '@evenkeel/core/custom-field';
import type { FileEndingRule } from '@evenkeel/core/files/file-types';
import type { ImageType } from '@evenkeel/core/files/image-type';
import type {
  CommentId,
  CustomFieldId,
  FileId,
  Id,
  LinkId,
  MemberId,
  PersonId,
  SavedViewId,
  TagId,
  UploadId,
  WorkspaceId,
} from '@evenkeel/core/id';
import type { LinkReason } from '@evenkeel/core/link-reason';
import type { SubjectKind } from '@evenkeel/core/subject';
import type { TagColour } from '@evenkeel/core/tag';
import type { ColumnType, Generated } from 'kysely';
import type { FaceColumns } from './client-user-tables.ts';

type Written<T> = ColumnType<T, T, never>;
type Moment = ColumnType<Date, string | undefined, never>;
type OptionalMoment = ColumnType<
  Date | null,
  string | Date | null | undefined,
  string | Date | null
>;

/** A row that hangs on any record. */
type SubjectRow<I extends string> = {
  workspace_id: Written<WorkspaceId>;
  id: Written<I>;
  version: ColumnType<number, never, never>;
  created_at: Moment;
  updated_at: ColumnType<Date, never, never>;
  subject_kind: Written<SubjectKind>;
  subject_id: Written<Id<string>>;
};

/** Who made it: a member, or a person who has no login. */
type Authored = {
  member_id: ColumnType<MemberId | null, MemberId | null | undefined, never>;
  person_id: ColumnType<PersonId | null, PersonId | null | undefined, never>;
};

export type CommentTable = SubjectRow<CommentId> &
  Authored & {
    deleted_at: OptionalMoment;
    body: string;
    is_client_visible: Generated<boolean>;
    mentions: Generated<MemberId[]>;
    edited_at: OptionalMoment;
    /** The comment that it answers. */
    parent_id: ColumnType<CommentId | null, CommentId | null | undefined, never>;
  };

export type CommentReactionTable = {
  workspace_id: Written<WorkspaceId>;
  id: Written<Id<'comment-reaction'>>;
  created_at: Moment;
  comment_id: Written<CommentId>;
  member_id: Written<MemberId>;
  reaction: Written<Reaction>;
};

export type FollowTable = {
  workspace_id: Written<WorkspaceId>;
  id: Written<Id<'follow'>>;
  created_at: Moment;
  member_id: Written<MemberId>;
  subject_kind: Written<SubjectKind>;
  subject_id: Written<Id<string>>;
  is_following: boolean;
};

export type FileTable = SubjectRow<FileId> &
  Authored & {
    deleted_at: OptionalMoment;
    name: string;
    content_id: Written<UploadId>;
    /** The comment that it came with. */
    comment_id: ColumnType<CommentId | null, CommentId | null | undefined, CommentId | null>;
    is_client_visible: Generated<boolean>;
  };

export type FileContentTable = {
  workspace_id: Written<WorkspaceId>;
  id: Written<UploadId>;
  created_at: Moment;
  byte_size: Written<number>;
  /** Null for what came by mail. */
  member_id: Written<MemberId | null>;
  /** Found by its first bytes, once it is whole; null for what is not a picture. */
  image_type: ColumnType<ImageType | null, undefined, ImageType | null>;
  /** From then on nothing of it changes. */
  is_whole: Generated<boolean>;
  /** Where its parts are. */
  store: Generated<'database' | 'disk' | 's3'>;
  /** Of the whole, as hexadecimal digits; null for what was kept before checksums were. */
  sha256: ColumnType<string | null, undefined, string>;
};

export type FilePartTable = {
  workspace_id: Written<WorkspaceId>;
  content_id: Written<UploadId>;
  position: Written<number>;
  content: Buffer;
};

export type LinkTable = SubjectRow<LinkId> & {
  deleted_at: OptionalMoment;
  other_kind: Written<SubjectKind>;
  other_id: Written<Id<string>>;
  reason: LinkReason;
  note: Generated<string>;
};

export type SavedViewTable = Omit<SubjectRow<SavedViewId>, 'subject_kind' | 'subject_id'> & {
  deleted_at: OptionalMoment;
  list: Written<string>;
  name: string;
  /** jsonb: written as text. */
  state: ColumnType<Record<string, unknown>, string, string>;
  is_shared: Generated<boolean>;
  is_default: Generated<boolean>;
  member_id: Written<MemberId>;
};

export type TagTable = Omit<SubjectRow<TagId>, 'subject_kind' | 'subject_id' | 'updated_at'> & {
  updated_at: ColumnType<Date, never, Date>;
  name: string;
  colour: Generated<TagColour>;
};

export type TaggingTable = Omit<SubjectRow<Id<'tagging'>>, 'version' | 'updated_at'> & {
  tag_id: Written<TagId>;
};

export type CustomFieldTable = Omit<SubjectRow<CustomFieldId>, 'subject_kind' | 'subject_id'> & {
  deleted_at: OptionalMoment;
  kind: Written<CustomFieldKind>;
  name: string;
  type: Written<CustomFieldType>;
  /** jsonb: written as text, so that an array is not taken for a PostgreSQL array. */
  choices: ColumnType<CustomChoice[], string, string>;
  position: number;
};

export type CustomValueTable = SubjectRow<Id<'custom-value'>> & {
  field_id: Written<CustomFieldId>;
  /** What the field was called when the value was written. */
  name: string;
  value: ColumnType<CustomValue | null, string | null, string | null>;
  /** The value as people read it, as it was then. */
  words: ColumnType<string | null, string | null, string | null>;
};

/** The tables of what hangs on any record, for the query builder. */
export type SubjectTables = {
  comment: CommentTable;
  comment_reaction: CommentReactionTable;
  follow: FollowTable;
  tag: TagTable;
  tagging: TaggingTable;
  custom_field: CustomFieldTable;
  custom_value: CustomValueTable;
  link: LinkTable;
  saved_view: SavedViewTable;
  file: FileTable;
  file_content: FileContentTable;
  file_part: FilePartTable;
};

/** How a workspace looks to its clients, and which types of file it takes. */
export type SettingColumns = FaceColumns & {
  file_endings_rule: Generated<FileEndingRule>;
  file_endings: Generated<string[]>;
};
