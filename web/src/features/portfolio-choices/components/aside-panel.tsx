import type { PortfolioFactsView } from '@evenkeel/contract/portfolio-candidates';
import { Button } from '@mantine/core';
import { SidePanel } from '../../../ui/figure/side-panel.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { candidateHref } from '../model.ts';
import styles from './choice.module.css';

type AsidePanelProps = {
  readonly aside: PortfolioFactsView['aside'];
  readonly label: string;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
};

const whyWords = {
  'no-hours': 'No hours by role: say how many it takes, else it would be chosen for nothing.',
  'starts-after': 'It starts after the last month of this choice.',
} as const;

/** What is open and yet no candidate, and what to do about it. */
export function AsidePanel({ aside, label, isOpen, onToggle }: AsidePanelProps) {
  return (
    <>
      <div className={styles['foot']}>
        <Button variant="subtle" size="compact-sm" onClick={() => onToggle(true)}>
          {label}
        </Button>
      </div>
      <SidePanel
        opened={isOpen}
        onClose={() => onToggle(false)}
        title="Left aside"
        note="Open, and not among the candidates"
      >
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {aside.map((one) => (
              <tr key={one.id}>
                <td>
                  <AppLink href={candidateHref(one)}>{one.name}</AppLink>
                </td>
                <td className={styles['why']}>{whyWords[one.why]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </SidePanel>
    </>
  );
}
