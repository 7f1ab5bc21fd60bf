import { largestFile } from '@evenkeel/contract/files';
import type { WorkspaceView } from '@evenkeel/contract/workspaces';
import { useMemo } from 'react';
import { useMay } from '../../lib/session.ts';
import { settingsTabs } from '../../lib/settings-tabs.ts';
import { ChoiceField } from '../../ui/form/choice-fields.tsx';
import { FieldRow, FormFrame } from '../../ui/form/form-frame.tsx';
import { PercentField } from '../../ui/form/number-fields.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useRecordForm } from '../../ui/form/use-record-form.ts';
import { formatBytes } from '../../ui/format/bytes.ts';
import { formatPercent } from '../../ui/format/number.ts';
import { notifyDone } from '../../ui/notify/notify.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useWorkspace, useWorkspaceUpdate } from './api.ts';
import { FileTypesForm } from './components/file-types-form.tsx';
import styles from './components/workspace.module.css';
import { timeZoneChoices } from './model.ts';

/** The firm's settings; who does not administer sees them without changing them. */
export function WorkspacePage() {
  const found = useWorkspace();
  const mayChange = useMay('administer');
  return (
    <Page title="Settings" tabs={settingsTabs('/settings/workspace')}>
      <Loaded found={found} what="the settings" shape="record">
        {(workspace) => (
          <div className={styles['column']}>
            <Section title="Workspace" note={`Amounts are in ${workspace.currency}.`}>
              {mayChange ? (
                <WorkspaceForm key={workspace.version} workspace={workspace} />
              ) : (
                <WorkspaceFacts workspace={workspace} />
              )}
            </Section>
            {mayChange ? (
              <Section title="Files" note={`A file may hold up to ${formatBytes(largestFile)}.`}>
                <FileTypesForm key={workspace.version} workspace={workspace} />
              </Section>
            ) : null}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

type Values = {
  name: string;
  timeZone: string | null;
  strategicShareTarget: number | null;
  strategicShareTolerance: number | null;
};

const share = (value: number | null) =>
  value === null || value < 0 || value > 10_000 ? 'Write a share from 0 to 100 %.' : null;

function WorkspaceForm({ workspace }: { readonly workspace: WorkspaceView }) {
  const update = useWorkspaceUpdate();
  const zones = useMemo(() => timeZoneChoices(workspace.timeZone), [workspace.timeZone]);
  const form = useRecordForm<Values>({
    initialValues: {
      name: workspace.name,
      timeZone: workspace.timeZone,
      strategicShareTarget: workspace.strategicShareTarget,
      strategicShareTolerance: workspace.strategicShareTolerance,
    },
    validate: {
      name: (name) => (name.trim() === '' ? 'Your firm needs a name.' : null),
      strategicShareTarget: share,
      strategicShareTolerance: share,
    },
    onSubmit: async ({ timeZone, strategicShareTarget, strategicShareTolerance, name }) => {
      const body = {
        name,
        ...(timeZone === null ? {} : { timeZone }),
        ...(strategicShareTarget === null ? {} : { strategicShareTarget }),
        ...(strategicShareTolerance === null ? {} : { strategicShareTolerance }),
      };
      await update.mutateAsync({ body, version: workspace.version });
      notifyDone({ message: 'Settings saved' });
    },
  });
  return (
    <FormFrame form={form} submitLabel="Save settings">
      <TextField label="Name of the firm" required {...form.field('name')} />
      <ChoiceField
        label="Time zone"
        description="Says when a day begins, for everybody."
        required
        choices={zones}
        {...form.field('timeZone')}
      />
      <FieldRow>
        <PercentField
          label="Strategic share"
          description="Hours meant for initiatives"
          {...form.field('strategicShareTarget')}
        />
        <PercentField
          label="Tolerance"
          description="How far off is still fine"
          {...form.field('strategicShareTolerance')}
        />
      </FieldRow>
    </FormFrame>
  );
}

function WorkspaceFacts({ workspace }: { readonly workspace: WorkspaceView }) {
  const facts = [
    ['Name of the firm', workspace.name],
    ['Time zone', workspace.timeZone],
    ['Strategic share', formatPercent(workspace.strategicShareTarget)],
    ['Tolerance', formatPercent(workspace.strategicShareTolerance)],
  ] as const;
  return (
    <dl className={styles['facts']}>
      {facts.map(([label, value]) => (
        <div key={label} className={styles['fact']}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
