import { EstimatesPanel } from '../../forecasts/accuracy/components/estimates-panel.tsx';
import { timeTabs } from '../time-tabs.ts';

/** How estimates turned out, beside the hours they are held against (IN-07). */
export function EstimatesPage() {
  return <EstimatesPanel tabs={timeTabs('estimates')} />;
}
