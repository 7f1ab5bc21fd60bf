import { useRef, useState } from 'react';
import { type GanttConsequences, type GanttEdit, noConsequences } from './gantt-task.ts';

/** An edit that is not saved yet, with what it would lead to. */
export type GanttDraft = {
  readonly edit: GanttEdit;
  readonly consequences: GanttConsequences;
  readonly isSaving: boolean;
};

export type GanttPreview = (edit: GanttEdit) => GanttConsequences | Promise<GanttConsequences>;
export type GanttCommit = (
  edit: GanttEdit,
  consequences: GanttConsequences,
) => Promise<void> | void;

export type GanttDrafting = {
  readonly draft: GanttDraft | null;
  /** Shows what an edit would lead to. */
  readonly propose: (edit: GanttEdit) => void;
  /** Saves what is shown; what cannot be is only taken back. */
  readonly save: () => void;
  readonly cancel: () => void;
  /** Shows and saves in one, for a menu. */
  readonly act: (edit: GanttEdit) => void;
};

/** The edit under way: proposed with every step of a drag, saved at its end. */
export function useGanttDraft(
  preview: GanttPreview | undefined,
  onEdit: GanttCommit | undefined,
): GanttDrafting {
  const [draft, setDraft] = useState<GanttDraft | null>(null);
  // The newest, also before React has drawn it: a drop may come in the same frame as the last step.
  const latest = useRef<GanttDraft | null>(null);
  const show = (next: GanttDraft | null) => {
    latest.current = next;
    setDraft(next);
  };
  const look = async (edit: GanttEdit): Promise<GanttConsequences> => {
    const found = preview?.(edit) ?? ownConsequences(edit);
    if (!(found instanceof Promise)) {
      show({ edit, consequences: found, isSaving: false });
      return found;
    }
    show({ edit, consequences: ownConsequences(edit), isSaving: false });
    const consequences = await found;
    if (latest.current?.edit === edit) show({ edit, consequences, isSaving: false });
    return consequences;
  };
  const commit = async (edit: GanttEdit, consequences: GanttConsequences) => {
    if (consequences.refusal !== null || !onEdit) return show(null);
    const saving = { edit, consequences, isSaving: true };
    show(saving);
    try {
      await onEdit(edit, consequences);
    } finally {
      if (latest.current === saving) show(null);
    }
  };
  return {
    draft,
    propose: (edit) => void look(edit),
    save: () => {
      const current = latest.current;
      if (current && !current.isSaving) void commit(current.edit, current.consequences);
    },
    cancel: () => {
      if (!latest.current?.isSaving) show(null);
    },
    act: (edit) => void look(edit).then((consequences) => commit(edit, consequences)),
  };
}

/** What is known without asking: the edited task stands where it was put. */
function ownConsequences(edit: GanttEdit): GanttConsequences {
  if (edit.kind !== 'move' && edit.kind !== 'stretch') return noConsequences;
  return { moved: new Map([[edit.id, edit.span]]), refusal: null };
}
