import { Modal } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { useReturnFocus } from '../focus/use-return-focus.ts';
import { LoadingState } from '../states/loading-state.tsx';
import styles from './file-preview.module.css';
import { TextView } from './text-view.tsx';

// The reader of PDF is larger than most pages: it comes when somebody looks at one.
const PdfView = lazy(async () => ({ default: (await import('./pdf-view.tsx')).PdfView }));

/** What the preview says, in the language of whoever looks. */
export type PreviewWords = {
  readonly download: string;
  readonly close: string;
  /** Why nothing is shown, and that the file can be downloaded. */
  readonly failed: string;
  readonly cut: string;
  readonly page: (number: number, count: number) => string;
};

type FilePreviewProps = {
  readonly name: string;
  readonly kind: 'image' | 'pdf' | 'text';
  /** Where a picture is shown from, and where the file is kept from. */
  readonly imageAddress: string;
  readonly downloadAddress: string;
  /** Reads the bytes of a PDF or text, with the rights of whoever looks. */
  readonly read: (signal: AbortSignal) => Promise<ArrayBuffer>;
  readonly words: PreviewWords;
  readonly onClose: () => void;
};

/** A picture, a PDF or a text as large as the window allows; the whole screen on a phone. Mount it while it is open. */
export function FilePreview(props: FilePreviewProps) {
  const { name, downloadAddress, words, onClose } = props;
  useReturnFocus();
  return (
    <Modal
      opened
      onClose={onClose}
      title={name}
      closeButtonProps={{ 'aria-label': words.close }}
      classNames={{
        inner: styles['inner'] ?? '',
        content: styles['content'] ?? '',
        header: styles['header'] ?? '',
        title: styles['title'] ?? '',
        body: styles['body'] ?? '',
      }}
    >
      <div className={styles['stage']} data-kind={props.kind}>
        <Shown {...props} />
      </div>
      <p className={styles['bar']}>
        <a className={styles['download']} href={downloadAddress} download={name}>
          <IconDownload size={16} stroke={1.6} aria-hidden />
          {words.download}
        </a>
      </p>
    </Modal>
  );
}

function Shown({ name, kind, imageAddress, read, words }: FilePreviewProps): ReactNode {
  if (kind === 'image') return <img src={imageAddress} alt={name} className={styles['image']} />;
  if (kind === 'text') return <TextView read={read} words={words} label={name} />;
  return (
    <Suspense fallback={<LoadingState />}>
      <PdfView read={read} words={words} />
    </Suspense>
  );
}
