import { longestText } from '@evenkeel/core/files/preview-kind';
import { LoadingState } from '../states/loading-state.tsx';
import styles from './file-preview.module.css';
import type { PreviewWords } from './file-preview.tsx';
import { useBytes } from './use-bytes.ts';

type TextViewProps = {
  readonly read: (signal: AbortSignal) => Promise<ArrayBuffer>;
  readonly words: PreviewWords;
  readonly label: string;
};

/** The beginning of a text as it stands, never as a page. */
export function TextView({ read, words, label }: TextViewProps) {
  const found = useBytes(read);
  if (found.state === 'loading') return <LoadingState />;
  if (found.state !== 'here')
    return (
      <p role="alert" className={styles['note']}>
        {words.failed}
      </p>
    );
  const isCut = found.bytes.byteLength > longestText;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keys */}
      <section className={styles['text']} aria-label={label} tabIndex={0}>
        <pre>{new TextDecoder().decode(found.bytes.slice(0, longestText))}</pre>
      </section>
      {isCut ? <p className={styles['note']}>{words.cut}</p> : null}
    </>
  );
}
