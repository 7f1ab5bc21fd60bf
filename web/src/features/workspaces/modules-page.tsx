import type { WorkspaceView } from '@evenkeel/contract/workspaces';
import { laterModules, type Module, modules } from '@evenkeel/core/workspaces/module';
import { Button } from '@mantine/core';
import { moduleWords } from '../../lib/modules.ts';
import { useMay } from '../../lib/session.ts';
import { settingsTabs } from '../../lib/settings-tabs.ts';
import { SwitchField } from '../../ui/form/choice-fields.tsx';
import { problemOf } from '../../ui/form/problem.ts';
import { notifyDone, notifyFailed } from '../../ui/notify/notify.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useWorkspace, useWorkspaceUpdate } from './api.ts';
import styles from './components/workspace.module.css';

/** Which parts of the product the firm uses: start small, switch on what is needed (XC-04). */
export function ModulesPage() {
  const found = useWorkspace();
  return (
    <Page title="Settings" tabs={settingsTabs('/settings/modules')}>
      <Loaded found={found} what="the settings" shape="record">
        {(workspace) => <Modules workspace={workspace} />}
      </Loaded>
    </Page>
  );
}

function Modules({ workspace }: { readonly workspace: WorkspaceView }) {
  const mayChange = useMay('administer');
  const update = useWorkspaceUpdate();
  const { modulesOff, version } = workspace;
  const write = async (off: readonly Module[], message: string) => {
    try {
      const { version: next } = await update.mutateAsync({
        version,
        body: { modulesOff: [...off] },
      });
      const undo = async () => {
        await update.mutateAsync({ version: next, body: { modulesOff } });
      };
      notifyDone({ message, undo });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  const turn = (module: Module, isOn: boolean) =>
    write(
      isOn ? modulesOff.filter((one) => one !== module) : [...modulesOff, module],
      `${moduleWords[module].label} switched ${isOn ? 'on' : 'off'}`,
    );
  return (
    <div className={styles['column']}>
      <Section
        title="Modules"
        note="For everybody. What is switched off is out of sight; nothing is deleted."
        actions={
          mayChange ? (
            <>
              <Button
                variant="subtle"
                onClick={() => void write(laterModules, 'Only the essentials')}
              >
                Only the essentials
              </Button>
              <Button variant="subtle" onClick={() => void write([], 'Everything switched on')}>
                Everything
              </Button>
            </>
          ) : null
        }
      >
        <div className={styles['modules']}>
          {modules.map((module) => (
            <SwitchField
              key={module}
              label={moduleWords[module].label}
              description={moduleWords[module].says}
              disabled={!mayChange || update.isPending}
              value={!modulesOff.includes(module)}
              onChange={(isOn) => void turn(module, isOn)}
            />
          ))}
        </div>
      </Section>
    </div>
  );
}
