import { type ClientProjectView, projects } from '@evenkeel/contract/projects';
import { needsReason, nextStates, type ProjectState } from '@evenkeel/core/projects/state';
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { projectStateLabels } from '../../../lib/project-state.ts';
import { useMay } from '../../../lib/session.ts';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextAreaField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { RecordMenu } from '../../../ui/record/record-menu.tsx';
import { useProjectWrite } from '../api.ts';
import { useProjectActions } from '../use-project-actions.ts';
import { ProjectStateMark } from './project-state-mark.tsx';
import { useProjectTools } from './project-tools-panel.tsx';

/** The state of a client project and what can be done with it as a whole. */
export function ProjectButtons({ project }: { readonly project: ClientProjectView }) {
  const actions = useProjectActions(project);
  const mayWrite = useMay('write');
  const tools = useProjectTools(project);
  const remove = useProjectWrite(projects.remove);
  const restore = useProjectWrite(projects.restore);
  const params = { id: project.id };
  const [asked, setAsked] = useState<ProjectState | null>(null);
  const choose = (state: ProjectState) => {
    if (needsReason(state)) setAsked(state);
    else void actions.moveTo(state);
  };
  const close = () => setAsked(null);
  return (
    <>
      {mayWrite && project.deletedAt === null ? (
        <Menu>
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={14} />}>
              <ProjectStateMark state={project.state} />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {nextStates('client', project.state).map((state) => (
              <Menu.Item key={state} onClick={() => choose(state)}>
                <ProjectStateMark state={state} />
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : (
        <ProjectStateMark state={project.state} />
      )}
      <RecordMenu
        record={{
          ...project,
          href: `/client-projects/${project.id}`,
          listHref: '/client-projects',
          remove: () => remove.mutateAsync({ params }),
          restore: () => restore.mutateAsync({ params }),
        }}
        mayWrite={mayWrite}
      >
        {tools.items}
      </RecordMenu>
      {tools.dialogs}
      {asked ? <ReasonModal project={project} state={asked} onClose={close} /> : null}
    </>
  );
}

type ModalProps = { readonly project: ClientProjectView; readonly onClose: () => void };

function ReasonModal({ project, state, onClose }: ModalProps & { readonly state: ProjectState }) {
  const actions = useProjectActions(project);
  const label = projectStateLabels[state].toLowerCase();
  const form = useRecordForm({
    initialValues: { reason: '' },
    validate: { reason: (reason) => (reason.trim() === '' ? 'Say why.' : null) },
    onSubmit: async ({ reason }) => {
      await actions.changeState(state, reason);
      onClose();
    },
  });
  return (
    <FormModal
      opened
      title={`Why is ${project.name} ${label}?`}
      submitLabel={projectStateLabels[state]}
      form={form}
      onClose={onClose}
    >
      <TextAreaField label="Reason" required autoFocus {...form.field('reason')} />
    </FormModal>
  );
}
