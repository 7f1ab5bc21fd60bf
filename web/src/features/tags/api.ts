import type { Endpoint } from '@evenkeel/contract/endpoint';
import type { SubjectRef } from '@evenkeel/contract/subjects';
import { type TagView, tags } from '@evenkeel/contract/tags';
import type { TagId } from '@evenkeel/core/id';
import type { SubjectKind } from '@evenkeel/core/subject';
import { useMemo } from 'react';
import { useApi, useApiWrite } from '../../lib/queries.ts';

const noTags: readonly TagView[] = [];

/** The tags of the workspace, by name. */
export function useTags(): readonly TagView[] {
  return useFoundTags().data?.rows ?? noTags;
}

/** The same as a read that may be on its way. */
export function useFoundTags() {
  return useApi(tags.list, {}, { subjects: ['tag', 'tagging'] });
}

/** Which tags stand on each record of a kind. */
export function useTaggings(kind: SubjectKind): ReadonlyMap<string, readonly TagId[]> {
  const { data } = useApi(
    tags.ofKind,
    { query: { subjectKind: kind } },
    { subjects: ['tagging', 'tag'] },
  );
  return useMemo(
    () => new Map(data?.rows.map(({ subjectId, tagIds }) => [subjectId, tagIds])),
    [data],
  );
}

/** The tags on one record; undefined until they are known. */
export function useSubjectTags({ kind, id }: SubjectRef): readonly TagId[] | undefined {
  const { data } = useApi(
    tags.ofKind,
    { query: { subjectKind: kind, subjectId: id } },
    { subjects: ['tagging', 'tag'] },
  );
  return data && (data.rows[0]?.tagIds ?? []);
}

/** Any of the calls that write tags. */
export function useTagWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: ['tag', 'tagging'] });
}
