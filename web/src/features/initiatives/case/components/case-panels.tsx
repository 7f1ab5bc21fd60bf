import type { ProjectId } from '@evenkeel/core/id';
import { Loaded } from '../../../../ui/states/loaded.tsx';
import { useInitiativeCase } from '../api.ts';
import { AssumptionsSection } from './assumptions-section.tsx';
import { BenefitsSection } from './benefits-section.tsx';
import styles from './case.module.css';
import { CostsSection } from './costs-section.tsx';
import { StakeholdersSection } from './stakeholders-section.tsx';

type CasePanelProps = { readonly projectId: ProjectId; readonly canEdit: boolean };

/** What an initiative brings and what it costs. */
export function MoneyPanel({ projectId, canEdit }: CasePanelProps) {
  const found = useInitiativeCase(projectId);
  return (
    <Loaded found={found} what="benefits and costs" shape="record">
      {(whole) => (
        <div className={styles['column']}>
          <BenefitsSection projectId={projectId} found={whole} canEdit={canEdit} />
          <CostsSection projectId={projectId} found={whole} canEdit={canEdit} />
          <AssumptionsSection
            projectId={projectId}
            assumptions={whole.assumptions}
            canEdit={canEdit}
          />
        </div>
      )}
    </Loaded>
  );
}

/** Whom an initiative touches. */
export function StakeholdersPanel({ projectId, canEdit }: CasePanelProps) {
  const found = useInitiativeCase(projectId);
  return (
    <Loaded found={found} what="the stakeholders" shape="record">
      {(whole) => (
        <div className={styles['column']}>
          <StakeholdersSection
            projectId={projectId}
            stakeholders={whole.stakeholders}
            canEdit={canEdit}
          />
        </div>
      )}
    </Loaded>
  );
}
