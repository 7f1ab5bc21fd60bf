import type { CustomFieldView } from '@evenkeel/contract/custom-fields';
import { optionalMoment } from '../../platform/db/values.ts';
import type { CustomFieldRecord } from './repository.ts';

export function presentCustomField({
  created_at: _,
  deleted_at,
  ...field
}: CustomFieldRecord): CustomFieldView {
  return { ...field, choices: [...field.choices], deletedAt: optionalMoment(deleted_at) };
}
