import { Page } from '../../ui/page/page.tsx';
import { promiseTabs } from './api.ts';
import { PromiseList } from './components/promise-list.tsx';

/** What every client was told, when, and what became of it (B08, CL-24). */
export function PromisesPage() {
  return (
    <Page title="Promises" layout="fill" tabs={promiseTabs('promises')}>
      <PromiseList of={{}} />
    </Page>
  );
}
