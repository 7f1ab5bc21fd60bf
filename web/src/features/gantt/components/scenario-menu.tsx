import type { ScenarioDatesView } from '@evenkeel/contract/scenario-dates';
import type { ProjectId, ScenarioId } from '@evenkeel/core/id';
import { Button, Menu } from '@mantine/core';
import { IconArrowRight, IconChevronDown, IconX } from '@tabler/icons-react';
import { formatCount } from '../../../ui/format/number.ts';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { useScenarios } from '../../balance/scenarios/api.ts';

type ScenarioMenuProps = {
  readonly chosen: ScenarioId | null;
  readonly dates: ScenarioDatesView | null;
  readonly onChoose: (id: ScenarioId | null) => void;
  /** Whose tasks are counted; all when missing. */
  readonly projectId?: ProjectId;
};

/** Which scenario lies beside the plan, and how many tasks it moves (B13, PM-03). */
export function ScenarioMenu({ chosen, dates, onChoose, projectId }: ScenarioMenuProps) {
  const rows = (useScenarios().data?.rows ?? []).filter(({ applied }) => applied === null);
  const current = rows.find(({ id }) => id === chosen);
  if (rows.length === 0) return null;
  return (
    <>
      <Menu position="bottom-start" width={270}>
        <Menu.Target>
          <Button
            variant="default"
            size="xs"
            title="What a scenario would move, above the bars"
            rightSection={<IconChevronDown size={13} />}
          >
            {current ? `Scenario: ${current.name}` : 'Scenario'}
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
          {current ? (
            <>
              <Menu.Divider />
              <Menu.Item leftSection={<IconX size={15} />} onClick={() => onChoose(null)}>
                Without a scenario
              </Menu.Item>
              <Menu.Item
                component={AppLink}
                href={`/scenarios/${current.id}`}
                leftSection={<IconArrowRight size={15} />}
              >
                Open the scenario
              </Menu.Item>
            </>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {current && dates ? <span role="status">{movedText(dates, projectId)}</span> : null}
    </>
  );
}

function movedText(dates: ScenarioDatesView, projectId: ProjectId | undefined): string {
  const isOwn = (id: ProjectId) => projectId === undefined || id === projectId;
  const count = dates.rows.filter((row) => isOwn(row.projectId)).length;
  const stopped = dates.stoppedProjectIds.filter(isOwn).length;
  const words = [
    count === 0
      ? 'moves nothing here'
      : formatCount(count, { one: 'task moves', many: 'tasks move' }),
    stopped === 0 ? '' : formatCount(stopped, { one: 'project stops', many: 'projects stop' }),
    dates.problems.length === 0
      ? ''
      : formatCount(dates.problems.length, {
          one: 'change is left out',
          many: 'changes are left out',
        }),
  ];
  return words.filter(Boolean).join(' · ');
}
