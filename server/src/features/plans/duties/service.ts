export { listDuties, type PlanDuty, replaceDuties } from './repository.ts';
