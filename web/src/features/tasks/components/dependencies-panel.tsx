import { type DependencyView, dependencies } from '@evenkeel/contract/dependencies';
import type { TaskView } from '@evenkeel/contract/tasks';
import type { DependencyType } from '@evenkeel/core/projects/dependency';
import type { LagUnit } from '@evenkeel/core/projects/schedule-plan';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { NumberField } from '../../../ui/form/number-fields.tsx';
import { SaveCancelled } from '../../../ui/form/save-cancelled.ts';
import { type BoundField, useRecordForm } from '../../../ui/form/use-record-form.ts';
import { joinClasses } from '../../../ui/join-classes.ts';
import { KindDot, kindLabels } from '../../../ui/marks/kind-badge.tsx';
import { ProgressGlyph } from '../../../ui/marks/progress-glyph.tsx';
import { DateText } from '../../../ui/marks/values.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { checkMoves } from '../../schedules/api.ts';
import { useTaskDependencies, useTaskWrite } from '../api.ts';
import { type LagValues, lagChoices, lagOf, lagValues, lagWords } from '../lag.ts';
import { dependencyTypeLabels, taskStateLabels, taskStateShapes } from '../model.ts';
import parts from './task-parts.module.css';
import { type PickedTask, TaskPicker } from './task-picker.tsx';

type DependenciesPanelProps = { readonly task: TaskView; readonly mayWrite: boolean };

/** What a task waits for and what waits for it, in its project and beyond (PM-08). */
export function DependenciesPanel({ task, mayWrite }: DependenciesPanelProps) {
  const found = useTaskDependencies(task.id);
  const rows = found.data?.rows ?? [];
  const [isAdding, setAdding] = useState<'before' | 'after' | null>(null);
  const before = rows.filter((row) => row.successor.id === task.id);
  const after = rows.filter((row) => row.predecessor.id === task.id);
  if (rows.length === 0 && !mayWrite) return null;
  return (
    <Section
      title="Dependencies"
      actions={
        mayWrite ? (
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="subtle" leftSection={<IconPlus size={15} />}>
                Add
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setAdding('before')}>It waits for another task…</Menu.Item>
              <Menu.Item onClick={() => setAdding('after')}>Another task waits for it…</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        ) : undefined
      }
    >
      <Ends title="Waits for" rows={before} end="predecessor" {...{ task, mayWrite }} />
      <Ends title="Holds up" rows={after} end="successor" {...{ task, mayWrite }} />
      {rows.length === 0 ? (
        <p className={parts['group']}>It waits for nothing, and nothing waits for it.</p>
      ) : null}
      {isAdding ? (
        <DependencyForm
          task={task}
          side={isAdding}
          except={rows.flatMap((row) => [row.predecessor.id, row.successor.id])}
          onClose={() => setAdding(null)}
        />
      ) : null}
    </Section>
  );
}

type EndsProps = DependenciesPanelProps & {
  readonly title: string;
  readonly rows: readonly DependencyView[];
  readonly end: 'predecessor' | 'successor';
};

function Ends({ title, rows, end, task, mayWrite }: EndsProps) {
  if (rows.length === 0) return null;
  return (
    <>
      <h3 className={parts['group']}>{title}</h3>
      <ul className={parts['list']}>
        {rows.map((row) => (
          <EndLine key={row.id} row={row} end={end} task={task} mayWrite={mayWrite} />
        ))}
      </ul>
    </>
  );
}

type EndLineProps = Omit<EndsProps, 'rows' | 'title'> & { readonly row: DependencyView };

function EndLine({ row, end, task, mayWrite }: EndLineProps) {
  const other = row[end];
  const lag = lagWords(row);
  return (
    <li className={parts['line']}>
      <ProgressGlyph shape={taskStateShapes[other.state]} label={taskStateLabels[other.state]} />
      <span className={joinClasses(parts['name'], other.state === 'done' && parts['is-done'])}>
        <AppLink href={`/tasks/${other.id}`}>{other.name}</AppLink>
        {other.project.id === task.project.id ? null : (
          <span className={parts['meta']}>
            <KindDot kind={other.project.kind} label={kindLabels[other.project.kind]} />{' '}
            {other.project.name}
          </span>
        )}
        {row.isBroken ? (
          <span className={joinClasses(parts['meta'], parts['broken'])}>
            {end === 'predecessor' ? 'ends too late for this task' : 'starts too early'}
          </span>
        ) : null}
      </span>
      <span className={parts['meta']}>
        {row.type === 'finish-start'
          ? lag
          : [dependencyTypeLabels[row.type], lag].filter(Boolean).join(', ')}
      </span>
      <span className={parts['meta']}>
        <DateText date={end === 'predecessor' ? other.dueOn : (other.startOn ?? other.dueOn)} />
      </span>
      {mayWrite ? <EndMenu row={row} name={other.name} /> : <span />}
    </li>
  );
}

