import type { WorkspaceView } from '@evenkeel/contract/workspaces';
import { type FileEndingRule, readEndings } from '@evenkeel/core/files/file-types';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { FormFrame } from '../../../ui/form/form-frame.tsx';
import { TextAreaField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { useWorkspaceUpdate } from '../api.ts';

const rules: readonly { readonly value: FileEndingRule; readonly label: string }[] = [
  { value: 'refuse', label: 'Everything but these' },
  { value: 'only', label: 'Only these' },
];

type Values = { rule: FileEndingRule | null; endings: string };

/** Which types of file people may add, beside how large one may be. */
export function FileTypesForm({ workspace }: { readonly workspace: WorkspaceView }) {
  const update = useWorkspaceUpdate();
  const form = useRecordForm<Values>({
    initialValues: { rule: workspace.fileEndingsRule, endings: workspace.fileEndings.join(', ') },
    validate: {
      endings: (text) =>
        readEndings(text) === null ? 'Write endings such as pdf, docx, zip.' : null,
    },
    onSubmit: async ({ rule, endings }) => {
      const body = {
        ...(rule === null ? {} : { fileEndingsRule: rule }),
        fileEndings: [...(readEndings(endings) ?? [])],
      };
      await update.mutateAsync({ body, version: workspace.version });
      notifyDone({ message: 'File types saved' });
    },
  });
  return (
    <FormFrame form={form} submitLabel="Save file types">
      <ChoiceField label="Files taken" required choices={rules} {...form.field('rule')} />
      <TextAreaField
        label="Endings"
        description="By the ending of a file's name, with blanks or commas between them."
        {...form.field('endings')}
      />
    </FormFrame>
  );
}
