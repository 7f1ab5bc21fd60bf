import { type DealView, deals } from '@evenkeel/contract/deals';
import type { RoleId } from '@evenkeel/core/id';
import { EffortField } from '../../../ui/form/number-fields.tsx';
import { EffortText } from '../../../ui/marks/values.tsx';
import { RolePicker } from '../../people/components/role-picker.tsx';
import { useDealWrite } from '../api.ts';
import { EditableLines } from './editable-lines.tsx';

type Line = { readonly roleId: RoleId | null; readonly minutes: number | null };
type Full = { readonly roleId: RoleId; readonly minutes: number };

/** The hours a deal sells, by role. Mount it anew when other hours are saved, and only then. */
export function DealDemand({ deal, mayWrite }: { deal: DealView; mayWrite: boolean }) {
  const setDemand = useDealWrite(deals.setDemand);
  return (
    <EditableLines<Line>
      saved={deal.demand.map(({ roleId, minutes }) => ({ roleId, minutes }))}
      blank={{ roleId: null, minutes: null }}
      noun="role"
      layout="hours"
      mayWrite={mayWrite}
      savedMessage="Hours saved"
      onSave={(lines) =>
        setDemand.mutateAsync({ params: { id: deal.id }, body: { lines: fullLines(lines) } })
      }
      total={(lines) => (
        <>
          <EffortText minutes={fullLines(lines).reduce((sum, line) => sum + line.minutes, 0)} /> in
          all
        </>
      )}
      fields={(line, change, index) => (
        <>
          <RolePicker
            label={`Role ${index + 1}`}
            disabled={!mayWrite}
            value={line.roleId}
            onChange={(roleId) => change({ roleId })}
          />
          <EffortField
            label={`Hours ${index + 1}`}
            disabled={!mayWrite}
            value={line.minutes}
            onChange={(minutes) => change({ minutes })}
          />
        </>
      )}
    />
  );
}

function fullLines(lines: readonly Line[]): Full[] {
  return lines.flatMap(({ roleId, minutes }) => (roleId && minutes ? [{ roleId, minutes }] : []));
}
