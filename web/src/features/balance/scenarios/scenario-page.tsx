import type { ScenarioView } from '@evenkeel/contract/scenarios';
import { scenarios } from '@evenkeel/contract/scenarios';
import type { ScenarioId } from '@evenkeel/core/id';
import { Menu } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay } from '../../../lib/session.ts';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { formatInstant } from '../../../ui/format/date.ts';
import { joinClasses } from '../../../ui/join-classes.ts';
import { useAddressState } from '../../../ui/navigation/use-address-state.ts';
import { usePathParameter } from '../../../ui/navigation/use-path-parameter.ts';
import { Page } from '../../../ui/page/page.tsx';
import { DocumentField, TitleField } from '../../../ui/record/document-field.tsx';
import { LoadedRecord } from '../../../ui/record/loaded-record.tsx';
import { RecordMenu } from '../../../ui/record/record-menu.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useComparison, useScenario, useScenarioWrite } from './api.ts';
import { ApplyButton } from './components/apply-button.tsx';
import { BesideChooser } from './components/beside-chooser.tsx';
import { ChangeList } from './components/change-list.tsx';
import { ComparisonPanel } from './components/comparison-panel.tsx';
import { NewScenarioForm } from './components/new-scenario-form.tsx';
import styles from './components/scenarios.module.css';

const list = { label: 'Scenarios', href: '/scenarios' };
const isText = (value: unknown): value is string => typeof value === 'string';

/** One scenario: its changes, and what they do beside the plan and other scenarios (B13). */
export function ScenarioPage() {
  // The route's parameter is an id; one that is none is not found.
  const id = usePathParameter('scenarioId') as ScenarioId;
  const found = useScenario(id);
  return (
    <LoadedRecord found={found} noun="scenario" list={list}>
      {(scenario) => <Scenario key={scenario.id} scenario={scenario} />}
    </LoadedRecord>
  );
}

function Scenario({ scenario }: { readonly scenario: ScenarioView }) {
  const [text, setText] = useAddressState('beside', '', isText);
  // What is no id is refused by the server, which the page then says.
  const beside = text.split(',').filter(Boolean).slice(0, 3) as ScenarioId[];
  const found = useComparison([scenario.id, ...beside]);
  const mayWrite = useMay('write') && scenario.applied === null;
  const mayApply = useMay('manage') && scenario.applied === null;
  const column = found.data?.columns[1];
  return (
    <Page
      title={scenario.name}
      breadcrumbs={[list]}
      actions={<ScenarioMenu scenario={scenario} />}
      primary={
        mayApply ? (
          // Only what is being looked at is applied: not while newer figures are on their way.
          <ApplyButton scenario={scenario} column={found.isFetching ? undefined : column} />
        ) : null
      }
    >
      <div className={styles['stack']}>
        <Heading scenario={scenario} mayWrite={mayWrite} />
        <ChangeList scenario={scenario} problems={column?.problems ?? []} mayWrite={mayWrite} />
        <BesideChooser
          scenario={scenario}
          beside={beside}
          onChange={(ids) => setText(ids.join(','))}
        />
        <Loaded found={found} what="the comparison" shape="cards">
          {(view) => (
            <div className={joinClasses(found.isPlaceholderData && styles['dimmed'])}>
              <ComparisonPanel view={view} />
            </div>
          )}
        </Loaded>
      </div>
    </Page>
  );
}

function Heading({
  scenario,
  mayWrite,
}: {
  readonly scenario: ScenarioView;
  readonly mayWrite: boolean;
}) {
  const update = useScenarioWrite(scenarios.update);
  const save = (body: { name?: string; notes?: string }) =>
    update.mutateAsync({ params: { id: scenario.id }, version: scenario.version, body });
  if (!mayWrite)
    return (
      <p className={styles['note']}>
        {scenario.applied
          ? `Applied ${formatInstant(scenario.applied.at)} by ${scenario.applied.by.name}: the plan holds these changes, and the figures below are laid over it again. Copy the scenario to try something else. `
          : ''}
        {scenario.notes}
      </p>
    );
  return (
    <div>
      <Autosave name="name" value={scenario.name} save={(name) => save({ name })}>
        {(field) => <TitleField label="Name" {...field} />}
      </Autosave>
      <Autosave name="notes" value={scenario.notes} save={(notes) => save({ notes })} on="pause">
        {(field) => <DocumentField label="What is the question?" {...field} />}
      </Autosave>
    </div>
  );
}

function ScenarioMenu({ scenario }: { readonly scenario: ScenarioView }) {
  const [isCopying, setCopying] = useState(false);
  const mayWrite = useMay('write');
  const remove = useScenarioWrite(scenarios.remove);
  const restore = useScenarioWrite(scenarios.restore);
  const input = { params: { id: scenario.id } };
  return (
    <>
      <RecordMenu
        mayWrite={mayWrite}
        record={{
          name: scenario.name,
          deletedAt: null,
          href: `/scenarios/${scenario.id}`,
          listHref: '/scenarios',
          remove: () => remove.mutateAsync(input),
          restore: () => restore.mutateAsync(input),
        }}
      >
        <Menu.Item leftSection={<IconCopy size={15} />} onClick={() => setCopying(true)}>
          Copy to try something else
        </Menu.Item>
      </RecordMenu>
      {isCopying ? (
        <NewScenarioForm
          name={`${scenario.name}, otherwise`}
          copyOf={scenario.id}
          onClose={() => setCopying(false)}
        />
      ) : null}
    </>
  );
}
