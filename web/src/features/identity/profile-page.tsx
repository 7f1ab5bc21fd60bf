import { settingsTabs } from '../../lib/settings-tabs.ts';
import { Page } from '../../ui/page/page.tsx';
import { EmailSection } from './components/email-section.tsx';
import { NameSection } from './components/name-section.tsx';
import { PasswordSection } from './components/password-section.tsx';
import styles from './components/profile.module.css';
import { SessionsSection } from './components/sessions-section.tsx';
import { TwoFactorSection } from './components/two-factor-section.tsx';

/** One's own login: name, address, password, two-step sign-in, the browsers one is signed in with. */
export function ProfilePage() {
  return (
    <Page title="Settings" tabs={settingsTabs('/settings/profile')}>
      <div className={styles['column']}>
        <NameSection />
        <EmailSection />
        <PasswordSection />
        <TwoFactorSection />
        <SessionsSection />
      </div>
    </Page>
  );
}
