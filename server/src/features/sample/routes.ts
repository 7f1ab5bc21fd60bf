import { sample } from '@evenkeel/contract/sample';
import { implement } from '../../platform/http/implement.ts';
import { loadSample } from './service.ts';

export const sampleRoutes = implement(sample, {
  load: async ({ scope }) => {
    await loadSample(scope);
    return {};
  },
});
