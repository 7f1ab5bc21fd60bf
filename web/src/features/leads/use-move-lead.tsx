import { type LeadView, leads } from '@evenkeel/contract/leads';
import type { LeadState } from '@evenkeel/core/leads/qualification';
import { leadStateLabels } from '@evenkeel/core/leads/qualification';
import { type ReactNode, useState } from 'react';
import { problemOf } from '../../ui/form/problem.ts';
import { notifyDone, notifyFailed } from '../../ui/notify/notify.tsx';
import { useLeadWrite } from './api.ts';
import { DisqualifyModal } from './components/disqualify-modal.tsx';
import { QualifyModal } from './components/qualify-modal.tsx';

type Asked = { readonly lead: LeadView; readonly to: 'qualified' | 'disqualified' };

/** Moves a lead to another state, asking what that needs: a deal to make, or a reason. */
export function useMoveLead(): {
  readonly move: (lead: LeadView, to: LeadState) => void;
  readonly dialog: ReactNode;
} {
  const update = useLeadWrite(leads.update);
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const set = async (lead: LeadView, state: 'new' | 'working') => {
    const { id, version, state: before } = lead;
    try {
      const moved = await update.mutateAsync({ params: { id }, version, body: { state } });
      const undo = async () => {
        if (before !== 'new' && before !== 'working') return;
        const body = { state: before };
        await update.mutateAsync({ params: { id }, version: moved.version, body });
      };
      const message = `${lead.name}: ${leadStateLabels[state].toLowerCase()}`;
      notifyDone(before === 'disqualified' ? { message } : { message, undo });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  const move = (lead: LeadView, to: LeadState) => {
    const refusal = refusalOf(lead, to);
    if (refusal !== null) notifyFailed({ message: refusal });
    else if (to === 'new' || to === 'working') void set(lead, to);
    else setAsked({ lead, to });
  };
  return { move, dialog: asked ? <Dialog {...asked} onClose={close} /> : null };
}

function Dialog({ lead, to, onClose }: Asked & { readonly onClose: () => void }) {
  return to === 'qualified' ? (
    <QualifyModal lead={lead} onClose={onClose} />
  ) : (
    <DisqualifyModal lead={lead} onClose={onClose} />
  );
}

/** Why a lead cannot go there; null when it can. */
function refusalOf(lead: LeadView, to: LeadState): string | null {
  if (lead.state === 'qualified') return `${lead.name} is a deal already.`;
  const open = lead.criteria.filter(({ isMet }) => !isMet);
  if (to !== 'qualified' || open.length === 0) return null;
  return `${lead.name} is not qualified yet: ${open.map(({ name }) => name).join('; ')}.`;
}
