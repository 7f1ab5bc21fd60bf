import { type TemplateView, templates } from '@evenkeel/contract/templates';
import { type ProjectKind, projectKinds } from '@evenkeel/core/projects/template';
import { Button } from '@mantine/core';
import { IconPlus, IconTemplate } from '@tabler/icons-react';
import { useMay } from '../../lib/session.ts';
import type { Column } from '../../ui/data-list/column.ts';
import { DataList } from '../../ui/data-list/data-list.tsx';
import type { FilterDefinition } from '../../ui/filter-bar/filter.ts';
import { ChoiceField } from '../../ui/form/choice-fields.tsx';
import { FormModal } from '../../ui/form/form-modal.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useRecordForm } from '../../ui/form/use-record-form.ts';
import { KindBadge, kindLabels } from '../../ui/marks/kind-badge.tsx';
import { useOpen } from '../../ui/navigation/use-open.ts';
import { Page } from '../../ui/page/page.tsx';
import { useAdding } from '../../ui/page/use-adding.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useListView } from '../saved-views/api.ts';
import { SavedViewPicker } from '../saved-views/components/saved-view-picker.tsx';
import { useAllTemplates, useTemplateWrite } from './api.ts';
import { countsOf } from './model.ts';

const noun = { one: 'template', many: 'templates' };
const rowKey = (row: TemplateView) => row.id;
const rowName = (row: TemplateView) => row.name;
const rowHref = (row: TemplateView) => `/templates/${row.id}`;

const columns: readonly Column<TemplateView>[] = [
  { id: 'name', label: 'Template', value: (row) => row.name, grow: true, width: 220 },
  {
    id: 'kind',
    label: 'Kind of work',
    value: (row) => kindLabels[row.kind],
    cell: (row) => <KindBadge kind={row.kind} />,
    width: 150,
  },
  {
    id: 'phases',
    label: 'Phases',
    value: (row) => countsOf(row.outline).phases,
    align: 'end',
    width: 84,
  },
  {
    id: 'tasks',
    label: 'Tasks',
    value: (row) => countsOf(row.outline).tasks,
    align: 'end',
    width: 84,
  },
  {
    id: 'milestones',
    label: 'Milestones',
    value: (row) => countsOf(row.outline).milestones,
    align: 'end',
    width: 100,
  },
  {
    id: 'length',
    label: 'Working days',
    value: (row) => row.outline.durationWeekdays,
    align: 'end',
    width: 120,
  },
];

const filters: readonly FilterDefinition<TemplateView>[] = [
  {
    id: 'kind',
    label: 'Kind of work',
    kind: 'choice',
    choices: projectKinds.map((kind) => ({ value: kind, label: kindLabels[kind] })),
    value: (row) => row.kind,
  },
];

/** The shapes from which projects of both kinds are made (PM-12, PM-22, ST-04). */
export function TemplatesPage() {
  const found = useAllTemplates();
  const mayManage = useMay('manage');
  const view = useListView('templates');
  const { state, setState } = view;
  const [isAdding, setAdding] = useAdding('New template', mayManage);
  const button = mayManage ? (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
      New template
    </Button>
  ) : undefined;
  return (
    <Page title="Templates" layout="fill" primary={button}>
      <Loaded found={found} what="the templates">
        {({ rows }) => (
          <DataList
            noun={noun}
            rows={rows}
            columns={columns}
            filters={filters}
            rowKey={rowKey}
            rowName={rowName}
            rowHref={rowHref}
            state={state}
            onStateChange={setState}
            exportName="templates"
            toolbarStart={<SavedViewPicker view={view} />}
            empty={
              <EmptyState
                icon={<IconTemplate size={20} stroke={1.6} />}
                title="No templates yet"
                actions={button}
              >
                A template is a proven way to work: phases, tasks and milestones with relative days.
                Make one here, or save any project as one.
              </EmptyState>
            }
          />
        )}
      </Loaded>
      {isAdding ? <NewTemplateModal onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}

type Values = { name: string; kind: ProjectKind | null };

function NewTemplateModal({ onClose }: { readonly onClose: () => void }) {
  const create = useTemplateWrite(templates.create);
  const open = useOpen();
  const form = useRecordForm<Values>({
    initialValues: { name: '', kind: 'client' },
    validate: { name: (name) => (name.trim() === '' ? 'A template needs a name.' : null) },
    onSubmit: async ({ name, kind }) => {
      const outline = {
        durationWeekdays: 60,
        phases: [{ name: 'First phase', startShare: 0, endShare: 10_000, tasks: [] }],
      };
      const body = { name, kind: kind ?? 'client', outline };
      const made = await create.mutateAsync({ body });
      onClose();
      open(`/templates/${made.id}`);
    },
  });
  return (
    <FormModal
      opened
      title="New template"
      submitLabel="Create template"
      form={form}
      onClose={onClose}
    >
      <TextField label="Name" required autoFocus {...form.field('name')} />
      <ChoiceField label="Kind of work" required choices={kinds} {...form.field('kind')} />
    </FormModal>
  );
}

const kinds = projectKinds.map((kind) => ({ value: kind, label: kindLabels[kind] }));
