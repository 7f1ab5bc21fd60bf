import type { BodyInputOf } from '@evenkeel/contract/endpoint';
import { type TaskRow, tasks } from '@evenkeel/contract/tasks';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { taskStates } from '@evenkeel/core/projects/task';
import { Button, Menu, Popover } from '@mantine/core';
import { useState } from 'react';
import { DateField } from '../../../ui/form/date-field.tsx';
import { formatCount } from '../../../ui/format/number.ts';
import { ProgressGlyph } from '../../../ui/marks/progress-glyph.tsx';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { PersonPicker } from '../../people/components/person-picker.tsx';
import { usePhases, useTaskWrite } from '../api.ts';
import { taskStateLabels, taskStateShapes } from '../model.ts';

type Change = BodyInputOf<typeof tasks.bulk>['change'];

type TaskBulkActionsProps = { readonly tasks: readonly TaskRow[]; readonly onDone: () => void };

/** One change for many tasks of any projects, with a way back. */
export function TaskBulkActions({ tasks: selected, onDone }: TaskBulkActionsProps) {
  const apply = useBulkChange(selected, onDone);
  const [only] = selected;
  const isOneProject = new Set(selected.map(({ project }) => project.id)).size === 1;
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button variant="default">State</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {taskStates.map((state) => (
            <Menu.Item
              key={state}
              leftSection={<ProgressGlyph shape={taskStateShapes[state]} />}
              onClick={() => void apply({ state })}
            >
              {taskStateLabels[state]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <PeopleButton tasks={selected} apply={apply} />
      <DatesButton apply={apply} />
      {selected.every(({ project }) => project.kind === 'client') ? (
        <Menu>
          <Menu.Target>
            <Button variant="default">Client</Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => void apply({ isClientVisible: true })}>
              The client sees them
            </Menu.Item>
            <Menu.Item onClick={() => void apply({ isClientVisible: false })}>
              Only we see them
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : null}
      {only && isOneProject ? <PhaseButton projectId={only.project.id} apply={apply} /> : null}
    </>
  );
}

type PhaseButtonProps = PartProps & { readonly projectId: TaskRow['project']['id'] };

function PhaseButton({ projectId, apply }: PhaseButtonProps) {
  const phases = usePhases(projectId);
  if (phases.length === 0) return null;
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default">Phase</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {phases.map((phase) => (
          <Menu.Item key={phase.id} onClick={() => void apply({ phaseId: phase.id })}>
            {phase.name}
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => void apply({ phaseId: null })}>No phase</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

type PartProps = { readonly apply: (change: Change) => Promise<void> };

function PeopleButton({ tasks: selected, apply }: PartProps & Pick<TaskBulkActionsProps, 'tasks'>) {
  const [isOpen, setOpen] = useState(false);
  const people = new Map(
    selected.flatMap(({ assignees }) => assignees).map((one) => [one.id, one]),
  );
  return (
    <>
      <Popover opened={isOpen} onChange={setOpen} width={260} trapFocus>
        <Popover.Target>
          <Button variant="default" onClick={() => setOpen(!isOpen)}>
            Put on it
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <PersonPicker
            label="Put a person on all of them"
            autoFocus
            value={null}
            onChange={(person) => {
              if (person) void apply({ addAssigneeId: person.id });
            }}
          />
        </Popover.Dropdown>
      </Popover>
      {people.size > 0 ? (
        <Menu>
          <Menu.Target>
            <Button variant="default">Take off</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {[...people.values()].map((person) => (
              <Menu.Item
                key={person.id}
                onClick={() => void apply({ removeAssigneeId: person.id })}
              >
                {person.name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </>
  );
}

const shifts = [
  { label: 'A day later', days: 1 },
  { label: 'A week later', days: 7 },
  { label: 'Four weeks later', days: 28 },
  { label: 'A day earlier', days: -1 },
  { label: 'A week earlier', days: -7 },
] as const;

function DatesButton({ apply }: PartProps) {
  const [isOpen, setOpen] = useState(false);
  const [day, setDay] = useState<CalendarDate | null>(null);
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button variant="default">Move dates</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {shifts.map(({ label, days }) => (
            <Menu.Item key={days} onClick={() => void apply({ shiftDays: days })}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Popover opened={isOpen} onChange={setOpen} width={240} trapFocus>
        <Popover.Target>
          <Button variant="default" onClick={() => setOpen(!isOpen)}>
            Due
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <DateField label="Due day of all of them" autoFocus value={day} onChange={setDay} />
          <Button mt={8} onClick={() => void apply({ dueOn: day })}>
            Set
          </Button>
        </Popover.Dropdown>
      </Popover>
    </>
  );
}

function useBulkChange(selected: readonly TaskRow[], onDone: () => void) {
  const bulk = useTaskWrite(tasks.bulk);
  const putBack = useTaskWrite(tasks.changes);
  return async (change: Change) => {
    try {
      await bulk.mutateAsync({ body: { ids: selected.map(({ id }) => id), change } });
      const undo = async () => {
        await putBack.mutateAsync({ body: { changes: selected.map(asItWas) } });
      };
      notifyDone({ message: `${formatCount(selected.length, taskNoun)} changed`, undo });
      onDone();
    } catch (error) {
      notifyFailed({ message: error instanceof Error ? error.message : 'Nothing was changed.' });
    }
  };
}

function asItWas(task: TaskRow) {
  const { id, state, startOn, dueOn, phaseId, parentId, assignees, isClientVisible } = task;
  const assigneeIds = assignees.map((person) => person.id);
  return { id, change: { state, startOn, dueOn, phaseId, parentId, assigneeIds, isClientVisible } };
}

const taskNoun = { one: 'task', many: 'tasks' };
