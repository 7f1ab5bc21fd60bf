import type { PortalFile } from '@evenkeel/contract/portal/files';
import { previewKindOf } from '@evenkeel/core/files/preview-kind';
import { portalPageWords } from '@evenkeel/core/words/portal-pages';
import { useCallback, useMemo } from 'react';
import { readBytes } from '../../../lib/read-bytes.ts';
import { FilePreview, type PreviewWords } from '../../../ui/file-preview/file-preview.tsx';
import { usePortalWords } from '../portal-context.ts';
import { contentAddress } from './api.ts';

type PortalFilePreviewProps = { readonly file: PortalFile; readonly onClose: () => void };

/** A file in place, in the reader's language. Mount it while it is open. */
export function PortalFilePreview({ file, onClose }: PortalFilePreviewProps) {
  const words = usePortalWords(portalPageWords);
  const previewWords = useMemo(
    (): PreviewWords => ({
      download: words('download'),
      close: words('close'),
      failed: words('previewFailed'),
      cut: words('previewCut'),
      page: (number, count) => words('page', { number, count }),
    }),
    [words],
  );
  const address = contentAddress(file.id);
  const read = useCallback((signal: AbortSignal) => readBytes(address, signal), [address]);
  const kind = previewKindOf(file);
  if (kind === null) return null;
  return (
    <FilePreview
      name={file.name}
      kind={kind}
      imageAddress={`${address}?inline=true`}
      downloadAddress={address}
      read={read}
      words={previewWords}
      onClose={onClose}
    />
  );
}
