import { type CustomFieldView, customFields } from '@evenkeel/contract/custom-fields';
import type { Endpoint } from '@evenkeel/contract/endpoint';
import type { CustomFieldKind, CustomValue } from '@evenkeel/core/custom-field';
import { useMemo } from 'react';
import { useApi, useApiWrite } from '../../lib/queries.ts';

const noFields: readonly CustomFieldView[] = [];

/** The firm's own fields of a kind of record, in their order. */
export function useCustomFields(kind: CustomFieldKind): readonly CustomFieldView[] {
  const found = useApi(customFields.list, { query: { kind } }, { subjects: ['custom_field'] });
  return found.data?.rows ?? noFields;
}

/** All of them, of every kind. */
export function useFoundCustomFields() {
  return useApi(customFields.list, {}, { subjects: ['custom_field'] });
}

export type CustomValues = Readonly<Record<string, CustomValue>>;

/** The values of every record of a kind. */
export function useCustomValues(
  kind: CustomFieldKind,
  enabled: boolean,
): ReadonlyMap<string, CustomValues> {
  const { data } = useApi(
    customFields.values,
    { query: { kind } },
    { subjects: ['custom_value', 'custom_field'], enabled },
  );
  return useMemo(
    () => new Map(data?.rows.map(({ subjectId, values }) => [subjectId, values])),
    [data],
  );
}

/** The values of one record; undefined until they are known. */
export function useRecordValues(
  kind: CustomFieldKind,
  subjectId: string,
): CustomValues | undefined {
  const { data } = useApi(
    customFields.values,
    { query: { kind, subjectId } },
    { subjects: ['custom_value', 'custom_field'] },
  );
  return data && (data.rows[0]?.values ?? {});
}

/** Any of the calls that write custom fields and their values. */
export function useCustomFieldWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: ['custom_field', 'custom_value'] });
}
