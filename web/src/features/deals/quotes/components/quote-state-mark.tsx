import type { QuoteState } from '@evenkeel/core/deals/quote';
import { StageMark } from '../../../../ui/marks/stage-mark.tsx';
import { quoteStateLabels, quoteStateLooks } from '../model.ts';

/** What has become of a quote. */
export function QuoteStateMark({ state }: { readonly state: QuoteState }) {
  return <StageMark label={quoteStateLabels[state]} {...quoteStateLooks[state]} />;
}
