import type { PortalAmountsView } from '@evenkeel/contract/portal/amounts';
import type { ProjectId } from '@evenkeel/core/id';
import { portalPageWords } from '@evenkeel/core/words/portal-pages';
import { usePortalWords } from '../portal-context.ts';
import { PortalLoaded } from '../portal-loaded.tsx';
import { PortalProjectPage } from '../portal-project.tsx';
import { usePortalFormats } from '../use-formats.ts';
import styles from './amounts.module.css';
import { usePortalAmounts } from './api.ts';

/** Price and hours, as far as the firm shows them. */
export function PortalAmountsPage() {
  return (
    <PortalProjectPage section="amounts">
      {({ id }) => <Amounts projectId={id} />}
    </PortalProjectPage>
  );
}

function Amounts({ projectId }: { readonly projectId: ProjectId }) {
  const found = usePortalAmounts(projectId);
  return <PortalLoaded found={found}>{(amounts) => <Sheet amounts={amounts} />}</PortalLoaded>;
}

function Sheet({ amounts }: { readonly amounts: PortalAmountsView }) {
  const words = usePortalWords(portalPageWords);
  const { money, hours, percent } = usePortalFormats();
  const { price, budgetedMinutes: budgeted, usedMinutes: used, currency } = amounts;
  const lines = [
    ...(price === null ? [] : [[words('price'), money(price, currency)]]),
    ...(budgeted === null ? [] : [[words('budgetedHours'), hours(budgeted)]]),
    ...(used === null ? [] : [[words('usedHours'), hours(used)]]),
  ];
  const share = budgeted && used !== null ? (used * 10_000) / budgeted : null;
  return (
    <>
      <dl className={styles['sheet']}>
        {lines.map(([label, value]) => (
          <div key={label} className={styles['line']}>
            <dt>{label}</dt>
            <dd className={styles['value']}>{value}</dd>
          </div>
        ))}
      </dl>
      {share === null ? null : (
        <>
          <div className={styles['bar']} aria-hidden>
            <div className={styles['used']} style={{ width: `${Math.min(100, share / 100)}%` }} />
          </div>
          <p className={styles['note']}>{words('hoursLeft', { share: percent(share) })}</p>
        </>
      )}
    </>
  );
}
