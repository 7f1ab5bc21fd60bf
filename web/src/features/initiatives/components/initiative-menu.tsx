import { type InitiativeView, initiatives } from '@evenkeel/contract/initiatives';
import { Menu } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useMay } from '../../../lib/session.ts';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { RecordMenu } from '../../../ui/record/record-menu.tsx';
import { useProjectTools } from '../../projects/components/project-tools-panel.tsx';
import { useInitiativeWrite } from '../api.ts';

/** What is done to an initiative now and then. */
export function InitiativeMenu({ initiative }: { readonly initiative: InitiativeView }) {
  const remove = useInitiativeWrite(initiatives.remove);
  const restore = useInitiativeWrite(initiatives.restore);
  const mayWrite = useMay('write');
  const params = { id: initiative.id };
  const canStart = ['considered', 'proposed', 'approved'].includes(initiative.state);
  const tools = useProjectTools({ ...initiative, kind: 'initiative' });
  return (
    <>
      <RecordMenu
        record={{
          ...initiative,
          href: `/initiatives/${initiative.id}`,
          listHref: '/initiatives',
          remove: () => remove.mutateAsync({ params }),
          restore: () => restore.mutateAsync({ params }),
        }}
        mayWrite={mayWrite}
      >
        {canStart ? (
          <Menu.Item
            component={AppLink}
            href={`/initiatives/${initiative.id}/preview`}
            leftSection={<IconEye size={15} />}
          >
            Preview what starting does
          </Menu.Item>
        ) : null}
        {tools.items}
      </RecordMenu>
      {tools.dialogs}
    </>
  );
}
