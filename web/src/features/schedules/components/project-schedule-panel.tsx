import type { ScheduleEdit } from '@evenkeel/contract/schedule-edits';
import { scheduleEdits } from '@evenkeel/contract/schedule-edits';
import type { ScheduleView } from '@evenkeel/contract/schedules';
import type { ProjectId } from '@evenkeel/core/id';
import { slipWeekdays } from '@evenkeel/core/projects/schedule-moves';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { DateText } from '../../../ui/marks/values.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { FieldLine, FieldList } from '../../../ui/record/field-list.tsx';
import { RecordLayout } from '../../../ui/record/record-layout.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { checkMoves, useCalendars, useSchedule, useScheduleWrite } from '../api.ts';
import { slipWords } from '../model.ts';
import { BaselinesSection } from './baselines-section.tsx';
import { MovedSection } from './moved-section.tsx';
import { ScheduleProblemsPanel } from './problems-panel.tsx';
import styles from './schedules.module.css';

type ProjectSchedulePanelProps = { readonly projectId: ProjectId; readonly mayWrite: boolean };

/** The schedule of a project as a whole: where it ends, what is wrong, kept plans, what moved. */
export function ProjectSchedulePanel({ projectId, mayWrite }: ProjectSchedulePanelProps) {
  const found = useSchedule(projectId);
  return (
    <Loaded found={found} what="the schedule" shape="record">
      {(plan) => (
        <RecordLayout
          sideLabel="How the project is scheduled"
          side={<Settings plan={plan} mayWrite={mayWrite} />}
        >
          <Section title="Problems">
            {plan.problems.length === 0 ? (
              <p className={styles['quiet']}>The plan keeps everything that was said about it.</p>
            ) : (
              <ScheduleProblemsPanel projectId={projectId} />
            )}
          </Section>
          <BaselinesSection projectId={projectId} name={plan.project.name} mayWrite={mayWrite} />
          <MovedSection projectId={projectId} name={plan.project.name} />
        </RecordLayout>
      )}
    </Loaded>
  );
}

type Settled = Extract<ScheduleEdit, { kind: 'project' }>['change'];

function Settings({ plan, mayWrite }: { readonly plan: ScheduleView; readonly mayWrite: boolean }) {
  const calendars = useCalendars();
  const apply = useScheduleWrite(scheduleEdits.apply);
  const disabled = !mayWrite;
  const save = async (change: Settled) => {
    const edits = [{ kind: 'project', id: plan.project.id, change } as const];
    await checkMoves(edits);
    await apply.mutateAsync({ body: { edits } });
  };
  const critical = plan.tasks.filter((task) => task.isCritical && !task.isSummary).length;
  return (
    <>
      <FieldList>
        <FieldLine label="First day">
          <DateText date={plan.startOn} />
        </FieldLine>
        <FieldLine label="Last day">
          <DateText date={plan.finishOn} />
        </FieldLine>
        <FieldLine label="Agreed end">
          <DateText date={plan.endOn} />
        </FieldLine>
        {plan.endOn && plan.finishOn ? (
          <FieldLine label="Slip">{slipWords(slipWeekdays(plan.endOn, plan.finishOn))}</FieldLine>
        ) : null}
        <FieldLine label="Critical">{`${critical} of ${plan.tasks.length} tasks`}</FieldLine>
      </FieldList>
      <Autosave
        name="calendarId"
        value={plan.calendarId}
        save={(calendarId) => save({ calendarId })}
        on="change"
      >
        {(field) => (
          <ChoiceField
            label="Working days"
            placeholder="As the firm"
            disabled={disabled}
            choices={(calendars.data?.rows ?? []).map(({ id, name }) => ({
              value: id,
              label: name,
            }))}
            {...field}
          />
        )}
      </Autosave>
      <Autosave
        name="scheduleFrom"
        value={plan.scheduleFrom}
        save={(from) => save({ scheduleFrom: from })}
        on="change"
      >
        {({ onChange, ...field }) => (
          <ChoiceField
            label="Counted from"
            disabled={disabled}
            choices={endChoices}
            onChange={(end) => onChange(end ?? 'start')}
            {...field}
          />
        )}
      </Autosave>
      <Autosave
        name="honoursConstraints"
        value={plan.honoursConstraints}
        save={(honoursConstraints) => save({ honoursConstraints })}
        on="change"
      >
        {({ onChange, value, ...field }) => (
          <ChoiceField
            label="In a clash"
            description="Of a task’s constraint with what it depends on."
            disabled={disabled}
            choices={winners}
            value={value ? 'constraints' : 'links'}
            onChange={(winner) => onChange(winner !== 'links')}
            {...field}
          />
        )}
      </Autosave>
      <Autosave name="statusOn" value={plan.statusOn} save={(statusOn) => save({ statusOn })}>
        {(field) => (
          <DateField
            label="Open work from"
            description="What is not done is moved to this day, or later."
            disabled={disabled}
            {...field}
          />
        )}
      </Autosave>
    </>
  );
}

const winners = [
  { value: 'constraints', label: 'Constraints win' },
  { value: 'links', label: 'Links win' },
] as const;

const endChoices = [
  { value: 'start', label: 'Its start, forwards' },
  { value: 'finish', label: 'Its end, backwards' },
] as const;
