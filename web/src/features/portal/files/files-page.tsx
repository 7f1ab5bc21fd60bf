import type { ProjectId } from '@evenkeel/core/id';
import { portalPageWords } from '@evenkeel/core/words/portal-pages';
import { IconDownload, IconFile } from '@tabler/icons-react';
import { StateBlock } from '../../../ui/states/state-block.tsx';
import { usePortal, usePortalWords } from '../portal-context.ts';
import { PortalLoaded } from '../portal-loaded.tsx';
import { PortalPart } from '../portal-part.tsx';
import { PortalProjectPage } from '../portal-project.tsx';
import { usePortalFormats } from '../use-formats.ts';
import { contentAddress, usePortalFiles } from './api.ts';
import styles from './files.module.css';

/** Files that were shared with the client. */
export function PortalFilesPage() {
  return (
    <PortalProjectPage section="files">{({ id }) => <Files projectId={id} />}</PortalProjectPage>
  );
}

function Files({ projectId }: { readonly projectId: ProjectId }) {
  const found = usePortalFiles(projectId);
  const { firm } = usePortal();
  const words = usePortalWords(portalPageWords);
  const formats = usePortalFormats();
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
                <li key={file.id}>
                  <a className={styles['file']} href={contentAddress(file.id)} download={file.name}>
                    <IconFile size={18} stroke={1.6} aria-hidden />
                    <span className={styles['name']}>
                      {file.name}
                      <span className={styles['note']}>
                        {[
                          formats.size(file.byteSize),
                          formats.moment(file.createdAt),
                          words('from', { name: file.author || firm.name }),
                          ...(file.about ? [words('on', { name: file.about })] : []),
                        ].join(' · ')}
                      </span>
                    </span>
                    <IconDownload size={18} stroke={1.6} aria-label={words('download')} />
                  </a>
                </li>
              ))}
            </ul>
          </PortalPart>
        )
      }
    </PortalLoaded>
  );
}
