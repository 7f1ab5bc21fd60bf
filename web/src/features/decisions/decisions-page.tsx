import { Page } from '../../ui/page/page.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { promiseTabs } from '../promises/api.ts';
import { useDecisions } from './api.ts';
import { DecisionList } from './components/decision-list.tsx';

/** Decisions on all projects (CL-09). */
export function DecisionsPage() {
  const found = useDecisions();
  return (
    <Page title="Decisions" layout="fill" tabs={promiseTabs('decisions')}>
      <Loaded found={found} what="the decisions">
        {({ rows }) => <DecisionList rows={rows} />}
      </Loaded>
    </Page>
  );
}
