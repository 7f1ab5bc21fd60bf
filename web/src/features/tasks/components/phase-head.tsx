import { type PhaseView, projects } from '@evenkeel/contract/projects';
import type { ProjectId } from '@evenkeel/core/id';
import { DateField } from '../../../ui/form/date-field.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { DateText, EffortText } from '../../../ui/marks/values.tsx';
import { EditableField } from '../../../ui/record/editable-field.tsx';
import { useTaskWrite } from '../api.ts';
import type { PhaseGroup } from '../model.ts';
import { PhaseMenu } from './phase-menu.tsx';
import styles from './tasks.module.css';

type PhaseHeadProps = {
  readonly projectId: ProjectId;
  readonly group: PhaseGroup;
  readonly mayWrite: boolean;
};

/** The head of a phase: its name and days, how far it is, estimated against logged. */
export function PhaseHead({ projectId, group, mayWrite }: PhaseHeadProps) {
  const { phase, tasks } = group;
  return (
    <div className={styles['phase']}>
      <h3 className={styles['phase-name']}>
        {phase ? <PhaseName {...{ projectId, phase, mayWrite }} /> : 'Without a phase'}
      </h3>
      <span className={styles['phase-count']}>
        {group.doneCount} of {tasks.length} done
      </span>
      {phase ? <PhaseDays {...{ projectId, phase, mayWrite }} /> : null}
      <span className={styles['phase-effort']}>
        <EffortText minutes={group.loggedMinutes} /> of{' '}
        <EffortText minutes={group.estimateMinutes} />
      </span>
      {phase && mayWrite ? <PhaseMenu projectId={projectId} phase={phase} tasks={tasks} /> : null}
    </div>
  );
}

type PhaseProps = {
  readonly projectId: ProjectId;
  readonly phase: PhaseView;
  readonly mayWrite: boolean;
};

function useSavePhase(projectId: ProjectId, phase: PhaseView) {
  const update = useTaskWrite(projects.updatePhase);
  return (change: Partial<Pick<PhaseView, 'name' | 'startOn' | 'endOn'>>) =>
    update.mutateAsync({
      params: { id: projectId, phaseId: phase.id },
      version: phase.version,
      body: change,
    });
}

function PhaseName({ projectId, phase, mayWrite }: PhaseProps) {
  const save = useSavePhase(projectId, phase);
  return (
    <EditableField
      label={`Name of phase ${phase.name}`}
      value={phase.name}
      canEdit={mayWrite}
      editor={(field) => <TextField {...field} />}
      onSave={(name) => save({ name })}
    >
      {phase.name}
    </EditableField>
  );
}

function PhaseDays({ projectId, phase, mayWrite }: PhaseProps) {
  const save = useSavePhase(projectId, phase);
  return (
    <span className={styles['phase-days']}>
      {(['startOn', 'endOn'] as const).map((field) => (
        <EditableField
          key={field}
          label={`${field === 'startOn' ? 'Start' : 'End'} of phase ${phase.name}`}
          value={phase[field]}
          canEdit={mayWrite}
          editor={(props) => <DateField {...props} />}
          onSave={(day) => save({ [field]: day })}
        >
          <DateText date={phase[field]} />
        </EditableField>
      ))}
    </span>
  );
}
