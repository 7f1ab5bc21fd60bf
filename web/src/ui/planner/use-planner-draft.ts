import { useRef, useState } from 'react';
import type { PlannerMode } from './planner-focus.ts';
import type { PlannerEdit } from './planner-types.ts';

export type PlannerDraft = {
  readonly edit: PlannerEdit;
  /** What the arrows do meanwhile; null: it was begun by a drag or a single key. */
  readonly mode: PlannerMode | null;
  readonly isSaving: boolean;
};

export type PlannerDrafting = {
  readonly draft: PlannerDraft | null;
  readonly propose: (edit: PlannerEdit, mode?: PlannerMode | null) => void;
  readonly save: () => void;
  readonly cancel: () => void;
  /** Shows and saves in one. */
  readonly act: (edit: PlannerEdit) => void;
};

/** The edit under way: shown with every step of a drag or key, saved at its end. */
export function usePlannerDraft(
  onEdit: ((edit: PlannerEdit) => Promise<void>) | undefined,
): PlannerDrafting {
  const [draft, setDraft] = useState<PlannerDraft | null>(null);
  // The newest, also before React has drawn it: a drop may come in the same frame as the last step.
  const latest = useRef<PlannerDraft | null>(null);
  const show = (next: PlannerDraft | null) => {
    latest.current = next;
    setDraft(next);
  };
  const commit = async (edit: PlannerEdit) => {
    if (!onEdit) return show(null);
    const saving = { edit, mode: null, isSaving: true };
    show(saving);
    try {
      await onEdit(edit);
    } finally {
      if (latest.current === saving) show(null);
    }
  };
  return {
    draft,
    propose: (edit, mode = latest.current?.mode ?? null) => show({ edit, mode, isSaving: false }),
    save: () => {
      const current = latest.current;
      if (current && !current.isSaving) void commit(current.edit);
    },
    cancel: () => {
      if (!latest.current?.isSaving) show(null);
    },
    act: (edit) => void commit(edit),
  };
}
