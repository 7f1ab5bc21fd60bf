import type { FileView } from '@evenkeel/contract/files';
import { moment, optionalMoment } from '../../platform/db/values.ts';
import type { NamedFile } from './service.ts';

export function presentFile({ file, subject }: NamedFile): FileView {
  return {
    id: file.id,
    version: file.version,
    subject,
    name: file.name,
    byteSize: file.byte_size,
    imageType: file.image_type,
    author: { memberId: file.member_id, personId: file.person_id, name: file.author_name },
    createdAt: moment(file.created_at),
    deletedAt: optionalMoment(file.deleted_at),
  };
}
