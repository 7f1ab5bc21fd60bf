import type { ClientStakeholderView } from '@evenkeel/contract/client-stakeholders';
import type { ClientProjectView } from '@evenkeel/contract/projects';
import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useAddressState } from '../../../ui/navigation/use-address-state.ts';
import { Section } from '../../../ui/page/section.tsx';
import { useAdding } from '../../../ui/page/use-adding.ts';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import type { ClientSectionProps } from '../../projects/client-project-page.tsx';
import { useClientStakeholders } from '../api.ts';
import { StakeholderForm } from './stakeholder-form.tsx';
import { StakeholderGrid } from './stakeholder-grid.tsx';
import { StakeholderList } from './stakeholder-list.tsx';
import styles from './stakeholders.module.css';

const views = ['list', 'grid'] as const;
type View = (typeof views)[number];
const isView = (value: unknown): value is View => views.some((view) => view === value);

/** Who at the client is touched by a project and what each needs; for the team alone (CL-13). */
export function StakeholdersPanel({ project, mayWrite }: ClientSectionProps) {
  const found = useClientStakeholders(project.id);
  const [view, setView] = useAddressState<View>('view', 'list', isView);
  const [isAdding, setAdding] = useAdding('Add a stakeholder', mayWrite);
  const [opened, setOpened] = useState<ClientStakeholderView | null>(null);
  const add = mayWrite ? (
    <Button
      variant="default"
      aria-label="Add a stakeholder"
      leftSection={<IconPlus size={15} />}
      onClick={() => setAdding(true)}
    >
      Add
    </Button>
  ) : null;
  const close = () => {
    setAdding(false);
    setOpened(null);
  };
  return (
    <Section
      title="Stakeholders"
      note="For the team only"
      actions={
        <>
          <SegmentedControl
            aria-label="How to show the register"
            data={[
              { value: 'list', label: 'List' },
              { value: 'grid', label: 'Grid' },
            ]}
            value={view}
            onChange={(next) => setView(isView(next) ? next : 'list')}
          />
          {add}
        </>
      }
    >
      <Loaded found={found} what="the stakeholders">
        {({ rows, others }) => (
          <>
            {rows.length === 0 ? (
              <NoStakeholders project={project} knownCount={others.length} />
            ) : view === 'grid' ? (
              <StakeholderGrid rows={rows} mayWrite={mayWrite} onOpen={setOpened} />
            ) : (
              <StakeholderList rows={rows} mayWrite={mayWrite} onOpen={setOpened} />
            )}
            {isAdding || opened ? (
              <StakeholderForm
                project={project}
                stakeholder={opened}
                others={others}
                onClose={close}
              />
            ) : null}
          </>
        )}
      </Loaded>
    </Section>
  );
}

type NoStakeholdersProps = { readonly project: ClientProjectView; readonly knownCount: number };

function NoStakeholders({ project, knownCount }: NoStakeholdersProps) {
  return (
    <EmptyState icon={<IconUsersGroup size={20} stroke={1.6} />} title="Nobody is named yet">
      <span className={styles['hint']}>
        Who decides, who pays, who works with the result, who is against it: what each needs, how
        and how often they want to hear.{' '}
        {knownCount > 0 && project.account
          ? `${project.account.name} has ${knownCount} contacts to choose from.`
          : ''}
      </span>
    </EmptyState>
  );
}
