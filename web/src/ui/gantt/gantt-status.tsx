import { joinClasses } from '../join-classes.ts';
import { type DraftWords, draftWords } from './draft-words.ts';
import styles from './gantt.module.css';
import { dayText, momentText } from './gantt-columns.ts';
import type { GanttOutline } from './gantt-outline.ts';
import type { GanttDraft } from './use-gantt-draft.ts';
import type { LinkLine } from './use-gantt-drag.ts';

type GanttStatusProps = {
  readonly draft: GanttDraft | null;
  readonly outline: GanttOutline;
  readonly byKeys: boolean;
  /** Hours are told apart, so they are said. */
  readonly isHourly: boolean;
  /** Said above the lines rather than at their foot, where the edited one lies. */
  readonly isHigh: boolean;
  /** Name of the task a link is being drawn from by keyboard. */
  readonly linkFrom: string | null;
};

/** What the edit under way leads to, seen and heard. */
export function GanttStatus(props: GanttStatusProps) {
  const { draft, outline, byKeys, isHourly, isHigh, linkFrom } = props;
  const words = draft ? draftWords(draft, outline, isHourly ? momentText : dayText) : null;
  const waiting =
    linkFrom === null
      ? null
      : `What waits for ${linkFrom}? Arrows choose, Enter links, Escape ends`;
  return (
    <div
      role="status"
      className={joinClasses(styles['status'], words?.isRefused ? styles['refused'] : undefined)}
      data-high={isHigh || undefined}
      data-shown={words !== null || waiting !== null || undefined}
    >
      {draft && words ? <DraftLine words={words} hasHint={byKeys && !draft.isSaving} /> : waiting}
    </div>
  );
}

type DraftLineProps = { readonly words: DraftWords; readonly hasHint: boolean };

function DraftLine({ words, hasHint }: DraftLineProps) {
  return (
    <>
      <strong>{words.what}</strong>
      {words.consequences ? <span>{words.consequences}</span> : null}
      {hasHint ? (
        <span className={styles['status-hint']}>
          {words.isRefused ? 'Escape goes back' : 'Enter saves, Escape goes back'}
        </span>
      ) : null}
    </>
  );
}

/** A line from a bar to the pointer while a link is drawn. */
export function LinkRubber({ line }: { readonly line: LinkLine | null }) {
  if (!line) return null;
  return (
    <svg className={styles['rubber']} aria-hidden>
      <line x1={line.fromX} y1={line.fromY} x2={line.toX} y2={line.toY} />
      <circle cx={line.toX} cy={line.toY} r={3} />
    </svg>
  );
}
