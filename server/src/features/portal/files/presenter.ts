import type { PortalFile } from '@evenkeel/contract/portal/files';
import { moment } from '../../../platform/db/values.ts';
import type { PortalFileRecord } from './repository.ts';

export function presentFile(record: PortalFileRecord): PortalFile {
  return {
    id: record.id,
    name: record.name,
    byteSize: record.byte_size,
    imageType: record.image_type,
    author: record.author,
    isOurs: record.is_ours,
    about: record.task_name,
    createdAt: moment(record.created_at),
  };
}
