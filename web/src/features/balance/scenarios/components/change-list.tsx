import type {
  ScenarioChangeView,
  ScenarioColumn,
  ScenarioView,
} from '@evenkeel/contract/scenarios';
import { scenarios } from '@evenkeel/contract/scenarios';
import {
  type ScenarioChangeKind,
  scenarioChangeKinds,
} from '@evenkeel/core/balance/scenario-change';
import { ActionIcon, Button, Menu, Switch } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconDots,
  IconGripVertical,
  IconPencil,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { problemOf } from '../../../../ui/form/problem.ts';
import { joinClasses } from '../../../../ui/join-classes.ts';
import { notifyDone, notifyFailed } from '../../../../ui/notify/notify.tsx';
import { Section } from '../../../../ui/page/section.tsx';
import { moved, useReorderRow } from '../../../../ui/reorder/use-reorder-row.ts';
import { useScenarioWrite } from '../api.ts';
import { changeWords, kindWords } from '../model/change-words.ts';
import { ChangeForm } from './change-form.tsx';
import styles from './scenarios.module.css';

type ChangeListProps = {
  readonly scenario: ScenarioView;
  readonly problems: ScenarioColumn['problems'];
  readonly mayWrite: boolean;
};

/** The changes of a scenario in the order in which they are laid over the plan. */
export function ChangeList({ scenario, problems, mayWrite }: ChangeListProps) {
  const [open, setOpen] = useState<ScenarioChangeKind | ScenarioChangeView | null>(null);
  const calls = useChangeCalls(scenario);
  return (
    <Section
      framed
      title="Changes"
      note="Laid over the plan from the top down; the plan itself is not touched"
      actions={mayWrite ? <AddMenu onAdd={setOpen} /> : null}
    >
      {scenario.changes.length === 0 ? (
        <p className={styles['note']}>
          Nothing is changed yet: add a deal that is won, an initiative that starts, somebody who
          joins.
        </p>
      ) : (
        <ol className={styles['changes']} aria-label="Changes of the scenario">
          {scenario.changes.map((change, index) => (
            <ChangeLine
              key={change.id}
              change={change}
              index={index}
              scenario={scenario}
              problem={problems.find((one) => one.changeId === change.id)?.message}
              calls={mayWrite ? { ...calls, edit: () => setOpen(change) } : null}
            />
          ))}
        </ol>
      )}
      {open ? (
        <ChangeForm
          key={typeof open === 'string' ? open : open.id}
          scenario={scenario}
          change={open}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </Section>
  );
}

function AddMenu({ onAdd }: { readonly onAdd: (kind: ScenarioChangeKind) => void }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconPlus size={15} />}>
          Add a change
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {scenarioChangeKinds.map((kind) => (
          <Menu.Item key={kind} onClick={() => onAdd(kind)}>
            {kindWords[kind]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

type Calls = ReturnType<typeof useChangeCalls>;

function useChangeCalls(scenario: ScenarioView) {
  const params = { id: scenario.id };
  const update = useScenarioWrite(scenarios.updateChange);
  const order = useScenarioWrite(scenarios.orderChanges);
  const remove = useScenarioWrite(scenarios.removeChange);
  const add = useScenarioWrite(scenarios.addChange);
  const said = (work: Promise<unknown>) => {
    work.catch((error: unknown) => notifyFailed({ message: problemOf(error).title }));
  };
  return {
    setOff: (change: ScenarioChangeView, isOff: boolean) =>
      said(
        update.mutateAsync({
          params: { ...params, changeId: change.id },
          version: change.version,
          body: { isOff },
        }),
      ),
    move: (from: number, to: number) =>
      said(
        order.mutateAsync({
          params,
          body: { changeIds: moved(scenario.changes, from, to).map(({ id }) => id) },
        }),
      ),
    remove: (change: ScenarioChangeView) =>
      said(
        remove.mutateAsync({ params: { ...params, changeId: change.id } }).then(() =>
          notifyDone({
            message: `${changeWords(change.facts, scenario.names).what} is taken out`,
            undo: () => said(add.mutateAsync({ params, body: { facts: change.facts } })),
          }),
        ),
      ),
  };
}

type ChangeLineProps = {
  readonly change: ScenarioChangeView;
  readonly index: number;
  readonly scenario: ScenarioView;
  readonly problem: string | undefined;
  readonly calls: (Calls & { readonly edit: () => void }) | null;
};

function ChangeLine({ change, index, scenario, problem, calls }: ChangeLineProps) {
  const { row, handle, isTarget } = useReorderRow<HTMLLIElement, HTMLButtonElement>(
    { list: `scenario ${scenario.id}`, index, isEnabled: calls !== null },
    (from) => calls?.move(from, index),
  );
  const { what, detail } = changeWords(change.facts, scenario.names);
  return (
    <li
      ref={row}
      className={joinClasses(
        styles['change'],
        change.isOff && styles['isOff'],
        isTarget && styles['isTarget'],
      )}
    >
      {calls ? (
        <button ref={handle} type="button" tabIndex={-1} aria-hidden className={styles['handle']}>
          <IconGripVertical size={15} />
        </button>
      ) : null}
      <span className={styles['place']}>{index + 1}</span>
      <span className={styles['words']}>
        <span className={styles['what']}>{what}</span>{' '}
        <span className={styles['detail']}>{detail}</span>
        {problem ? <span className={styles['problem']}>{problem}</span> : null}
      </span>
      <span className={styles['by']}>{change.addedBy.name}</span>
      {calls ? (
        <>
          <Switch
            size="xs"
            checked={!change.isOff}
            aria-label={`Count “${what}”`}
            onChange={(event) => calls.setOff(change, !event.currentTarget.checked)}
          />
          <LineMenu
            what={what}
            index={index}
            count={scenario.changes.length}
            change={change}
            calls={calls}
          />
        </>
      ) : null}
    </li>
  );
}

type LineMenuProps = {
  readonly what: string;
  readonly index: number;
  readonly count: number;
  readonly change: ScenarioChangeView;
  readonly calls: Calls & { readonly edit: () => void };
};

function LineMenu({ what, index, count, change, calls }: LineMenuProps) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={`More for “${what}”`}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={15} />} onClick={calls.edit}>
          Change
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowUp size={15} />}
          disabled={index === 0}
          onClick={() => calls.move(index, index - 1)}
        >
          Move up
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown size={15} />}
          disabled={index === count - 1}
          onClick={() => calls.move(index, index + 1)}
        >
          Move down
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => calls.remove(change)}>
          Take out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
