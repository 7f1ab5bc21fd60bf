import { Button, Menu } from '@mantine/core';
import { IconDots, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { problemOf } from '../form/problem.ts';
import { useOpen } from '../navigation/use-open.ts';
import { notifyDone, notifyFailed } from '../notify/notify.tsx';

type TrashedRecord = {
  readonly name: string;
  readonly deletedAt: string | null;
  readonly href: string;
  /** Where the reader is left when the record is gone. */
  readonly listHref: string;
  readonly remove: () => Promise<unknown>;
  readonly restore: () => Promise<unknown>;
};

type RecordMenuProps = {
  readonly record: TrashedRecord;
  readonly mayWrite: boolean;
  /** What else can be done now and then: Menu.Items. */
  readonly children?: ReactNode;
};

/** What is done to a record as a whole now and then; for one in the trash, to take it out. */
export function RecordMenu({ record, mayWrite, children }: RecordMenuProps) {
  const { putAway, takeOut } = useTrash(record);
  if (!mayWrite) return null;
  if (record.deletedAt !== null) {
    return <Button onClick={() => void takeOut()}>Take out of the trash</Button>;
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" px={8} aria-label={`More for ${record.name}`}>
          <IconDots size={16} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {children}
        <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => void putAway()}>
          Move to the trash
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Moves a record to the trash and back; says so, offers Undo, and goes where the reader looks next. */
function useTrash({ name, href, listHref, remove, restore }: TrashedRecord) {
  const open = useOpen();
  const takeOut = () =>
    told(async () => {
      await restore();
      open(href);
    });
  const putAway = () =>
    told(async () => {
      await remove();
      open(listHref);
      notifyDone({ message: `${name} moved to the trash`, undo: takeOut });
    });
  return { putAway, takeOut };
}

async function told(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    notifyFailed({ message: problemOf(thrown).title });
  }
}
