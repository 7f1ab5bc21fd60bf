import type { KpiChange, KpiView } from '@evenkeel/contract/kpis';
import type { GoalId } from '@evenkeel/core/id';
import { kpiDirections, kpiPerspectives } from '@evenkeel/core/strategy/kpi';
import { kpiFrequencies } from '@evenkeel/core/strategy/kpi-calendar';
import {
  directionLabels,
  frequencyLabels,
  perspectiveLabels,
  perspectiveQuestions,
} from '../../../lib/kpi-standing.ts';
import { recordNumber } from '../../../lib/record-number.ts';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { type Choice, ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { NumberField } from '../../../ui/form/number-fields.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { formatDate } from '../../../ui/format/date.ts';
import { withUnit } from '../../../ui/format/measured.ts';
import { PersonPicker } from '../../people/components/person-picker.tsx';
import { useObjectives } from '../api.ts';
import styles from './kpis.module.css';

type KpiFactsProps = {
  readonly kpi: KpiView;
  readonly save: (change: KpiChange) => Promise<unknown>;
  readonly canEdit: boolean;
};

/** What a KPI is; each field saves itself. */
export function KpiFacts({ kpi, save, canEdit }: KpiFactsProps) {
  const disabled = !canEdit;
  return (
    <>
      <span className={styles['number']}>{recordNumber('kpi', kpi.number)}</span>
      <NumbersOfKpi kpi={kpi} save={save} disabled={disabled} />
      <Autosave
        name="deadline"
        value={kpi.deadline}
        on="pause"
        save={(deadline) => save({ deadline })}
      >
        {(field) => (
          <DateField
            label="Deadline"
            description={
              kpi.deadline === null && kpi.lineEndsOn
                ? `That of the goal: ${formatDate(kpi.lineEndsOn)}`
                : 'Empty: that of the goal.'
            }
            disabled={disabled}
            {...field}
          />
        )}
      </Autosave>
      <Autosave name="startOn" value={kpi.startOn} on="pause" save={(startOn) => save({ startOn })}>
        {(field) => (
          <DateField
            label="Baseline of"
            description={
              kpi.startOn === null
                ? `The plan’s start: ${formatDate(kpi.lineStartsOn)}`
                : 'Empty: the start of the plan.'
            }
            disabled={disabled}
            {...field}
          />
        )}
      </Autosave>
      <Picked
        name="frequency"
        label="Measured"
        value={kpi.frequency}
        choices={frequencies}
        disabled={disabled}
        onSave={(frequency) => save({ frequency })}
      />
      <Picked
        name="perspective"
        label="Perspective"
        description={perspectiveQuestions[kpi.perspective]}
        value={kpi.perspective}
        choices={perspectives}
        disabled={disabled}
        onSave={(perspective) => save({ perspective })}
      />
      <ObjectiveChoice kpi={kpi} save={save} disabled={disabled} />
      <Autosave
        name="ownerId"
        value={kpi.owner}
        on="change"
        save={(owner) => save({ ownerId: owner?.id ?? null })}
      >
        {(field) => (
          <PersonPicker
            label="Owner"
            description="Is reminded when an actual is due."
            disabled={disabled}
            {...field}
          />
        )}
      </Autosave>
    </>
  );
}

type PartProps = {
  readonly kpi: KpiView;
  readonly save: (change: KpiChange) => Promise<unknown>;
  readonly disabled: boolean;
};

function NumbersOfKpi({ kpi, save, disabled }: PartProps) {
  return (
    <>
      <Autosave name="target" value={kpi.target} save={(target) => save({ target })}>
        {(field) => (
          <NumberField label={withUnit('Target', kpi.unit)} disabled={disabled} {...field} />
        )}
      </Autosave>
      <Autosave name="baseline" value={kpi.baseline} save={(baseline) => save({ baseline })}>
        {(field) => (
          <NumberField label={withUnit('Baseline', kpi.unit)} disabled={disabled} {...field} />
        )}
      </Autosave>
      <Autosave name="unit" value={kpi.unit} save={(unit) => save({ unit })}>
        {(field) => (
          <TextField label="Unit" placeholder="clients, %, days" disabled={disabled} {...field} />
        )}
      </Autosave>
      <Picked
        name="direction"
        label="Direction"
        value={kpi.direction}
        choices={directions}
        disabled={disabled}
        onSave={(direction) => save({ direction })}
      />
    </>
  );
}

type PickedProps<Value extends string> = {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly disabled: boolean;
  readonly onSave: (value: Value) => Promise<unknown>;
};

function Picked<Value extends string>(props: PickedProps<Value>) {
  const { name, value, onSave, ...rest } = props;
  return (
    <Autosave name={name} value={value} on="change" save={onSave}>
      {({ onChange, ...field }) => (
        <ChoiceField required onChange={(next) => next && onChange(next)} {...field} {...rest} />
      )}
    </Autosave>
  );
}

function ObjectiveChoice({ kpi, save, disabled }: PartProps) {
  const { data } = useObjectives(kpi.goal.id as GoalId);
  const choices = (data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }));
  if (choices.length === 0) return null;
  return (
    <Autosave
      name="objectiveId"
      value={kpi.objective?.id ?? null}
      on="change"
      save={async (objectiveId) => save({ objectiveId })}
    >
      {(field) => (
        <ChoiceField
          label="Objective"
          placeholder="None: the goal itself"
          choices={choices}
          disabled={disabled}
          {...field}
        />
      )}
    </Autosave>
  );
}

const frequencies = kpiFrequencies.map((value) => ({ value, label: frequencyLabels[value] }));
const perspectives = kpiPerspectives.map((value) => ({ value, label: perspectiveLabels[value] }));
const directions = kpiDirections.map((value) => ({ value, label: directionLabels[value] }));
