import { Page } from '../../ui/page/page.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { promiseTabs } from '../promises/api.ts';
import { useDelayNotices } from './api.ts';
import { NoticeList } from './components/notice-list.tsx';

/** Delay notices of all client projects (B07). */
export function DelayNoticesPage() {
  const found = useDelayNotices();
  return (
    <Page title="Delay notices" layout="fill" tabs={promiseTabs('notices')}>
      <Loaded found={found} what="the delay notices">
        {({ rows }) => <NoticeList rows={rows} />}
      </Loaded>
    </Page>
  );
}
