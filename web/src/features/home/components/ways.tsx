import { IconCircleDot, IconClock, IconColumns3, IconScale } from '@tabler/icons-react';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { Section } from '../../../ui/page/section.tsx';
import styles from './home.module.css';

const ways = [
  {
    href: '/my-work',
    label: 'My work',
    what: 'Tasks on your name, by due date',
    icon: IconCircleDot,
  },
  { href: '/time', label: 'Time', what: 'The timer and your week', icon: IconClock },
  { href: '/deals', label: 'Deals', what: 'The pipeline as list and board', icon: IconColumns3 },
  {
    href: '/balance',
    label: 'Balance',
    what: 'Client projects against initiatives',
    icon: IconScale,
  },
] as const;

/** The four places people go to every day. */
export function Ways() {
  return (
    <Section title="Go on with">
      <ul className={styles['ways']}>
        {ways.map(({ href, label, what, icon: Icon }) => (
          <li key={href}>
            <AppLink href={href} className={styles['way']}>
              <Icon size={18} stroke={1.6} aria-hidden={true} />
              <span className={styles['step-text']}>
                <span className={styles['step-title']}>{label}</span>
                <span className={styles['step-why']}>{what}</span>
              </span>
            </AppLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}
