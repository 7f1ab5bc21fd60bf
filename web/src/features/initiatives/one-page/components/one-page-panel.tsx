import type { InitiativeChange, InitiativeView } from '@evenkeel/contract/initiatives';
import { Button, Switch } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Loaded } from '../../../../ui/states/loaded.tsx';
import { useOnePage } from '../api.ts';
import styles from './one-page.module.css';
import { OnePage } from './one-page.tsx';

type OnePagePanelProps = {
  readonly initiative: InitiativeView;
  readonly canEdit: boolean;
  readonly save: (change: InitiativeChange) => Promise<unknown>;
};

/** The one-page case with its switch for all staff, and the way to paper. */
export function OnePagePanel({ initiative, canEdit, save }: OnePagePanelProps) {
  const found = useOnePage(initiative.id);
  return (
    <>
      <div data-screen className={styles['bar']}>
        <Switch
          label="Published to all staff"
          checked={initiative.isCasePublished}
          disabled={!canEdit}
          onChange={(event) => {
            // A refusal is shown by the bar's saved note.
            void save({ isCasePublished: event.currentTarget.checked }).catch(() => undefined);
          }}
        />
        <Button
          variant="default"
          leftSection={<IconPrinter size={15} />}
          onClick={() => window.print()}
        >
          Print
        </Button>
      </div>
      <Loaded found={found} what="the case" shape="record">
        {(page) => <OnePage page={page} />}
      </Loaded>
    </>
  );
}
