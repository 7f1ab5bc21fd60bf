import styles from './marks.module.css';
import { type GlyphTone, ProgressGlyph, type ProgressShape } from './progress-glyph.tsx';

type StageMarkProps = {
  readonly label: string;
  readonly shape: ProgressShape;
  readonly tone?: GlyphTone;
};

/** A stage or state: its glyph and its word. */
export function StageMark({ label, shape, tone }: StageMarkProps) {
  return (
    <span className={styles['inline']}>
      <ProgressGlyph shape={shape} {...(tone ? { tone } : {})} />
      <span className={styles['word']}>{label}</span>
    </span>
  );
}
