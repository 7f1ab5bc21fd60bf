import { useEffect } from 'react';
import { lookAs } from '../../lib/view-as.ts';
import { LoadingState } from '../../ui/states/loading-state.tsx';

/** Begins to look with a client user's eyes in this tab: `#project:<id>` or `#member:<id>`. */
export function PortalPreviewPage() {
  useEffect(() => {
    const wanted = window.location.hash.slice(1);
    lookAs(wanted === '' ? null : wanted);
    const [kind, id = ''] = wanted.split(':');
    window.location.replace(kind === 'project' ? `/portal/projects/${id}` : '/portal');
  }, []);
  return <LoadingState />;
}
