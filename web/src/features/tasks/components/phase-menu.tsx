import { type PhaseView, projects } from '@evenkeel/contract/projects';
import { type TaskRow, tasks } from '@evenkeel/contract/tasks';
import { addDays, type CalendarDate } from '@evenkeel/core/calendar-date';
import type { ProjectId } from '@evenkeel/core/id';
import { ActionIcon, Menu } from '@mantine/core';
import {
  IconCheck,
  IconChevronsLeft,
  IconChevronsRight,
  IconDots,
  IconTrash,
} from '@tabler/icons-react';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { useTaskWrite } from '../api.ts';
import styles from './tasks.module.css';

type PhaseMenuProps = {
  readonly projectId: ProjectId;
  readonly phase: PhaseView;
  readonly tasks: readonly TaskRow[];
};

const week = 7;

/** What can be done with a phase and all its tasks at once. */
export function PhaseMenu(props: PhaseMenuProps) {
  const { phase } = props;
  const { shift, finish, remove } = usePhaseActions(props);
  const open = props.tasks.filter((task) => task.state !== 'done');
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          className={styles['more'] ?? ''}
          aria-label={`More for phase ${phase.name}`}
        >
          <IconDots size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconChevronsRight size={15} />} onClick={() => void shift(week)}>
          Move everything a week later
        </Menu.Item>
        <Menu.Item leftSection={<IconChevronsLeft size={15} />} onClick={() => void shift(-week)}>
          Move everything a week earlier
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCheck size={15} />}
          disabled={open.length === 0}
          onClick={() => void finish(open)}
        >
          All tasks done
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => void remove()}>
          Remove the phase
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function usePhaseActions({ projectId, phase, tasks: rows }: PhaseMenuProps) {
  const update = useTaskWrite(projects.updatePhase);
  const removeCall = useTaskWrite(projects.removePhase);
  const add = useTaskWrite(projects.addPhase);
  const bulk = useTaskWrite(tasks.bulk);
  const params = { id: projectId, phaseId: phase.id };
  const ids = rows.map((task) => task.id);
  const moveBy = async (from: PhaseView, days: number): Promise<PhaseView> => {
    const body = { startOn: moved(from.startOn, days), endOn: moved(from.endOn, days) };
    const saved = await update.mutateAsync({ params, version: from.version, body });
    if (ids.length > 0) await bulk.mutateAsync({ body: { ids, change: { shiftDays: days } } });
    return saved;
  };
  return {
    shift: (days: number) =>
      told(`${phase.name} could not be moved.`, async () => {
        const saved = await moveBy(phase, days);
        const words = days > 0 ? 'later' : 'earlier';
        const undo = async () => void (await moveBy(saved, -days));
        notifyDone({ message: `${phase.name} is a week ${words}`, undo });
      }),
    finish: (open: readonly TaskRow[]) =>
      told(`The tasks of ${phase.name} could not be changed.`, async () => {
        await bulk.mutateAsync({
          body: { ids: open.map((task) => task.id), change: { state: 'done' } },
        });
        const undo = async () => {
          for (const state of ['open', 'started'] as const) {
            const own = open.filter((task) => task.state === state).map((task) => task.id);
            if (own.length > 0) await bulk.mutateAsync({ body: { ids: own, change: { state } } });
          }
        };
        notifyDone({ message: `${phase.name}: all tasks done`, undo });
      }),
    remove: () =>
      told(`${phase.name} could not be removed.`, async () => {
        await removeCall.mutateAsync({ params });
        const { name, position, startOn, endOn } = phase;
        const body = { name, position, startOn, endOn };
        const undo = async () => void (await add.mutateAsync({ params: { id: projectId }, body }));
        notifyDone({ message: `Phase ${name} removed`, undo });
      }),
  };
}

function moved(day: CalendarDate | null, days: number): CalendarDate | null {
  return day === null ? null : addDays(day, days);
}

async function told(what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    notifyFailed({ message: error instanceof Error ? `${what} ${error.message}` : what });
  }
}
