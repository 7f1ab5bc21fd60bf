import { type PortalSettingsView, portalSettings } from '@evenkeel/contract/portal-settings';
import type { ProjectId } from '@evenkeel/core/id';
import { type PortalAmount, portalAmounts } from '@evenkeel/core/projects/portal';
import { Button, Checkbox, Switch, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useMay } from '../../../lib/session.ts';
import { formatInstant } from '../../../ui/format/date.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useAccountContacts } from '../../contacts/api.ts';
import { usePortalSettings, usePortalSettingsWrite } from '../api.ts';
import { amountWords } from '../model.ts';
import styles from './client-users.module.css';
import { ClientUsersPanel } from './client-users-panel.tsx';
import { ShareLinksPanel } from './share-links-panel.tsx';
import { ToleranceField } from './tolerance-field.tsx';
import { VisiblePanel } from './visible-panel.tsx';

type PortalPanelProps = {
  readonly project: { readonly id: ProjectId; readonly name: string };
  readonly mayWrite: boolean;
};

/** What the firm shows the client of a project, and to whom. */
export function PortalPanel({ project, mayWrite }: PortalPanelProps) {
  const found = usePortalSettings(project.id);
  return (
    <Loaded found={found} what="the portal" shape="record">
      {(settings) =>
        settings.account === null ? (
          <p className={styles['text']}>
            This project has no account yet. Say under About whose project it is; then its portal
            can be opened.
          </p>
        ) : (
          <Parts
            project={project}
            settings={settings}
            account={settings.account}
            mayWrite={mayWrite}
          />
        )
      }
    </Loaded>
  );
}

type SettingsProps = PortalPanelProps & { readonly settings: PortalSettingsView };
type PartsProps = SettingsProps & { readonly account: NonNullable<PortalSettingsView['account']> };

function Parts({ project, settings, account, mayWrite }: PartsProps) {
  const contacts = useAccountContacts(account.id);
  return (
    <>
      <SettingsSection project={project} settings={settings} mayWrite={mayWrite} />
      <ClientUsersPanel account={account} project={project} contacts={contacts.data?.rows ?? []} />
      <VisiblePanel projectId={project.id} settings={settings} mayWrite={mayWrite} />
      {settings.openedAt === null ? null : <ShareLinksPanel projectId={project.id} />}
    </>
  );
}

function SettingsSection({ project, settings, mayWrite }: SettingsProps) {
  const mayOpen = useMay('manage') && mayWrite;
  const update = usePortalSettingsWrite(portalSettings.update);
  const change = (body: {
    isOpen?: boolean;
    shows?: PortalAmount[];
    welcome?: string;
    toleranceDays?: number;
  }) =>
    update.mutate(
      { params: { id: project.id }, version: settings.version, body },
      {
        onSuccess: () => notifyDone({ message: 'Saved' }),
        onError: (error) => notifyFailed({ message: error.message }),
      },
    );
  const isOpen = settings.openedAt !== null;
  const toggle = (amount: PortalAmount) =>
    change({
      shows: settings.shows.includes(amount)
        ? settings.shows.filter((one) => one !== amount)
        : [...settings.shows, amount],
    });
  return (
    <Section
      title="Portal"
      note={
        settings.openedAt
          ? `Open since ${formatInstant(settings.openedAt)}. The client sees what is marked below, and nothing else.`
          : 'Closed: the client sees nothing of this project.'
      }
      actions={
        isOpen ? (
          <Button variant="default" onClick={() => openPreview(project.id)}>
            View as client
          </Button>
        ) : null
      }
    >
      <div className={styles['settings']}>
        <Switch
          label="The client sees this project"
          checked={isOpen}
          disabled={!mayOpen || update.isPending}
          onChange={() => change({ isOpen: !isOpen })}
        />
        <fieldset className={styles['checks']}>
          <legend className={styles['legend']}>Amounts that the client sees</legend>
          {portalAmounts.map((amount) => (
            <Checkbox
              key={amount}
              label={amountWords[amount]}
              checked={settings.shows.includes(amount)}
              disabled={!mayOpen || update.isPending}
              onChange={() => toggle(amount)}
            />
          ))}
        </fieldset>
        <ToleranceField
          key={settings.toleranceDays}
          settings={settings}
          mayWrite={mayOpen}
          onSave={(toleranceDays) => change({ toleranceDays })}
        />
        <Welcome
          key={settings.welcome}
          text={settings.welcome}
          mayWrite={mayOpen}
          onSave={(welcome) => change({ welcome })}
        />
      </div>
    </Section>
  );
}

type WelcomeProps = {
  readonly text: string;
  readonly mayWrite: boolean;
  readonly onSave: (text: string) => void;
};

function Welcome({ text, mayWrite, onSave }: WelcomeProps) {
  const [draft, setDraft] = useState(text);
  return (
    <Textarea
      label="Welcome"
      description="Stands at the top of the project in the portal, in the client's language."
      autosize
      minRows={2}
      maxRows={8}
      value={draft}
      disabled={!mayWrite}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => (draft === text ? undefined : onSave(draft))}
    />
  );
}

/** In a tab of its own, which remembers that it only looks. */
function openPreview(projectId: ProjectId): void {
  window.open(`/portal/preview#project:${projectId}`, '_blank', 'noopener');
}
