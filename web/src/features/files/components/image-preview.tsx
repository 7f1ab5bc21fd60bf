import type { FileView } from '@evenkeel/contract/files';
import { Button, Modal } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useReturnFocus } from '../../../ui/focus/use-return-focus.ts';
import { fileAddress } from '../api.ts';
import styles from './files.module.css';

type ImagePreviewProps = { readonly file: FileView; readonly onClose: () => void };

/** A picture as large as the window allows. Mount it while it is open. */
export function ImagePreview({ file, onClose }: ImagePreviewProps) {
  useReturnFocus();
  return (
    <Modal opened onClose={onClose} title={file.name} size="auto">
      <img src={fileAddress(file, true)} alt={file.name} className={styles['preview']} />
      <p className={styles['preview-bar']}>
        <Button
          component="a"
          href={fileAddress(file)}
          download={file.name}
          variant="default"
          leftSection={<IconDownload size={15} />}
        >
          Download
        </Button>
      </p>
    </Modal>
  );
}
