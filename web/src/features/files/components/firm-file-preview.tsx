import type { FileView } from '@evenkeel/contract/files';
import { previewKindOf } from '@evenkeel/core/files/preview-kind';
import { useCallback } from 'react';
import { readBytes } from '../../../lib/read-bytes.ts';
import { FilePreview, type PreviewWords } from '../../../ui/file-preview/file-preview.tsx';
import { fileAddress } from '../api.ts';

const words: PreviewWords = {
  download: 'Download',
  close: 'Close',
  failed: 'This file cannot be shown here. Download it to open it on your device.',
  cut: 'Only the beginning is shown. Download the file to read all of it.',
  page: (number, count) => `Page ${number} of ${count}`,
};

type FirmFilePreviewProps = { readonly file: FileView; readonly onClose: () => void };

/** A file of a record, in place. Mount it while it is open. */
export function FirmFilePreview({ file, onClose }: FirmFilePreviewProps) {
  const address = fileAddress(file);
  const read = useCallback((signal: AbortSignal) => readBytes(address, signal), [address]);
  const kind = previewKindOf(file);
  if (kind === null) return null;
  return (
    <FilePreview
      name={file.name}
      kind={kind}
      imageAddress={fileAddress(file, true)}
      downloadAddress={address}
      read={read}
      words={words}
      onClose={onClose}
    />
  );
}
