import type { PortalFile } from '@evenkeel/contract/portal/files';
import { previewKindOf } from '@evenkeel/core/files/preview-kind';
import type { ProjectId } from '@evenkeel/core/id';
import { portalPageWords } from '@evenkeel/core/words/portal-pages';
import { Button } from '@mantine/core';
import { IconDownload, IconFile, IconFileZip, IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import { StateBlock } from '../../../ui/states/state-block.tsx';
import { usePortal, usePortalWords } from '../portal-context.ts';
import { PortalLoaded } from '../portal-loaded.tsx';
import { PortalPart } from '../portal-part.tsx';
import { PortalProjectPage } from '../portal-project.tsx';
import { usePortalFormats } from '../use-formats.ts';
import { contentAddress, exportAddress, usePortalFiles } from './api.ts';
import styles from './files.module.css';
import { PortalFilePreview } from './portal-file-preview.tsx';

/** Files that were shared with the client. */
export function PortalFilesPage() {
  return (
    <PortalProjectPage section="files">
      {({ id }) => (
        <>
          <Files projectId={id} />
          <TakeAlong projectId={id} />
        </>
      )}
    </PortalProjectPage>
  );
}

function Files({ projectId }: { readonly projectId: ProjectId }) {
  const found = usePortalFiles(projectId);
  const words = usePortalWords(portalPageWords);
  const [shown, setShown] = useState<PortalFile | null>(null);
  return (
    <PortalLoaded found={found}>
      {({ rows }) =>
        rows.length === 0 ? (
          <StateBlock icon={<IconFile size={20} stroke={1.6} />} title={words('filesEmpty')}>
            <p>{words('filesEmptyHint')}</p>
          </StateBlock>
        ) : (
          <PortalPart title={words('files')}>
            <ul className={styles['list']}>
              {rows.map((file) => (
                <FileLine key={file.id} file={file} onShow={() => setShown(file)} />
              ))}
            </ul>
            {shown ? <PortalFilePreview file={shown} onClose={() => setShown(null)} /> : null}
          </PortalPart>
        )
      }
    </PortalLoaded>
  );
}

type FileLineProps = { readonly file: PortalFile; readonly onShow: () => void };

/** What can be shown in place opens by its name; everything can be kept. */
function FileLine({ file, onShow }: FileLineProps) {
  const { firm } = usePortal();
  const words = usePortalWords(portalPageWords);
  const formats = usePortalFormats();
  const address = contentAddress(file.id);
  const facts = [
    formats.size(file.byteSize),
    formats.moment(file.createdAt),
    words('from', { name: file.author || firm.name }),
    ...(file.about ? [words('on', { name: file.about })] : []),
  ].join(' · ');
  const face = (
    <>
      {file.imageType === null ? (
        <IconFile size={18} stroke={1.6} aria-hidden />
      ) : (
        <IconPhoto size={18} stroke={1.6} aria-hidden />
      )}
      <span className={styles['name']}>
        {file.name}
        <span className={styles['note']}>{facts}</span>
      </span>
    </>
  );
  return (
    <li className={styles['file']} id={file.id}>
      {previewKindOf(file) === null ? (
        <a className={styles['open']} href={address} download={file.name}>
          {face}
        </a>
      ) : (
        <button type="button" className={styles['open']} onClick={onShow}>
          {face}
        </button>
      )}
      <a
        className={styles['keep']}
        href={address}
        download={file.name}
        aria-label={`${words('download')}: ${file.name}`}
      >
        <IconDownload size={18} stroke={1.6} aria-hidden />
      </a>
    </li>
  );
}

/** Everything in one archive. A preview has no rights of its own with which a link could be followed. */
function TakeAlong({ projectId }: { readonly projectId: ProjectId }) {
  const { isPreview } = usePortal();
  const words = usePortalWords(portalPageWords);
  if (isPreview) return null;
  return (
    <div className={styles['take-along']}>
      <Button
        component="a"
        variant="default"
        href={exportAddress(projectId)}
        download
        leftSection={<IconFileZip size={16} stroke={1.6} aria-hidden />}
      >
        {words('export')}
      </Button>
      <span className={styles['note']}>{words('exportHint')}</span>
    </div>
  );
}
