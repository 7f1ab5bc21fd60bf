import ganttStyles from '../gantt/gantt.module.css';
import { joinClasses } from '../join-classes.ts';
import { draftWords } from './planner-words.ts';
import type { PlannerDraft } from './use-planner-draft.ts';
import type { PlannerModel } from './use-planner-model.ts';

type PlannerStatusProps = { readonly draft: PlannerDraft | null; readonly model: PlannerModel };

/** What the edit under way leads to, seen and heard. */
export function PlannerStatus({ draft, model }: PlannerStatusProps) {
  const words = draft
    ? draftWords({
        edit: draft.edit,
        bar: model.barOf(draft.edit.id),
        laneName: (id) => model.lanes.get(id)?.name ?? '',
        after: model.loadOf,
      })
    : null;
  const isSplit = draft?.edit.kind === 'split';
  return (
    <div
      role="status"
      className={joinClasses(
        ganttStyles['status'],
        words?.isBad ? ganttStyles['refused'] : undefined,
      )}
      data-shown={words !== null || undefined}
    >
      {words ? (
        <>
          <strong>{words.what}</strong>
          {words.follows ? <span>{words.follows}</span> : null}
          {draft?.isSaving || !draft?.mode ? null : (
            <span className={ganttStyles['status-hint']}>
              {isSplit ? '← → choose the day' : '← → days, ↑ ↓ people'}, Enter saves, Escape goes
              back
            </span>
          )}
        </>
      ) : null}
    </div>
  );
}
