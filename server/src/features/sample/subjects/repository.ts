import { customValueInWords } from '@evenkeel/core/custom-field';
import { type SampleSubject, sampleComments } from '@evenkeel/core/sample/comments';
import { sampleFiles } from '@evenkeel/core/sample/files';
import { sampleFields, sampleLinks, sampleTags, sampleViews } from '@evenkeel/core/sample/hanging';
import type { SubjectKind } from '@evenkeel/core/subject';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';
import { common, type Ids, need } from '../ids.ts';

/** Under which table's name the ids of a kind stand. */
const tables: Partial<Record<SubjectKind, string>> = {
  'client-project': 'project',
  initiative: 'project',
};

/** Everything that hangs on the sample's records. */
export async function insertHanging(scope: Scope, ids: Ids): Promise<void> {
  await insertComments(scope, ids);
  await insertFiles(scope, ids);
  await insertLinks(scope, ids);
  await insertViews(scope);
  await insertTags(scope, ids);
  await insertFields(scope, ids);
}

/** What was said about the sample's records. Its people have no logins, but for the owner's place. */
async function insertComments(scope: Scope, ids: Ids): Promise<void> {
  const ownComment = { member_id: scope.actor.memberId, person_id: scope.actor.personId };
  await insertRows(
    scope,
    'comment',
    sampleComments(scope.today).map((comment) => ({
      ...common(newId()),
      created_at: new Date(Date.parse(comment.on) + comment.minute * 60_000).toISOString(),
      ...subjectColumns(comment.subject, ids),
      body: comment.body.replace('{owner}', scope.actor.name),
      is_client_visible: comment.isClientVisible,
      mentions: comment.body.includes('{owner}') ? [scope.actor.memberId] : [],
      ...(comment.author === '{owner}'
        ? ownComment
        : { member_id: null, person_id: need(ids, 'person', comment.author) }),
    })),
  );
}

/** The files of the sample, each with its bytes in one part. */
async function insertFiles(scope: Scope, ids: Ids): Promise<void> {
  const files = sampleFiles(scope.today).map((file) => ({
    ...file,
    id: newId(),
    contentId: newId(),
    bytes: Buffer.from(file.content),
  }));
  const at = ({ on }: { on: string }) => new Date(Date.parse(on) + 36_000_000).toISOString();
  await insertRows(
    scope,
    'file_content',
    files.map((file) => ({
      id: file.contentId,
      created_at: at(file),
      byte_size: file.bytes.length,
      member_id: scope.actor.memberId,
      is_whole: true,
    })),
  );
  await insertRows(
    scope,
    'file_part',
    files.map(({ contentId, bytes }) => ({
      content_id: contentId,
      position: 0,
      content: `\\x${bytes.toString('hex')}`,
    })),
  );
  await insertRows(
    scope,
    'file',
    files.map((file) => ({
      ...common(file.id),
      created_at: at(file),
      ...subjectColumns(file.subject, ids),
      name: file.name,
      content_id: file.contentId,
      person_id: need(ids, 'person', file.author),
    })),
  );
}

async function insertLinks(scope: Scope, ids: Ids): Promise<void> {
  await insertRows(
    scope,
    'link',
    sampleLinks.map(({ from, to, reason, note }) => {
      const other = subjectColumns(to, ids);
      return {
        ...common(newId()),
        ...subjectColumns(from, ids),
        other_kind: other.subject_kind,
        other_id: other.subject_id,
        reason,
        note,
      };
    }),
  );
}

async function insertViews(scope: Scope): Promise<void> {
  await insertRows(
    scope,
    'saved_view',
    sampleViews.map(({ list, name, filters, sort }) => ({
      ...common(newId()),
      list,
      name,
      state: { search: '', filters, sort, columns: {}, density: 'normal' },
      is_shared: true,
      is_default: false,
      member_id: scope.actor.memberId,
    })),
  );
}

async function insertTags(scope: Scope, ids: Ids): Promise<void> {
  const tags = sampleTags.map((tag) => ({ ...tag, id: newId() }));
  await insertRows(
    scope,
    'tag',
    tags.map(({ id, name, colour }) => ({ ...common(id), name, colour })),
  );
  await insertRows(
    scope,
    'tagging',
    tags.flatMap(({ id, on }) =>
      on.map((subject) => ({
        id: newId(),
        created_at: scope.now.toISOString(),
        ...subjectColumns(subject, ids),
        tag_id: id,
      })),
    ),
  );
}

async function insertFields(scope: Scope, ids: Ids): Promise<void> {
  const fields = sampleFields.map((field) => ({
    ...field,
    id: newId(),
    choices: field.choices.map((name, place) => ({ id: `c${place + 1}`, name })),
  }));
  await insertRows(
    scope,
    'custom_field',
    fields.map(({ id, kind, name, type, choices }, position) => ({
      ...common(id),
      kind,
      name,
      type,
      choices,
      position,
    })),
  );
  await insertRows(
    scope,
    'custom_value',
    fields.flatMap((field) =>
      field.values.map(([subject, value]) => ({
        ...common(newId()),
        ...subjectColumns(subject, ids),
        field_id: field.id,
        name: field.name,
        value,
        words: customValueInWords(field, value, (id) => id),
      })),
    ),
  );
}

/** The columns of a row that hangs on a record of the sample. */
function subjectColumns({ kind, key }: SampleSubject, ids: Ids) {
  return { subject_kind: kind, subject_id: need(ids, tables[kind] ?? kind, key) };
}
