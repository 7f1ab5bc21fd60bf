import { type TemplateView, templates } from '@evenkeel/contract/templates';
import type { TemplateId } from '@evenkeel/core/id';
import { Button, Menu } from '@mantine/core';
import { IconCopy, IconPlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useMay } from '../../lib/session.ts';
import { useSaving } from '../../lib/use-saving.ts';
import { NumberField } from '../../ui/form/number-fields.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { formatCount } from '../../ui/format/number.ts';
import { KindBadge } from '../../ui/marks/kind-badge.tsx';
import { useOpen } from '../../ui/navigation/use-open.ts';
import { usePathParameter } from '../../ui/navigation/use-path-parameter.ts';
import { notifyDone, notifyFailed } from '../../ui/notify/notify.tsx';
import { Page } from '../../ui/page/page.tsx';
import { EditableField } from '../../ui/record/editable-field.tsx';
import { LoadedRecord } from '../../ui/record/loaded-record.tsx';
import { SavedNote } from '../../ui/record/record-layout.tsx';
import { RecordMenu } from '../../ui/record/record-menu.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { type TemplateChange, useTemplate, useTemplateWrite } from './api.ts';
import styles from './components/outline.module.css';
import { OutlinePhaseSection } from './components/outline-phase.tsx';
import { addPhase, countsOf, type Outline } from './model.ts';

const list = { label: 'Templates', href: '/templates' };
const nouns = {
  day: { one: 'working day', many: 'working days' },
  task: { one: 'task', many: 'tasks' },
  milestone: { one: 'milestone', many: 'milestones' },
};

/** One template, edited where it stands. */
export function TemplatePage() {
  // The route's parameter is whatever stands in the address; the server refuses what is no id.
  const id = usePathParameter('templateId') as TemplateId;
  const found = useTemplate(id);
  return (
    <LoadedRecord found={found} noun="template" list={list}>
      {(template) => <OpenTemplate key={id} template={template} />}
    </LoadedRecord>
  );
}

function OpenTemplate({ template }: { readonly template: TemplateView }) {
  const mayWrite = useMay('manage') && template.deletedAt === null;
  const { outline, change, save, state } = useOutline(template);
  const counts = countsOf(outline);
  return (
    <Page
      title={template.name}
      breadcrumbs={[list]}
      actions={
        <>
          <SavedNote state={state} />
          <TemplateMenu template={template} />
        </>
      }
    >
      <div className={styles['head']}>
        <KindBadge kind={template.kind} />
        <EditableField
          label="Name of the template"
          value={template.name}
          canEdit={mayWrite}
          editor={(field) => <TextField {...field} />}
          onSave={(name) => save({ name })}
        >
          {template.name}
        </EditableField>
        <span className={styles['head-fact']}>
          Takes
          <EditableField<number | null>
            label="Working days that it takes"
            value={outline.durationWeekdays}
            canEdit={mayWrite}
            editor={(field) => <NumberField whole minimum={1} maximum={5_000} {...field} />}
            onSave={async (days) => {
              if (days !== null) change({ ...outline, durationWeekdays: days });
            }}
          >
            {formatCount(outline.durationWeekdays, nouns.day)}
          </EditableField>
        </span>
        <span className={styles['head-fact']}>
          {formatCount(counts.tasks, nouns.task)}, {formatCount(counts.milestones, nouns.milestone)}
        </span>
      </div>
      <p className={styles['note']}>
        Days count from the start of the project and stretch with its length. Hours stand when
        nothing was sold; sold hours of a role are shared among its tasks by the share.
      </p>
      {outline.phases.length === 0 ? (
        <EmptyState title="No phases yet">
          A phase groups the tasks that lead up to a milestone.
        </EmptyState>
      ) : (
        <div className={styles['outline']}>
          <OutlineColumns />
          {outline.phases.map((phase, index) => (
            <OutlinePhaseSection
              // A phase has no identity but its place.
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              key={index}
              {...{ outline, phase, index, mayWrite }}
              onChange={change}
            />
          ))}
        </div>
      )}
      {mayWrite ? (
        <Button
          variant="subtle"
          leftSection={<IconPlus size={15} />}
          onClick={() => change(addPhase(outline))}
        >
          Add a phase
        </Button>
      ) : null}
    </Page>
  );
}

/** The outline as it is edited: shown at once, saved one change after the other, put back if refused. */
function useOutline(template: TemplateView) {
  const update = useTemplateWrite(templates.update);
  const [outline, setOutline] = useState<Outline>(template.outline);
  const { save, state } = useSaving<TemplateChange>(template.version, (body, version) =>
    update.mutateAsync({ params: { id: template.id }, version, body }),
  );
  const isSaving = state === 'saving';
  useEffect(() => {
    if (!isSaving) setOutline(template.outline);
  }, [template.outline, isSaving]);
  const change = (next: Outline) => {
    const before = outline;
    setOutline(next);
    save({ outline: next }).catch((error: unknown) => {
      setOutline(before);
      notifyFailed({ message: error instanceof Error ? error.message : 'It was not changed.' });
    });
  };
  return { outline, change, save, state };
}

/** What the columns are; each field says it again to those who do not see it. */
function OutlineColumns() {
  return (
    <div className={styles['columns']} aria-hidden>
      <span className={styles['name']}>Task</span>
      <span>Role</span>
      <span className={styles['number']}>Hours</span>
      <span className={styles['number']}>Share</span>
      <span className={styles['number']}>From day</span>
      <span className={styles['number']}>Days</span>
      <span />
    </div>
  );
}

function TemplateMenu({ template }: { readonly template: TemplateView }) {
  const mayManage = useMay('manage');
  const remove = useTemplateWrite(templates.remove);
  const restore = useTemplateWrite(templates.restore);
  const copy = useTemplateWrite(templates.copy);
  const open = useOpen();
  const params = { id: template.id };
  const makeCopy = async () => {
    try {
      const made = await copy.mutateAsync({ params, body: { name: `${template.name}, copy` } });
      open(`/templates/${made.id}`);
      notifyDone({ message: `Copied as ${made.name}` });
    } catch (error) {
      notifyFailed({ message: error instanceof Error ? error.message : 'It was not copied.' });
    }
  };
  return (
    <RecordMenu
      record={{
        ...template,
        href: `/templates/${template.id}`,
        listHref: '/templates',
        remove: () => remove.mutateAsync({ params }),
        restore: () => restore.mutateAsync({ params }),
      }}
      mayWrite={mayManage}
    >
      {mayManage ? (
        <Menu.Item leftSection={<IconCopy size={15} />} onClick={() => void makeCopy()}>
          Copy
        </Menu.Item>
      ) : null}
    </RecordMenu>
  );
}
