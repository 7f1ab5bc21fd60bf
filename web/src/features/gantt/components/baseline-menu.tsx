import { type BaselineComparison, baselines } from '@evenkeel/contract/baselines';
import type { BaselineId, ProjectId } from '@evenkeel/core/id';
import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconCopyPlus, IconX } from '@tabler/icons-react';
import { formatDate, readerToday } from '../../../ui/format/date.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { useBaselines } from '../../schedules/api.ts';
import { usePlanWrite } from '../api.ts';

type BaselineMenuProps = {
  readonly projectId: ProjectId;
  readonly chosen: BaselineId | null;
  readonly comparison: BaselineComparison | null;
  readonly onChoose: (id: BaselineId | null) => void;
  readonly mayWrite: boolean;
};

/** Which kept copy of the plan lies below the bars; and keeps another (PM-25). */
export function BaselineMenu(props: BaselineMenuProps) {
  const { projectId, chosen, comparison, onChoose, mayWrite } = props;
  const rows = useBaselines(projectId).data?.rows ?? [];
  const take = usePlanWrite(baselines.take);
  const remove = usePlanWrite(baselines.remove);
  const told = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      notifyFailed({ message: error instanceof Error ? error.message : 'It was not saved.' });
    }
  };
  const drop = (id: BaselineId, name: string) =>
    told(async () => {
      if (id === chosen) onChoose(null);
      await remove.mutateAsync({ params: { id } });
      notifyDone({ message: `“${name}” removed` });
    });
  const keep = () =>
    told(async () => {
      const name = `Plan of ${formatDate(readerToday())}`;
      const kept = await take.mutateAsync({ params: { id: projectId }, body: { name } });
      onChoose(kept.id);
      notifyDone({ message: `“${name}” kept`, undo: () => drop(kept.id, name) });
    });
  const current = rows.find(({ id }) => id === chosen);
  if (rows.length === 0 && !mayWrite) return null;
  return (
    <>
      <Menu position="bottom-start" width={270}>
        <Menu.Target>
          <Button
            variant="default"
            size="xs"
            title="A kept plan below the bars"
            rightSection={<IconChevronDown size={13} />}
          >
            {current ? `Baseline: ${current.name}` : 'Baseline'}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {rows.map(({ id, name }) => (
            <Menu.CheckboxItem
              key={id}
              checked={id === chosen}
              closeMenuOnClick
              onChange={() => onChoose(id === chosen ? null : id)}
            >
              {name}
            </Menu.CheckboxItem>
          ))}
          {rows.length > 0 && (mayWrite || current) ? <Menu.Divider /> : null}
          {current ? (
            <Menu.Item leftSection={<IconX size={15} />} onClick={() => onChoose(null)}>
              Without a baseline
            </Menu.Item>
          ) : null}
          {mayWrite ? (
            <Menu.Item leftSection={<IconCopyPlus size={15} />} onClick={() => void keep()}>
              Keep the plan as it is now
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {comparison ? <span role="status">{slipText(comparison.slipWeekdays)}</span> : null}
    </>
  );
}

/** How the last end stands against the kept one. */
function slipText(weekdays: number | null): string {
  if (weekdays === null) return '';
  if (weekdays === 0) return 'ends on the same day';
  const days = Math.abs(weekdays) === 1 ? '1 weekday' : `${Math.abs(weekdays)} weekdays`;
  return `ends ${days} ${weekdays > 0 ? 'later' : 'earlier'}`;
}
