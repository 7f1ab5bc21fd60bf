import { Button } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useMay } from '../../lib/session.ts';
import { settingsTabs } from '../../lib/settings-tabs.ts';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { useAdding } from '../../ui/page/use-adding.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useApiTokens } from './api.ts';
import { NewTokenModal } from './components/new-token-modal.tsx';
import { TokenList } from './components/token-list.tsx';

/** Tokens with which programs act in one's name. */
export function ApiTokensPage() {
  const [isMaking, setIsMaking] = useAdding('New API token', true);
  const mayAdminister = useMay('administer');
  const tokens = useApiTokens();
  const make = () => setIsMaking(true);
  const isEmpty = tokens.data?.rows.length === 0;
  const button = (
    <Button leftSection={<IconPlus size={16} />} onClick={make}>
      New token
    </Button>
  );
  return (
    <Page
      title="Settings"
      tabs={settingsTabs('/settings/api-tokens')}
      primary={isEmpty ? null : button}
    >
      <Loaded found={tokens} what="the tokens">
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState
              icon={<IconKey size={20} stroke={1.6} />}
              title="No API tokens"
              actions={button}
            >
              <p>
                With a token a program of yours works with Evenkeel in your name. What it can call
                stands in the <a href="/api/openapi.json">API description</a>.
              </p>
            </EmptyState>
          ) : (
            <Section
              title="API tokens"
              note={mayAdminister ? 'Of everybody in this workspace.' : 'Yours.'}
            >
              <TokenList tokens={rows} />
            </Section>
          )
        }
      </Loaded>
      {isMaking ? <NewTokenModal onClose={() => setIsMaking(false)} /> : null}
    </Page>
  );
}
