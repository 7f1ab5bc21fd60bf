import { type AnalysisBoardView, analysisBoards } from '@evenkeel/contract/analysis';
import { Menu } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconCopy } from '@tabler/icons-react';
import { useMay } from '../../../lib/session.ts';
import { useOpen } from '../../../ui/navigation/use-open.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { RecordMenu } from '../../../ui/record/record-menu.tsx';
import { useAnalysisWrite } from '../api.ts';
import { told } from '../told.ts';

type BoardMenuProps = {
  readonly board: AnalysisBoardView;
  readonly save: (change: { isArchived: boolean }) => Promise<void>;
};

/** What is done to a board as a whole: copied, archived, moved to the trash. */
export function BoardMenu({ board, save }: BoardMenuProps) {
  const copy = useAnalysisWrite(analysisBoards.copy);
  const remove = useAnalysisWrite(analysisBoards.remove);
  const restore = useAnalysisWrite(analysisBoards.restore);
  const mayWrite = useMay('write');
  const open = useOpen();
  const params = { id: board.id };
  const isArchived = board.archivedAt !== null;
  const archive = () =>
    told(async () => {
      await save({ isArchived: !isArchived });
      notifyDone({
        message: isArchived ? `${board.name} is in use again` : `${board.name} archived`,
        undo: async () => void (await told(() => save({ isArchived }))),
      });
    });
  const makeCopy = () =>
    told(async () => {
      const made = await copy.mutateAsync({ params, body: { name: `${board.name}, copy` } });
      open(`/analysis/${made.id}`);
      notifyDone({ message: 'Copied, with its insights' });
    });
  return (
    <RecordMenu
      record={{
        name: board.name,
        deletedAt: board.deletedAt,
        href: `/analysis/${board.id}`,
        listHref: '/analysis',
        remove: () => remove.mutateAsync({ params }),
        restore: () => restore.mutateAsync({ params }),
      }}
      mayWrite={mayWrite}
    >
      <Menu.Item leftSection={<IconCopy size={15} />} onClick={() => void makeCopy()}>
        Copy
      </Menu.Item>
      <Menu.Item
        leftSection={isArchived ? <IconArchiveOff size={15} /> : <IconArchive size={15} />}
        onClick={() => void archive()}
      >
        {isArchived ? 'Use again' : 'Archive'}
      </Menu.Item>
    </RecordMenu>
  );
}
