import { type PipelineView, pipelines } from '@evenkeel/contract/pipelines';
import { Badge, Button, Menu } from '@mantine/core';
import { IconDots, IconPlus, IconStar, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay } from '../../lib/session.ts';
import { settingsTabs } from '../../lib/settings-tabs.ts';
import { FormModal } from '../../ui/form/form-modal.tsx';
import { problemOf } from '../../ui/form/problem.ts';
import { TextField } from '../../ui/form/text-field.tsx';
import { useRecordForm } from '../../ui/form/use-record-form.ts';
import { notifyDone, notifyFailed } from '../../ui/notify/notify.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { useAdding } from '../../ui/page/use-adding.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { usePipelines, usePipelineWrite } from './api.ts';
import styles from './components/pipelines.module.css';
import { ReasonList } from './components/reason-list.tsx';
import { RemovePipelineDialog } from './components/remove-pipeline-dialog.tsx';
import { StageTable } from './components/stage-table.tsx';

/** The ways deals take through the firm: pipelines, their stages, what each stage means. */
export function PipelinesPage() {
  const found = usePipelines();
  const mayManage = useMay('manage');
  const [isAdding, setAdding] = useAdding('New pipeline', mayManage);
  return (
    <Page
      title="Settings"
      tabs={settingsTabs('/settings/pipelines')}
      primary={
        mayManage ? (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
            New pipeline
          </Button>
        ) : undefined
      }
    >
      <Loaded found={found} what="the pipelines" shape="record">
        {({ rows }) => (
          <div className={styles['pipelines']}>
            {rows.map((pipeline) => (
              <PipelineSection
                key={pipeline.id}
                pipeline={pipeline}
                others={rows.filter(({ id }) => id !== pipeline.id)}
                mayManage={mayManage}
              />
            ))}
            <ReasonList mayManage={mayManage} />
          </div>
        )}
      </Loaded>
      {isAdding ? <PipelineForm pipeline={null} onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}

type PipelineSectionProps = {
  readonly pipeline: PipelineView;
  readonly others: readonly PipelineView[];
  readonly mayManage: boolean;
};

function PipelineSection({ pipeline, others, mayManage }: PipelineSectionProps) {
  const update = usePipelineWrite(pipelines.update);
  const [asked, setAsked] = useState<'rename' | 'remove' | null>(null);
  const makeDefault = async () => {
    try {
      await update.mutateAsync({
        params: { id: pipeline.id },
        version: pipeline.version,
        body: { isDefault: true },
      });
      notifyDone({ message: `New deals begin in ${pipeline.name}` });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  const close = () => setAsked(null);
  return (
    <Section
      title={pipeline.name}
      note={pipeline.isDefault ? 'New and imported deals begin here.' : undefined}
      actions={
        <>
          {pipeline.isDefault ? <Badge variant="default">Default</Badge> : null}
          {mayManage ? (
            <Menu position="bottom-end">
              <Menu.Target>
                <Button variant="default" px={8} aria-label={`More for ${pipeline.name}`}>
                  <IconDots size={16} />
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => setAsked('rename')}>Rename…</Menu.Item>
                {pipeline.isDefault ? null : (
                  <>
                    <Menu.Item
                      leftSection={<IconStar size={15} />}
                      onClick={() => void makeDefault()}
                    >
                      Make it the default
                    </Menu.Item>
                    <Menu.Item
                      leftSection={<IconTrash size={15} />}
                      onClick={() => setAsked('remove')}
                    >
                      Delete…
                    </Menu.Item>
                  </>
                )}
              </Menu.Dropdown>
            </Menu>
          ) : null}
        </>
      }
    >
      <StageTable pipeline={pipeline} mayManage={mayManage} />
      {asked === 'rename' ? <PipelineForm pipeline={pipeline} onClose={close} /> : null}
      {asked === 'remove' ? (
        <RemovePipelineDialog pipeline={pipeline} others={others} onClose={close} />
      ) : null}
    </Section>
  );
}

function PipelineForm({
  pipeline,
  onClose,
}: {
  readonly pipeline: PipelineView | null;
  readonly onClose: () => void;
}) {
  const create = usePipelineWrite(pipelines.create);
  const update = usePipelineWrite(pipelines.update);
  const form = useRecordForm<{ name: string }>({
    initialValues: { name: pipeline?.name ?? '' },
    validate: { name: (name) => (name.trim() === '' ? 'A pipeline needs a name.' : null) },
    onSubmit: async (body) => {
      if (pipeline === null) await create.mutateAsync({ body });
      else {
        const { id, version } = pipeline;
        await update.mutateAsync({ params: { id }, version, body });
      }
      notifyDone({ message: pipeline ? `Renamed to ${body.name}` : `Pipeline ${body.name} added` });
      onClose();
    },
  });
  return (
    <FormModal
      opened
      title={pipeline ? pipeline.name : 'New pipeline'}
      submitLabel={pipeline ? 'Rename' : 'Add pipeline'}
      form={form}
      onClose={onClose}
    >
      <TextField
        label="Name"
        required
        autoFocus
        placeholder="Follow-on work, Partners, Tenders …"
        {...(pipeline ? {} : { description: 'It begins with the stages of the default pipeline.' })}
        {...form.field('name')}
      />
    </FormModal>
  );
}
