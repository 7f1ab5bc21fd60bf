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

/**
 * The headers with which bytes that somebody sent are given out: to be kept, never to run. Only what
 * is a picture by its content is shown in place.
 */
export function contentHeaders(
  { file }: NamedFile,
  isInline: boolean,
): Readonly<Record<string, string>> {
  const shown = isInline && file.image_type !== null;
  return {
    'content-type': (shown ? file.image_type : null) ?? 'application/octet-stream',
    'content-length': String(file.byte_size),
    'content-disposition': `${shown ? 'inline' : 'attachment'}; ${fileNames(file.name)}`,
    'content-security-policy': `default-src 'none'; sandbox`,
    'x-content-type-options': 'nosniff',
    // The bytes behind an id never change; who may read them is asked each time.
    'cache-control': shown ? 'private, max-age=0, must-revalidate' : 'private, no-store',
    etag: `"${file.content_id}"`,
  };
}

/** Both spellings of RFC 6266: for old programs in ASCII, for all others as it is. */
function fileNames(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${encoded}`;
}
