export { readServingWork } from './repository.ts';
