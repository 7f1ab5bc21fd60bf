import { Loader } from '@mantine/core';
import { type FocusEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import type { FieldProps } from '../form/field-props.ts';
import { type Problem, problemOf } from '../form/problem.ts';
import { SaveCancelled } from '../form/save-cancelled.ts';
import { joinClasses } from '../join-classes.ts';
import styles from './record.module.css';

type EditableFieldProps<Value> = {
  readonly label: string;
  readonly value: Value;
  /** The value at rest. */
  readonly children: ReactNode;
  /** The field while editing: `(field) => <MoneyField currency="EUR" {...field} />`. */
  readonly editor: (field: FieldProps<Value>) => ReactNode;
  /** Saves; a thrown problem is shown and the text kept. */
  readonly onSave: (value: Value) => Promise<unknown>;
  readonly canEdit?: boolean;
  /** A picked value (choice, person, day) is saved at once, typed text on leaving. */
  readonly saveOnPick?: boolean;
  readonly isSame?: (a: Value, b: Value) => boolean;
};

type EditState = 'rest' | 'editing' | 'saving';

/** A value that is edited where it stands: click or Enter to edit, Esc to leave it, blur to save. */
export function EditableField<Value>(props: EditableFieldProps<Value>) {
  const { label, value, children, editor, onSave, canEdit = true, saveOnPick = false } = props;
  const [state, setState] = useState<EditState>('rest');
  const [draft, setDraft] = useState(value);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  // What was there when the reader began: another value since then is somebody else's.
  const [over, setOver] = useState('');
  const frame = useRef<HTMLDivElement>(null);
  const rest = useRef<HTMLButtonElement>(null);
  const isSame = props.isSame ?? Object.is;
  const leave = () => {
    setState('rest');
    setProblem(undefined);
    requestAnimationFrame(() => rest.current?.focus());
  };
  const save = async (next: Value) => {
    if (isSame(next, value)) return leave();
    const now = JSON.stringify(value);
    if (!saveOnPick && over !== now) {
      // Said once; who then saves again means it.
      setOver(now);
      return setProblem(overtaken);
    }
    setState('saving');
    setProblem(undefined);
    try {
      await onSave(next);
      leave();
    } catch (thrown) {
      if (thrown instanceof SaveCancelled) return leave();
      setProblem(problemOf(thrown));
      setState('editing');
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    const multiline = event.target instanceof HTMLTextAreaElement;
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey))
      void save(draft);
    else return;
    event.stopPropagation();
    event.preventDefault();
  };
  const onBlur = (event: FocusEvent) => {
    if (state !== 'editing' || saveOnPick || staysInside(event, frame.current)) return;
    void save(draft);
  };
  if (!canEdit) return <>{children}</>;
  if (state === 'rest') {
    return (
      <button
        ref={rest}
        type="button"
        className={styles['rest']}
        onClick={() => {
          setDraft(value);
          setOver(JSON.stringify(value));
          setState('editing');
        }}
      >
        <span className={styles['hidden']}>Edit {label.toLowerCase()}: </span>
        {children}
      </button>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens to the keys of its field
    <div
      ref={(element) => {
        frame.current = element;
        focusOnce(element);
      }}
      className={joinClasses(styles['editing'], state === 'saving' && styles['saving'])}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    >
      {editor({
        label,
        value: draft,
        onChange: (next) => {
          setDraft(next);
          if (saveOnPick) void save(next);
        },
        error: problem ? problemText(problem) : undefined,
        disabled: state === 'saving',
      })}
      {state === 'saving' ? <Loader size={12} className={styles['spinner'] ?? ''} /> : null}
    </div>
  );
}

/** The field takes the focus when it appears, its text selected. */
function focusOnce(element: HTMLDivElement | null): void {
  if (!element || element.dataset['focused']) return;
  element.dataset['focused'] = 'true';
  const input = element.querySelector<HTMLElement>('input:not([type="hidden"]), textarea');
  input?.focus();
  if (input instanceof HTMLInputElement) input.select();
}

/** A list or calendar of the field floats elsewhere in the page, yet belongs to it. */
function staysInside(event: FocusEvent, frame: HTMLElement | null): boolean {
  const next = event.relatedTarget;
  if (!(next instanceof Element)) return false;
  return frame?.contains(next) === true || next.closest('[data-portal]') !== null;
}

const overtaken: Problem = {
  title: '',
  issues: [],
  requestId: undefined,
  isConflict: true,
  status: undefined,
};

function problemText(problem: Problem): string {
  if (problem.isConflict)
    return 'Somebody changed this meanwhile. Enter keeps yours, Esc shows the newer value.';
  return problem.issues[0]?.message ?? problem.title;
}
