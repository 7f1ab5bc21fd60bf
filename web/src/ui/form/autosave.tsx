import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ConflictNote } from './conflict-note.tsx';
import { type Draft, draftAfter, groundOf, isOvertaken } from './draft.ts';
import { problemOf } from './problem.ts';
import { SaveCancelled } from './save-cancelled.ts';

/** What an autosaved field spreads into its control. */
export type AutosavedField<Value> = {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly onBlur: () => void;
  readonly error: ReactNode;
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

/**
 * A field that saves itself. What was refused stays typed, with the reason beside it; so does what
 * somebody else has changed meanwhile, until the reader says whose is to stand.
 */
export function Autosave<Value>(props: AutosaveProps<Value>) {
  const { name, value, save, on = 'blur', children } = props;
  const saved = JSON.stringify(value);
  const { draft, refusal, type, send, drop } = useDraft(saved, save);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const isConflict = isOvertaken(draft, saved);
  const commit = (next: Value) => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (JSON.stringify(next) === saved) drop();
    else if (!isConflict) void send(next);
  };
  // A pause ends in a later render than the one in which it began.
  const latestCommit = useRef(commit);
  latestCommit.current = commit;
  const onChange = (next: Value) => {
    if (on === 'change') return void send(next);
    type(next);
    if (on !== 'pause') return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => latestCommit.current(next), pauseMilliseconds);
  };
  const onBlur = () => {
    if (draft?.state !== 'typed') return;
    if (on === 'blur' || timer.current !== undefined) commit(draft.value);
  };
  const keepMine = () => {
    if (draft) void send(draft.value);
  };
  const error = isConflict ? (
    <ConflictNote theirs={value} onKeepMine={keepMine} onTakeTheirs={drop} />
  ) : (
    refusalNote(draft && refusal, { name, keepMine })
  );
  return children({ name, value: draft ? draft.value : value, onChange, onBlur, error });
}

/** What is typed and not yet known to be saved; `saved` is the server's value as JSON. */
function useDraft<Value>(saved: string, save: (value: Value) => Promise<unknown>) {
  const [draft, setDraft] = useState<Draft<Value> | undefined>(undefined);
  const [refusal, setRefusal] = useState<unknown>(undefined);
  const ownWrites = useRef(0);
  const latestSaved = useRef(saved);
  useEffect(() => {
    latestSaved.current = saved;
    const isOwn = ownWrites.current > 0;
    setDraft((current) => draftAfter(current, saved, isOwn));
  }, [saved]);
  const drop = () => {
    setDraft(undefined);
    setRefusal(undefined);
  };
  /** Whether a version was refused for a change of something else than this field. */
  const isElsewhere = async (thrown: unknown, before: string): Promise<boolean> => {
    if (!problemOf(thrown).isConflict) return false;
    await pause(pauseMilliseconds);
    return latestSaved.current === before;
  };
  const send = async (next: Value, isSecondTry = false): Promise<void> => {
    const before = latestSaved.current;
    setDraft({ value: next, over: before, state: 'sending' });
    ownWrites.current += 1;
    // Of what was typed meanwhile nothing changes.
    const settle = (state: 'typed' | 'saved') =>
      setDraft((current) => (current?.state === 'sending' ? { ...current, state } : current));
    try {
      await save(next);
    } catch (thrown) {
      ownWrites.current -= 1;
      if (thrown instanceof SaveCancelled) return drop();
      // Something else of the record was changed, perhaps by oneself: this field stands as it was,
      // so it is sent again on the version that has been read since.
      if (!isSecondTry && (await isElsewhere(thrown, before))) return send(next, true);
      setRefusal(thrown);
      settle('typed');
      return;
    }
    setRefusal(undefined);
    if (latestSaved.current === before) settle('saved');
    else setDraft((current) => (current?.state === 'sending' ? undefined : current));
    // The answer is shown a moment after it has come.
    setTimeout(() => {
      ownWrites.current -= 1;
    }, pauseMilliseconds);
  };
  return {
    draft,
    refusal,
    send: (next: Value) => send(next),
    type: (next: Value) => setDraft({ value: next, over: groundOf(draft, saved), state: 'typed' }),
    drop,
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

type RefusalUse = { readonly name: string; readonly keepMine: () => void };

function refusalNote(refusal: unknown, { name, keepMine }: RefusalUse): ReactNode {
  if (refusal === undefined) return undefined;
  const { issues, title, isConflict } = problemOf(refusal);
  if (isConflict) return <ConflictNote onKeepMine={keepMine} />;
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
