import { formatNumber } from '../format/number.ts';
import { AppLink } from '../navigation/app-link.tsx';
import { useOffAddress } from '../navigation/off-address.ts';
import styles from './page.module.css';

/** A view of the page with its own address. */
export type PageTab = {
  readonly label: string;
  readonly href: string;
  readonly active: boolean;
  readonly count?: number;
};

/** Links that look like tabs: each has an address, so back and reload work. */
export function PageTabs({ tabs }: { readonly tabs: readonly PageTab[] }) {
  const isOff = useOffAddress();
  return (
    <nav className={styles['tabs']} aria-label="Views" data-screen>
      {tabs
        .filter(({ href }) => !isOff(href))
        .map((tab) => (
          <AppLink
            key={tab.href}
            href={tab.href}
            className={styles['tab']}
            aria-current={tab.active ? 'page' : undefined}
          >
            {tab.label}
            {tab.count === undefined ? null : (
              <span className={styles['tab-count']}>{formatNumber(tab.count)}</span>
            )}
          </AppLink>
        ))}
    </nav>
  );
}
