import { type AllocationView, allocations } from '@evenkeel/contract/allocations';
import { type CalendarDate, dateFromDayNumber, dayNumber } from '@evenkeel/core/calendar-date';
import { Button, SegmentedControl } from '@mantine/core';
import {
  IconArrowRight,
  IconCopy,
  IconScissors,
  IconTrash,
  IconUserSearch,
} from '@tabler/icons-react';
import { useState } from 'react';
import { SidePanel } from '../../../ui/figure/side-panel.tsx';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { TextAreaField } from '../../../ui/form/text-field.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { middleOf } from '../../../ui/planner/planner-edit.ts';
import type { PlannerBar, PlannerEdit, PlannerLane } from '../../../ui/planner/planner-types.ts';
import { daysText, effortText } from '../../../ui/planner/planner-words.ts';
import { PersonPicker } from '../../people/components/person-picker.tsx';
import { RolePicker } from '../../people/components/role-picker.tsx';
import { useAllocationWrite, useClashes } from '../api.ts';
import { laneOfPerson, type PlannerNames } from '../lanes.ts';
import { numbersByWork, type WorkIndex } from '../three-numbers.ts';
import type { AllocationEdits } from '../use-allocation-edits.ts';
import { ClashList } from './clash-list.tsx';
import { EffortFields, effortOf, typedEffort } from './effort-fields.tsx';
import { ProjectField, pickedSkills, SkillsField } from './planner-fields.tsx';
import styles from './planner-panels.module.css';
import { ThreeNumbersTable } from './three-numbers.tsx';

type AllocationPanelProps = {
  readonly bar: PlannerBar;
  readonly lane: PlannerLane;
  readonly bars: readonly PlannerBar[];
  readonly index: WorkIndex;
  readonly names: PlannerNames;
  readonly edits: AllocationEdits;
  readonly onEdit: (edit: PlannerEdit) => Promise<unknown>;
  readonly onFill: (barId: string) => void;
  readonly onShow: (laneId: string, day: number) => void;
  readonly onClose: () => void;
};

/** One allocation with everything on it; its fields save themselves. */
export function AllocationPanel(props: AllocationPanelProps) {
  const { bar, lane, bars, index, names, onClose } = props;
  const days = { from: bar.start, to: bar.end };
  const rows = numbersByWork({ lane, bars, index, days }).filter(
    ({ projectId }) => projectId === bar.work.id,
  );
  const href = `/${bar.work.tone === 'client' ? 'client-projects' : 'initiatives'}/${bar.work.id}`;
  return (
    <SidePanel
      opened
      onClose={onClose}
      title={bar.work.name}
      note={`${lane.name}, ${daysText(bar.start, bar.end)}, ${effortText(bar.effort)}`}
      width={480}
    >
      <div className={styles['panel']}>
        <Fields {...props} />
        <section className={styles['part']}>
          <h3>In these days</h3>
          <ThreeNumbersTable rows={rows} names={names} capacity={null} />
        </section>
        <Clashes {...props} />
        {bar.isEditable ? <Actions {...props} /> : null}
        <div className={styles['actions']}>
          <Button
            component={AppLink}
            href={href}
            variant="subtle"
            color="gray"
            size="xs"
            leftSection={<IconArrowRight size={14} />}
          >
            Open the project
          </Button>
        </div>
      </div>
    </SidePanel>
  );
}

type Change = Parameters<AllocationEdits['note']>[2];

/** Saves a field by itself and keeps what takes it back. */
function useField({ bar, edits }: AllocationPanelProps) {
  const update = useAllocationWrite(allocations.update);
  const save = async (change: Extract<Change, { do: 'update' }>['change']) => {
    const was = edits.allocationOf(bar.id);
    if (!was) return;
    const row: AllocationView = await update.mutateAsync({
      params: { id: was.id },
      version: edits.versionOf(was.id),
      body: change,
    });
    const before = Object.entries(was).filter(([name]) => name in change);
    // The same fields as the change has, as they were.
    const back = Object.fromEntries(before) as typeof change;
    edits.note(`${bar.work.name} changed`, row, { do: 'update', id: was.id, change: back });
  };
  return async (change: Parameters<typeof save>[0]) => {
    try {
      await save(change);
    } catch (thrown) {
      const projectId = edits.allocationOf(bar.id)?.projectId ?? null;
      edits.borrow.offer({ thrown, projectId, again: () => save(change) });
      throw thrown;
    }
  };
}

