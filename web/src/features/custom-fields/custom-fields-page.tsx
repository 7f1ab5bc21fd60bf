import { type CustomFieldView, customFields } from '@evenkeel/contract/custom-fields';
import { Button } from '@mantine/core';
import { IconForms, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay } from '../../lib/session.ts';
import { settingsTabs } from '../../lib/settings-tabs.ts';
import { subjectWords } from '../../lib/subject.ts';
import type { Column } from '../../ui/data-list/column.ts';
import { DataList } from '../../ui/data-list/data-list.tsx';
import type { FilterDefinition } from '../../ui/filter-bar/filter.ts';
import { problemOf } from '../../ui/form/problem.ts';
import { notifyDone, notifyFailed } from '../../ui/notify/notify.tsx';
import { Page } from '../../ui/page/page.tsx';
import { useAdding } from '../../ui/page/use-adding.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useCustomFieldWrite, useFoundCustomFields } from './api.ts';
import { CustomFieldDialog } from './components/custom-field-dialog.tsx';
import { kindChoices, typeLabels } from './model.ts';

/** The firm's own fields on each kind of record. */
export function CustomFieldsPage() {
  const mayManage = useMay('manage');
  const found = useFoundCustomFields();
  const [opened, setOpened] = useState<CustomFieldView | null>(null);
  const [isAdding, setAdding] = useAdding('New field', mayManage);
  const button = mayManage ? (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
      New field
    </Button>
  ) : null;
  return (
    <Page
      title="Settings"
      layout="fill"
      tabs={settingsTabs('/settings/fields')}
      primary={found.data?.rows.length === 0 ? null : button}
    >
      <Loaded found={found} what="the fields">
        {({ rows }) => (
          <DataList
            noun={noun}
            rows={rows}
            columns={columns}
            filters={filters}
            rowKey={rowKey}
            rowName={rowName}
            {...(mayManage
              ? {
                  onOpenRow: setOpened,
                  bulkActions: (selected: readonly CustomFieldView[], clear: () => void) => (
                    <DeleteFields fields={selected} onDone={clear} />
                  ),
                }
              : {})}
            empty={
              <EmptyState
                icon={<IconForms size={20} stroke={1.6} />}
                title="No fields of your own yet"
                actions={button}
              >
                What you keep on accounts, contacts, deals, projects or tasks and we did not think
                of. Such a field stands on the record’s page, in its list as column and filter, and
                in the export.
              </EmptyState>
            }
          />
        )}
      </Loaded>
      {opened ? (
        <CustomFieldDialog key={opened.id} field={opened} onClose={() => setOpened(null)} />
      ) : null}
      {isAdding ? <CustomFieldDialog field={undefined} onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}

type DeleteFieldsProps = {
  readonly fields: readonly CustomFieldView[];
  readonly onDone: () => void;
};

function DeleteFields({ fields, onDone }: DeleteFieldsProps) {
  const remove = useCustomFieldWrite(customFields.remove);
  const restore = useCustomFieldWrite(customFields.restore);
  const takeAway = async () => {
    try {
      for (const { id } of fields) await remove.mutateAsync({ params: { id } });
      notifyDone({
        message: `${fields.map(({ name }) => name).join(', ')} deleted; what was written in it is kept`,
        undo: async () => {
          for (const { id } of fields) await restore.mutateAsync({ params: { id } });
        },
      });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
    onDone();
  };
  return (
    <Button variant="default" onClick={() => void takeAway()}>
      Delete
    </Button>
  );
}

const noun = { one: 'field', many: 'fields' };
const rowKey = (field: CustomFieldView) => field.id;
const rowName = (field: CustomFieldView) => field.name;

const columns: readonly Column<CustomFieldView>[] = [
  { id: 'name', label: 'Field', width: 240, grow: true, value: (field) => field.name },
  { id: 'kind', label: 'On', width: 150, value: (field) => subjectWords[field.kind].many },
  { id: 'type', label: 'Holds', width: 150, value: (field) => typeLabels[field.type] },
  {
    id: 'choices',
    label: 'Choices',
    width: 320,
    value: (field) => field.choices.map(({ name }) => name).join(', ') || null,
  },
];

const filters: readonly FilterDefinition<CustomFieldView>[] = [
  { id: 'kind', label: 'On', kind: 'choice', choices: kindChoices, value: (field) => field.kind },
];
