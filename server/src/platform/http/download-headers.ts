/** A file as its row says it. */
export type SentFile = {
  readonly name: string;
  readonly byte_size: number;
  /** What kind of picture it is by its content; null for anything else. */
  readonly image_type: string | null;
  readonly content_id: string;
};

/**
 * The headers with which bytes that somebody sent are given out: to be kept, never to run. Only what
 * is a picture by its content is shown in place.
 */
export function contentHeaders(
  file: SentFile,
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

/** The headers of a file that is made while it is sent, to be kept under a name. */
export function madeHeaders(name: string, contentType: string): Readonly<Record<string, string>> {
  return {
    'content-type': contentType,
    'content-disposition': `attachment; ${fileNames(name)}`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
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
