import { type ReactNode, useEffect, useRef, useState } from 'react';
import { problemOf } from './problem.ts';

/** What an autosaved field spreads into its control. */
export type AutosavedField<Value> = {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly onBlur: () => void;
  readonly error: string | undefined;
  readonly name: string;
};

type AutosaveProps<Value> = {
  /** The field's name in the API: issues that bear it are shown here. */
  readonly name: string;
  /** As it is saved; plain JSON. */
  readonly value: Value;
  readonly save: (value: Value) => Promise<unknown>;
  /** `blur` for what is typed, `change` for what is picked, `pause` for what may be either. */
  readonly on?: 'blur' | 'change' | 'pause';
  readonly children: (field: AutosavedField<Value>) => ReactNode;
};

const pauseMilliseconds = 700;

/** A field that saves itself. What was refused stays typed, with the reason beside it. */
export function Autosave<Value>(props: AutosaveProps<Value>) {
  const { name, value, save, on = 'blur', children } = props;
  const [draft, setDraft] = useState<{ readonly value: Value } | undefined>(undefined);
  const [error, setError] = useState<string | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const saved = JSON.stringify(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is saved changed, so the draft is done
  useEffect(() => setDraft(undefined), [saved]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const commit = (next: Value) => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (JSON.stringify(next) === saved) {
      setDraft(undefined);
      setError(undefined);
      return;
    }
    save(next).then(
      () => setError(undefined),
      (thrown: unknown) => setError(reasonOf(thrown, name)),
    );
  };
  const onChange = (next: Value) => {
    setDraft({ value: next });
    if (on === 'change') commit(next);
    if (on !== 'pause') return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => commit(next), pauseMilliseconds);
  };
  const onBlur = () => {
    if (draft && (on === 'blur' || timer.current !== undefined)) commit(draft.value);
  };
  return children({ name, value: draft ? draft.value : value, onChange, onBlur, error });
}

function reasonOf(thrown: unknown, name: string): string {
  const { issues, title } = problemOf(thrown);
  return issues.find((issue) => issue.path === name)?.message ?? title;
}

/** Puts the cursor into the field of a name, and the field into view. False when there is none. */
export function focusField(name: string): boolean {
  for (const field of document.querySelectorAll<HTMLElement>('[data-field]')) {
    if (field.dataset['field'] !== name) continue;
    field.scrollIntoView({ block: 'center' });
    field.focus({ preventScroll: true });
    return true;
  }
  return false;
}
