import { Button } from '@mantine/core';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { LoadingState } from '../../ui/states/loading-state.tsx';
import { NoPermissionState } from '../../ui/states/no-permission-state.tsx';
import { NotFoundState } from '../../ui/states/not-found-state.tsx';
import styles from './gallery.module.css';

export function StatesPart() {
  const here = '/gallery.html?part=states';
  return (
    <Page
      title="States"
      breadcrumbs={[{ label: 'Kit', href: '/gallery.html' }]}
      tabs={[
        { label: 'All', href: here, active: true, count: 5 },
        { label: 'Overview', href: `${here}&tab=2`, active: false },
      ]}
    >
      <div className={styles['tiles']}>
        <Section title="Empty" framed>
          <EmptyState title="No initiatives yet" actions={<Button>New initiative</Button>}>
            An initiative is own work that serves the firm’s own strategy. Begin with the goal it is
            for.
          </EmptyState>
        </Section>
        <Section title="Error" framed>
          <ErrorState
            title="The deals could not be loaded"
            onRetry={() => undefined}
            requestId="01JD-7F3A"
          />
        </Section>
        <Section title="No permission" framed>
          <NoPermissionState what="see the rate card" />
        </Section>
        <Section title="Not found" framed>
          <NotFoundState what="This deal" backHref="/deals" backLabel="All deals" />
        </Section>
        <Section title="Loading" framed>
          <LoadingState what="deals" />
        </Section>
        <Section title="Loading a record" framed>
          <LoadingState what="deal" shape="record" />
        </Section>
      </div>
    </Page>
  );
}