function EndMenu({ row, name }: { readonly row: DependencyView; readonly name: string }) {
  const [isEditing, setEditing] = useState(false);
  const remove = useTaskWrite(dependencies.remove);
  const create = useTaskWrite(dependencies.create);
  const drop = async () => {
    try {
      await checkMoves([{ kind: 'remove-dependency', id: row.id }]);
      await remove.mutateAsync({ params: { id: row.id } });
      const { predecessor, successor, type, lagMinutes, lagUnit, lagPercent } = row;
      const lag = { type, lagMinutes, lagUnit, lagPercent };
      const body = { predecessorId: predecessor.id, successorId: successor.id, ...lag };
      const undo = async () => void (await create.mutateAsync({ body }));
      notifyDone({ message: 'The dependency is removed', undo });
    } catch (error) {
      if (error instanceof SaveCancelled) return;
      notifyFailed({ message: error instanceof Error ? error.message : 'It was not removed.' });
    }
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            className={parts['more'] ?? ''}
            aria-label={`More for the dependency with ${name}`}
          >
            <IconDots size={15} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setEditing(true)}>Type and lag…</Menu.Item>
          <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => void drop()}>
            Remove
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isEditing ? <KindForm row={row} onClose={() => setEditing(false)} /> : null}
    </>
  );
}

function KindForm({
  row,
  onClose,
}: {
  readonly row: DependencyView;
  readonly onClose: () => void;
}) {
  const update = useTaskWrite(dependencies.update);
  const form = useRecordForm<KindValues>({
    initialValues: { type: row.type, ...lagValues(row) },
    onSubmit: async (values) => {
      const body = { ...typeOf(values), ...lagOf(values) };
      if (!(await isAgreed([{ kind: 'change-dependency', id: row.id, change: body }]))) {
        return onClose();
      }
      await update.mutateAsync({ params: { id: row.id }, version: row.version, body });
      onClose();
    },
  });
  return (
    <FormModal opened title="Type and lag" submitLabel="Save" form={form} onClose={onClose}>
      <KindFields form={form} />
    </FormModal>
  );
}

type KindValues = LagValues & { type: DependencyType | null };
type DependencyValues = KindValues & {
  predecessorId: PickedTask | null;
  successorId: PickedTask | null;
};

type DependencyFormProps = {
  readonly task: TaskView;
  readonly side: 'before' | 'after';
  readonly except: readonly TaskView['id'][];
  readonly onClose: () => void;
};

function DependencyForm({ task, side, except, onClose }: DependencyFormProps) {
  const create = useTaskWrite(dependencies.create);
  const field = side === 'before' ? 'predecessorId' : 'successorId';
  const form = useRecordForm<DependencyValues>({
    initialValues: {
      predecessorId: null,
      successorId: null,
      type: 'finish-start',
      lag: 0,
      lagUnit: 'working',
    },
    validate: { [field]: (other: PickedTask | null) => (other === null ? 'Pick a task.' : null) },
    onSubmit: async (values) => {
      const other = values[field];
      if (!other) return;
      const ends =
        side === 'before'
          ? { predecessorId: other.id, successorId: task.id }
          : { predecessorId: task.id, successorId: other.id };
      const body = { ...ends, ...typeOf(values), ...lagOf(values) };
      if (!(await isAgreed([{ kind: 'add-dependency', ...body }]))) return onClose();
      await create.mutateAsync({ body });
      onClose();
    },
  });
  return (
    <FormModal
      opened
      title={
        side === 'before' ? `What does “${task.name}” wait for?` : `What waits for “${task.name}”?`
      }
      submitLabel="Add dependency"
      form={form}
      onClose={onClose}
    >
      <TaskPicker
        label="Task"
        description="Of any project."
        required
        autoFocus
        near={task.project.id}
        except={[task.id, ...except]}
        {...form.field(field)}
      />
      <KindFields form={form} />
    </FormModal>
  );
}

type KindFieldsProps = {
  readonly form: {
    readonly field: {
      (path: 'type'): BoundField<DependencyType | null>;
      (path: 'lag'): BoundField<number | null>;
      (path: 'lagUnit'): BoundField<LagUnit | null>;
    };
  };
};

function KindFields({ form }: KindFieldsProps) {
  return (
    <>
      <ChoiceField label="Type" required choices={typeChoices} {...form.field('type')} />
      <FieldRow>
        <NumberField
          label="Lag"
          description="Negative lets the two overlap."
          minimum={-1000}
          maximum={1000}
          {...form.field('lag')}
        />
        <ChoiceField label="Counted in" required choices={lagChoices} {...form.field('lagUnit')} />
      </FieldRow>
    </>
  );
}

/** Whether what an edit moves is agreed to. */
async function isAgreed(edits: Parameters<typeof checkMoves>[0]): Promise<boolean> {
  try {
    await checkMoves(edits);
    return true;
  } catch (thrown) {
    if (thrown instanceof SaveCancelled) return false;
    throw thrown;
  }
}

/** The type as the API takes it: left out where none was chosen. */
function typeOf({ type }: Pick<KindValues, 'type'>) {
  return type === null ? {} : { type };
}

const typeChoices = Object.entries(dependencyTypeLabels).map(([value, label]) => ({
  // The labels have one entry for each type.
  value: value as DependencyType,
  label,
}));
