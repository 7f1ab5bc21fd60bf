import type { BodyOf } from '@evenkeel/contract/endpoint';
import { type ImportFile, type ImportView, imports } from '@evenkeel/contract/imports';
import { useState } from 'react';
import { useSession } from '../../../lib/session.ts';
import { formatCount } from '../../../ui/format/number.ts';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { type RefusedFile, sendFiles, useImport, useImportWrite } from '../api.ts';
import { useOwnFields } from '../use-own-fields.ts';
import { DropZone } from './drop-zone.tsx';
import { FileSection } from './file-section.tsx';
import styles from './imports.module.css';
import { Notice } from './notice.tsx';
import { RefusedFiles } from './refused-files.tsx';

/** The files of an import: what each holds and where its columns go. */
export function FilesStep({ view }: { readonly view: ImportView }) {
  const { workspace } = useSession();
  const own = useOwnFields();
  const { refetch } = useImport(view.id);
  const [refused, setRefused] = useState<readonly RefusedFile[]>([]);
  const [isSending, setSending] = useState(false);
  const open = view.files.reduce((sum, { issues }) => sum + issues.length, 0);
  const changeFile = useImportWrite(imports.changeFile);
  const removeFile = useImportWrite(imports.removeFile);
  const onError = (error: Error) => notifyFailed({ message: error.message });
  const send = async (files: readonly File[]) => {
    setSending(true);
    try {
      setRefused(await sendFiles(view.id, files));
      await refetch();
    } finally {
      setSending(false);
    }
  };
  const change = (file: ImportFile, body: BodyOf<typeof imports.changeFile>) =>
    changeFile.mutate({ params: { id: view.id, fileId: file.id }, body }, { onError });

  return (
    <div className={styles['stack']}>
      <RefusedFiles files={refused} />
      {open === 0 ? null : (
        <Notice tone="warn">
          {formatCount(open, { one: 'column needs', many: 'columns need' })} your word before you
          can go on. They are marked below.
        </Notice>
      )}
      {view.files.length === 0 ? (
        <EmptyState title="No file in this import yet">Add one or several CSV files.</EmptyState>
      ) : (
        <div className={styles['stack']}>
          {view.files.map((file) => (
            <FileSection
              key={file.id}
              file={file}
              currency={workspace.currency}
              own={own}
              onKind={(kind) => change(file, { kind })}
              onColumns={(columns) =>
                change(file, {
                  columns: columns.map(({ field, dateOrder, decimalMark, scale }) => ({
                    field,
                    dateOrder,
                    decimalMark,
                    scale,
                  })),
                })
              }
              onRemove={() =>
                removeFile.mutate({ params: { id: view.id, fileId: file.id } }, { onError })
              }
            />
          ))}
        </div>
      )}
      <DropZone
        small={view.files.length > 0}
        busy={isSending}
        onFiles={(files) => void send(files)}
      />
    </div>
  );
}
