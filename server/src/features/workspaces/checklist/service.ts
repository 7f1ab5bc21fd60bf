export { hideChecklist, readChecklist } from './repository.ts';
