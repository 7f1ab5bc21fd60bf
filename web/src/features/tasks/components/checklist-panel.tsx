import { type ChecklistItem, type TaskView, tasks } from '@evenkeel/contract/tasks';
import { positionBetween } from '@evenkeel/core/projects/task';
import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDots, IconTrash } from '@tabler/icons-react';
import { TextField } from '../../../ui/form/text-field.tsx';
import { joinClasses } from '../../../ui/join-classes.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { AddLine } from '../../../ui/record/add-line.tsx';
import { EditableField } from '../../../ui/record/editable-field.tsx';
import { useTaskWrite } from '../api.ts';
import parts from './task-parts.module.css';

type ChecklistPanelProps = { readonly task: TaskView; readonly mayWrite: boolean };

/** The small steps of a task, ticked off one by one. */
export function ChecklistPanel({ task, mayWrite }: ChecklistPanelProps) {
  const { checklist } = task;
  const actions = useChecklist(task);
  if (checklist.length === 0 && !mayWrite) return null;
  const done = checklist.filter((item) => item.isDone).length;
  return (
    <Section
      title="Checklist"
      {...(checklist.length > 0 ? { note: `${done} of ${checklist.length} ticked off` } : {})}
    >
      <ul className={parts['list']}>
        {checklist.map((item, index) => (
          <li key={item.id} className={parts['step']}>
            <input
              type="checkbox"
              aria-label={item.name}
              checked={item.isDone}
              disabled={!mayWrite}
              onChange={(event) => void actions.tick(item, event.currentTarget.checked)}
            />
            <span className={joinClasses(parts['name'], item.isDone && parts['is-done'])}>
              <EditableField
                label={`Step ${item.name}`}
                value={item.name}
                canEdit={mayWrite}
                editor={(field) => <TextField {...field} />}
                onSave={(name) => actions.rename(item, name)}
              >
                {item.name}
              </EditableField>
            </span>
            {mayWrite ? <StepMenu item={item} index={index} {...{ checklist, actions }} /> : null}
          </li>
        ))}
      </ul>
      {mayWrite ? <AddLine label="Add a step" onAdd={actions.add} /> : null}
    </Section>
  );
}

type StepMenuProps = {
  readonly item: ChecklistItem;
  readonly index: number;
  readonly checklist: readonly ChecklistItem[];
  readonly actions: ReturnType<typeof useChecklist>;
};

function StepMenu({ item, index, checklist, actions }: StepMenuProps) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          className={parts['more'] ?? ''}
          aria-label={`More for step ${item.name}`}
        >
          <IconDots size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconArrowUp size={15} />}
          disabled={index === 0}
          onClick={() => void actions.step(item, checklist, -1)}
        >
          Move up
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown size={15} />}
          disabled={index === checklist.length - 1}
          onClick={() => void actions.step(item, checklist, 1)}
        >
          Move down
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => void actions.remove(item)}>
          Remove
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function useChecklist(task: TaskView) {
  const create = useTaskWrite(tasks.addChecklistItem);
  const update = useTaskWrite(tasks.updateChecklistItem);
  const removeCall = useTaskWrite(tasks.removeChecklistItem);
  const params = { id: task.id };
  const change = (item: ChecklistItem, body: Partial<Omit<ChecklistItem, 'id' | 'version'>>) =>
    update.mutateAsync({ params: { ...params, itemId: item.id }, body });
  return {
    add: (name: string) =>
      told(async () => void (await create.mutateAsync({ params, body: { name } }))),
    rename: (item: ChecklistItem, name: string) => change(item, { name }),
    tick: (item: ChecklistItem, isDone: boolean) => quietly(change(item, { isDone })),
    step: (item: ChecklistItem, all: readonly ChecklistItem[], by: -1 | 1) => {
      const index = all.findIndex(({ id }) => id === item.id);
      const near = all[index + by]?.position ?? null;
      const far = all[index + 2 * by]?.position ?? null;
      const position = by === 1 ? positionBetween(near, far) : positionBetween(far, near);
      return position === null ? undefined : quietly(change(item, { position }));
    },
    remove: (item: ChecklistItem) =>
      quietly(
        removeCall.mutateAsync({ params: { ...params, itemId: item.id } }).then(() => {
          const { name, position, isDone } = item;
          const undo = async () =>
            void (await create.mutateAsync({ params, body: { name, position, isDone } }));
          notifyDone({ message: `Step “${name}” removed`, undo });
        }),
      ),
  };
}

async function told(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    notifyFailed({ message: error instanceof Error ? error.message : 'It was not changed.' });
    throw error;
  }
}

function quietly(work: Promise<unknown>): Promise<void> {
  return told(async () => void (await work)).catch(() => undefined);
}
