import { addressOf } from '@evenkeel/contract/endpoint';
import { projectExports } from '@evenkeel/contract/project-exports';
import { projects } from '@evenkeel/contract/projects';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { ProjectId } from '@evenkeel/core/id';
import type { ProjectKind } from '@evenkeel/core/projects/template';
import { Menu } from '@mantine/core';
import { IconCopy, IconFileExport, IconFileImport, IconTemplate } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay } from '../../../lib/session.ts';
import { SwitchField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { useOpen } from '../../../ui/navigation/use-open.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { TryScenarioItem } from '../../balance/scenarios/components/try-scenario-link.tsx';
import { useProjectWrite } from '../api.ts';

type CopiedProject = {
  readonly id: ProjectId;
  readonly kind: ProjectKind;
  readonly name: string;
};

/** Items for the menu of a project of either kind, and the dialogs that they open (PM-12, U21). */
export function useProjectTools(project: CopiedProject) {
  const mayWrite = useMay('write');
  const mayManage = useMay('manage');
  const [asked, setAsked] = useState<'copy' | 'template' | null>(null);
  const open = useOpen();
  const close = () => setAsked(null);
  return {
    items: (
      <>
        {mayWrite ? (
          <Menu.Item leftSection={<IconCopy size={15} />} onClick={() => setAsked('copy')}>
            Copy…
          </Menu.Item>
        ) : null}
        <TryScenarioItem facts={{ kind: 'delay-project', projectId: project.id, weeks: 4 }} />
        <Menu.Item
          component="a"
          href={addressOf(projectExports.microsoftProject.path, { params: { id: project.id } })}
          download
          leftSection={<IconFileExport size={15} />}
        >
          Export to Microsoft Project
        </Menu.Item>
        {mayManage ? (
          <Menu.Item
            leftSection={<IconFileImport size={15} />}
            onClick={() =>
              open(`/import/tasks?project=${encodeURIComponent(JSON.stringify(project.id))}`)
            }
          >
            Import tasks…
          </Menu.Item>
        ) : null}
        {mayManage ? (
          <Menu.Item leftSection={<IconTemplate size={15} />} onClick={() => setAsked('template')}>
            Save as a template…
          </Menu.Item>
        ) : null}
      </>
    ),
    dialogs: (
      <>
        {asked === 'copy' ? <CopyModal project={project} onClose={close} /> : null}
        {asked === 'template' ? <TemplateModal project={project} onClose={close} /> : null}
      </>
    ),
  };
}

type ModalProps = { readonly project: CopiedProject; readonly onClose: () => void };

type CopyValues = { name: string; startOn: CalendarDate | null; withPeople: boolean };

function CopyModal({ project, onClose }: ModalProps) {
  const copy = useProjectWrite(projects.copy);
  const open = useOpen();
  const form = useRecordForm<CopyValues>({
    initialValues: { name: `${project.name}, copy`, startOn: null, withPeople: false },
    onSubmit: async (body) => {
      const made = await copy.mutateAsync({ params: { id: project.id }, body });
      notifyDone({ message: `Copied as ${made.name}` });
      onClose();
      open(made.kind === 'client' ? `/client-projects/${made.id}` : `/initiatives/${made.id}/plan`);
    },
  });
  return (
    <FormModal
      opened
      title={`Copy ${project.name}`}
      submitLabel="Make the copy"
      form={form}
      onClose={onClose}
    >
      <TextField label="Name" required autoFocus {...form.field('name')} />
      <DateField
        label="Start"
        description="Every day moves along, counted in working days. Without it the copy has no dates."
        {...form.field('startOn')}
      />
      <SwitchField
        label="The same people on the same tasks"
        description="Nothing is done and nothing is logged in the copy."
        {...form.field('withPeople')}
      />
    </FormModal>
  );
}

function TemplateModal({ project, onClose }: ModalProps) {
  const save = useProjectWrite(projects.saveAsTemplate);
  const open = useOpen();
  const form = useRecordForm({
    initialValues: { name: project.name },
    onSubmit: async ({ name }) => {
      const made = await save.mutateAsync({ params: { id: project.id }, body: { name } });
      notifyDone({ message: `Template ${made.name} saved` });
      onClose();
      open(`/templates/${made.id}`);
    },
  });
  return (
    <FormModal
      opened
      title="Save as a template"
      submitLabel="Save template"
      form={form}
      onClose={onClose}
    >
      <TextField
        label="Name"
        description="Phases, tasks, checklists and what waits for what, with relative days and hours; nobody is on them."
        required
        autoFocus
        {...form.field('name')}
      />
    </FormModal>
  );
}
