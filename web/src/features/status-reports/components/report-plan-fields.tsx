import { type ReportPlanView, statusReports } from '@evenkeel/contract/status-reports';
import type { PersonId, ProjectId } from '@evenkeel/core/id';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { PersonPicker } from '../../people/components/person-picker.tsx';
import { useReportPlan, useReportWrite } from '../api.ts';
import { weekdayLabels } from '../words.ts';
import styles from './reports.module.css';

type Props = { readonly projectId: ProjectId; readonly mayWrite: boolean };

const never = 'never';
const weekdays = [
  ...weekdayLabels.map((label, index) => ({ value: String(index + 1), label })),
  { value: never, label: 'Never by itself' },
];

/** On which weekday the report is drafted, and who answers for it. */
export function ReportPlanFields({ projectId, mayWrite }: Props) {
  const found = useReportPlan(projectId);
  return (
    <Loaded found={found} what="the plan of the reports">
      {(plan) => <Fields projectId={projectId} plan={plan} mayWrite={mayWrite} />}
    </Loaded>
  );
}

function Fields({ projectId, plan, mayWrite }: Props & { readonly plan: ReportPlanView }) {
  const set = useReportWrite(statusReports.setPlan);
  const save = (change: { weekday?: number | null; accountableId?: PersonId | null }) =>
    set.mutateAsync({
      params: { projectId },
      body: { weekday: plan.weekday, accountableId: plan.accountable?.id ?? null, ...change },
    });
  return (
    <div className={styles['plan']}>
      <Autosave
        name="weekday"
        on="change"
        value={plan.weekday === null ? never : String(plan.weekday)}
        save={(value) => save({ weekday: value === never ? null : Number(value) })}
      >
        {(field) => (
          <ChoiceField
            label="Drafted on"
            choices={weekdays}
            disabled={!mayWrite}
            {...field}
            onChange={(value) => field.onChange(value ?? never)}
          />
        )}
      </Autosave>
      <Autosave
        name="accountableId"
        on="change"
        value={plan.accountable}
        save={(person) => save({ accountableId: person?.id ?? null })}
      >
        {(field) => <PersonPicker label="Who answers for it" disabled={!mayWrite} {...field} />}
      </Autosave>
    </div>
  );
}
