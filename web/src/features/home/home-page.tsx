import { useSession } from '../../lib/session.ts';
import { Page } from '../../ui/page/page.tsx';
import { ContactsDuePanel } from '../agreements/components/contacts-due-panel.tsx';
import { StrategyFlagsPanel } from '../goal-matrix/components/strategy-flags-panel.tsx';
import { WarningsPanel } from '../starvation/components/warnings-panel.tsx';
import { WinsPanel } from '../wins/components/wins-panel.tsx';
import { Checklist } from './components/checklist.tsx';
import styles from './components/home.module.css';
import { MyTasks } from './components/my-tasks.tsx';
import { greeting } from './model.ts';

/** The start page: what to do first, then where the day's work is. */
export function HomePage() {
  const { user } = useSession();
  return (
    <Page title="Home">
      <div className={styles['column']}>
        <p className={styles['greeting']}>{greeting(new Date().getHours(), user.name)}</p>
        <Checklist />
        <WarningsPanel />
        <ContactsDuePanel isMine />
        <MyTasks />
        <WinsPanel />
        <StrategyFlagsPanel />
      </div>
    </Page>
  );
}
