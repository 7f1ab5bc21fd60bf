import { type KpiView, kpis } from '@evenkeel/contract/kpis';
import { useMay } from '../../../lib/session.ts';
import { RecordMenu } from '../../../ui/record/record-menu.tsx';
import { useKpiWrite } from '../api.ts';

/** What is done to a KPI now and then. */
export function KpiMenu({ kpi }: { readonly kpi: KpiView }) {
  const mayWrite = useMay('write');
  const remove = useKpiWrite(kpis.remove);
  const restore = useKpiWrite(kpis.restore);
  const params = { id: kpi.id };
  return (
    <RecordMenu
      record={{
        ...kpi,
        href: `/kpis/${kpi.id}`,
        listHref: `/goals/${kpi.goal.id}`,
        remove: () => remove.mutateAsync({ params }),
        restore: () => restore.mutateAsync({ params }),
      }}
      mayWrite={mayWrite}
    />
  );
}
