import { type FileView, files } from '@evenkeel/contract/files';
import { previewKindOf } from '@evenkeel/core/files/preview-kind';
import { instant } from '@evenkeel/core/instant';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconDownload, IconFile, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { problemOf } from '../../../ui/form/problem.ts';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { formatBytes } from '../../../ui/format/bytes.ts';
import { TimeAgo } from '../../../ui/marks/values.tsx';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { fileAddress, useFileWrite } from '../api.ts';
import styles from './files.module.css';

type FileLineProps = {
  readonly file: FileView;
  readonly mayWrite: boolean;
  /** Shows what can be shown in place. */
  readonly onShow: (file: FileView) => void;
};

/** A file in the list: its name to look at it or keep it by, who added it, how large it is. */
export function FileLine({ file, mayWrite, onShow }: FileLineProps) {
  const [isRenaming, setRenaming] = useState(false);
  const isImage = file.imageType !== null;
  const isShown = previewKindOf(file) !== null;
  return (
    <li className={styles['file']}>
      {isImage ? (
        <img src={fileAddress(file, true)} alt="" loading="lazy" className={styles['thumbnail']} />
      ) : (
        <IconFile size={16} stroke={1.6} className={styles['icon'] ?? ''} aria-hidden />
      )}
      {isShown ? (
        <button type="button" className={styles['name']} onClick={() => onShow(file)}>
          {file.name}
        </button>
      ) : (
        <a href={fileAddress(file)} download={file.name} className={styles['name']}>
          {file.name}
        </a>
      )}
      <span className={styles['who']}>
        {file.author.name},{' '}
        <TimeAgo moment={file.createdAt} now={instant(new Date().toISOString())} />
      </span>
      <span className={styles['meta']}>{formatBytes(file.byteSize)}</span>
      <FileMenu file={file} mayWrite={mayWrite} onRename={() => setRenaming(true)} />
      {isRenaming ? <RenameModal file={file} onClose={() => setRenaming(false)} /> : null}
    </li>
  );
}

type FileMenuProps = {
  readonly file: FileView;
  readonly mayWrite: boolean;
  readonly onRename: () => void;
};

function FileMenu({ file, mayWrite, onRename }: FileMenuProps) {
  const remove = useFileWrite(files.remove);
  const restore = useFileWrite(files.restore);
  const params = { id: file.id };
  const takeAway = async () => {
    try {
      await remove.mutateAsync({ params });
      const undo = async () => void (await restore.mutateAsync({ params }));
      notifyDone({ message: `${file.name} moved to the trash`, undo });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          className={styles['more'] ?? ''}
          aria-label={`More for ${file.name}`}
        >
          <IconDots size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component="a"
          href={fileAddress(file)}
          download={file.name}
          leftSection={<IconDownload size={15} />}
        >
          Download
        </Menu.Item>
        {mayWrite ? (
          <>
            <Menu.Item leftSection={<IconPencil size={15} />} onClick={onRename}>
              Rename
            </Menu.Item>
            <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => void takeAway()}>
              Move to the trash
            </Menu.Item>
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}

function RenameModal({ file, onClose }: { readonly file: FileView; readonly onClose: () => void }) {
  const update = useFileWrite(files.update);
  const form = useRecordForm({
    initialValues: { name: file.name },
    onSubmit: async (body) => {
      await update.mutateAsync({ params: { id: file.id }, version: file.version, body });
      onClose();
    },
  });
  return (
    <FormModal opened title="Rename the file" submitLabel="Rename" form={form} onClose={onClose}>
      <TextField label="Name" required autoFocus {...form.field('name')} />
    </FormModal>
  );
}