function Fields(props: AllocationPanelProps) {
  const { bar, names, edits } = props;
  const allocation = edits.allocationOf(bar.id);
  const save = useField(props);
  if (!allocation) return null;
  const disabled = !bar.isEditable;
  const person = allocation.personId ? names.person.get(allocation.personId) : undefined;
  return (
    <div className={styles['fields']}>
      {allocation.personId === null ? (
        <Autosave
          name="roleId"
          value={allocation.roleId}
          save={(roleId) => save({ roleId })}
          on="change"
        >
          {(field) => <RolePicker label="Role" required disabled={disabled} {...field} />}
        </Autosave>
      ) : (
        <Autosave
          name="personId"
          value={person ? { id: person.id, name: person.name } : null}
          save={async (picked) => picked && save({ personId: picked.id })}
          on="change"
        >
          {(field) => <PersonPicker label="Person" required disabled={disabled} {...field} />}
        </Autosave>
      )}
      {allocation.personId === null ? (
        <Autosave
          name="skillIds"
          value={pickedSkills(allocation.skillIds, names)}
          save={(skills) => save({ skillIds: skills.map(({ id }) => id) })}
          on="change"
        >
          {(field) => (
            <SkillsField
              label="Skills they need"
              disabled={disabled}
              {...field}
              onChange={(skills) => field.onChange([...skills])}
            />
          )}
        </Autosave>
      ) : null}
      <Autosave
        name="projectId"
        value={allocation.projectId}
        save={async (projectId) => projectId && save({ projectId })}
        on="change"
      >
        {(field) => (
          <ProjectField
            label="Project"
            required
            disabled={disabled}
            names={names}
            {...field}
            onChange={(id) => id && field.onChange(id)}
          />
        )}
      </Autosave>
      <FieldRow>
        <DayField
          label="First day"
          name="startOn"
          allocation={allocation}
          disabled={disabled}
          save={save}
        />
        <DayField
          label="Last day"
          name="endOn"
          allocation={allocation}
          disabled={disabled}
          save={save}
        />
      </FieldRow>
      <Autosave
        name="effort"
        value={typedEffort(allocation.effort)}
        save={async (typed) => {
          const effort = effortOf(typed);
          if (effort) await save({ effort });
        }}
      >
        {(field) => <EffortFields label="Effort" disabled={disabled} {...field} />}
      </Autosave>
      <Certainty {...props} />
      <Autosave name="note" value={allocation.note} save={(note) => save({ note })}>
        {(field) => <TextAreaField label="Note" minRows={2} disabled={disabled} {...field} />}
      </Autosave>
    </div>
  );
}

type DayFieldProps = {
  readonly label: string;
  readonly name: 'startOn' | 'endOn';
  readonly allocation: { readonly startOn: CalendarDate; readonly endOn: CalendarDate };
  readonly disabled: boolean;
  readonly save: ReturnType<typeof useField>;
};

function DayField({ label, name, allocation, disabled, save }: DayFieldProps) {
  return (
    <Autosave<CalendarDate | null>
      name={name}
      value={allocation[name]}
      save={async (day) => day && save({ [name]: day })}
    >
      {(field) => <DateField label={label} required disabled={disabled} {...field} />}
    </Autosave>
  );
}

function Certainty({ bar, onEdit }: AllocationPanelProps) {
  return (
    <SegmentedControl
      aria-label="How sure it is"
      value={bar.certainty}
      disabled={!bar.isEditable}
      // The values are those of the bar.
      onChange={(certainty) =>
        void onEdit({
          kind: 'certainty',
          id: bar.id,
          certainty: certainty as PlannerBar['certainty'],
        })
      }
      data={[
        { value: 'tentative', label: 'Tentative' },
        { value: 'confirmed', label: 'Confirmed' },
      ]}
    />
  );
}

function Clashes({ bar, lane, onShow }: AllocationPanelProps) {
  const query = { from: dateFromDayNumber(bar.start), to: dateFromDayNumber(bar.end) };
  const isPerson = lane.kind === 'person';
  const rows = useClashes(query, isPerson).data?.rows ?? [];
  const own = rows.filter((clash) => clash.allocations.some(({ id }) => id === bar.id));
  if (own.length === 0) return null;
  return (
    <section className={styles['part']}>
      <h3>What does not hold</h3>
      <ClashList
        clashes={own}
        onShow={({ person, from }) => onShow(laneOfPerson(person.id), dayNumber(from))}
      />
    </section>
  );
}

function Actions({ bar, lane, onEdit, onFill, onClose }: AllocationPanelProps) {
  const [isSplitting, setSplitting] = useState(false);
  const { id, laneId, start, end } = bar;
  const middle = middleOf(bar);
  const length = end - start + 1;
  return (
    <div className={styles['part']}>
      <div className={styles['actions']}>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconUserSearch size={14} />}
          onClick={() => onFill(id)}
        >
          {lane.kind === 'placeholder' ? 'Fill with a person' : 'Hand over'}
        </Button>
        {middle === null ? null : (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconScissors size={14} />}
            aria-expanded={isSplitting}
            onClick={() => setSplitting(!isSplitting)}
          >
            Split
          </Button>
        )}
        <Button
          variant="default"
          size="xs"
          leftSection={<IconCopy size={14} />}
          onClick={() =>
            void onEdit({
              kind: 'copy',
              id,
              laneId,
              start: start + weeks(length),
              end: end + weeks(length),
            })
          }
        >
          Duplicate after it
        </Button>
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          leftSection={<IconTrash size={14} />}
          onClick={() => {
            onClose();
            void onEdit({ kind: 'remove', id });
          }}
        >
          Remove
        </Button>
      </div>
      {isSplitting && middle !== null ? (
        <SplitField
          bar={bar}
          middle={middle}
          onSplit={(at) => {
            setSplitting(false);
            void onEdit({ kind: 'split', id, at });
          }}
        />
      ) : null}
    </div>
  );
}

type SplitFieldProps = {
  readonly bar: PlannerBar;
  readonly middle: number;
  readonly onSplit: (at: number) => void;
};

function SplitField({ bar, middle, onSplit }: SplitFieldProps) {
  const [day, setDay] = useState<CalendarDate | null>(dateFromDayNumber(middle));
  const at = day ? dayNumber(day) : null;
  const isWithin = at !== null && at > bar.start && at <= bar.end;
  return (
    <div className={styles['fields']}>
      <DateField
        label="The second part begins on"
        value={day}
        onChange={setDay}
        error={isWithin ? undefined : 'Choose a day after the first and not after the last.'}
      />
      <div className={styles['actions']}>
        <Button size="xs" disabled={!isWithin} onClick={() => at !== null && onSplit(at)}>
          Make two of it
        </Button>
      </div>
    </div>
  );
}

/** Days in whole weeks, so that a copy begins on the same weekday. */
function weeks(days: number): number {
  return Math.ceil(days / 7) * 7;
}
