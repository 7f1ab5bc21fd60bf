import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { useNear } from '../near/use-near.ts';
import { LoadingState } from '../states/loading-state.tsx';
import styles from './file-preview.module.css';
import type { PreviewWords } from './file-preview.tsx';

GlobalWorkerOptions.workerSrc = workerAddress;

/** Finer than this no screen shows, and a page of a phone would take too much memory. */
const finest = 2;

type PdfViewProps = {
  readonly read: (signal: AbortSignal) => Promise<ArrayBuffer>;
  readonly words: PreviewWords;
};

type Found =
  | { readonly state: 'loading' | 'failed' }
  | { readonly state: 'here'; readonly file: PDFDocumentProxy };

/** The pages of a PDF one below the other, as wide as there is room; each is drawn when it comes near. */
export function PdfView({ read, words }: PdfViewProps) {
  const found = usePdf(read);
  if (found.state === 'loading') return <LoadingState />;
  if (found.state !== 'here')
    return (
      <p role="alert" className={styles['note']}>
        {words.failed}
      </p>
    );
  const { file } = found;
  return (
    <ol className={styles['pages']}>
      {Array.from({ length: file.numPages }, (_, index) => index + 1).map((number) => (
        <li key={number}>
          <PdfPage file={file} number={number} label={words.page(number, file.numPages)} />
        </li>
      ))}
    </ol>
  );
}

/** Reads the file within a worker of its own, which runs nothing that is written in it. */
function usePdf(read: PdfViewProps['read']): Found {
  const [found, setFound] = useState<Found>({ state: 'loading' });
  useEffect(() => {
    const controller = new AbortController();
    let opened: ReturnType<typeof getDocument> | undefined;
    const open = async () => {
      const data = await read(controller.signal);
      if (controller.signal.aborted) return;
      opened = getDocument({ data, isEvalSupported: false, enableXfa: false, useWasm: false });
      const file = await opened.promise;
      if (!controller.signal.aborted) setFound({ state: 'here', file });
    };
    open().catch(() => {
      if (!controller.signal.aborted) setFound({ state: 'failed' });
    });
    return () => {
      controller.abort();
      void opened?.destroy();
    };
  }, [read]);
  return found;
}

type PdfPageProps = {
  readonly file: PDFDocumentProxy;
  readonly number: number;
  readonly label: string;
};

function PdfPage({ file, number, label }: PdfPageProps) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const isNear = useNear(frame, number === 1);
  const [text, setText] = useState('');
  useEffect(() => {
    const [box, paper] = [frame.current, canvas.current];
    if (!isNear || !box || !paper) return;
    return drawPage({ file, number, box, paper, onText: setText });
  }, [file, number, isNear]);
  return (
    <div ref={frame} className={styles['page']}>
      <canvas ref={canvas} role="img" aria-label={label} />
      <p className={styles['heard']}>{text}</p>
    </div>
  );
}

type Drawing = {
  readonly file: PDFDocumentProxy;
  readonly number: number;
  readonly box: HTMLElement;
  readonly paper: HTMLCanvasElement;
  /** What stands on the page, for those who do not see it. */
  readonly onText: (text: string) => void;
};

/** Draws a page as wide as its box. Returns how to give up. */
function drawPage({ file, number, box, paper, onText }: Drawing): () => void {
  let giveUp: () => void = () => undefined;
  let isOver = false;
  const draw = async () => {
    const page = await file.getPage(number);
    if (isOver) return;
    const natural = page.getViewport({ scale: 1 });
    const scale = (box.clientWidth / natural.width) * Math.min(window.devicePixelRatio, finest);
    const viewport = page.getViewport({ scale });
    paper.width = Math.floor(viewport.width);
    paper.height = Math.floor(viewport.height);
    box.style.aspectRatio = String(natural.width / natural.height);
    const drawing = page.render({ canvas: paper, viewport });
    giveUp = () => drawing.cancel();
    await drawing.promise;
    const { items } = await page.getTextContent();
    if (!isOver) onText(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  };
  // Given up, or a page that cannot be drawn: the others still can.
  draw().catch(() => undefined);
  return () => {
    isOver = true;
    giveUp();
  };
}
