export {
  type ActualRecord,
  deleteActual,
  latestActuals,
  listActuals,
  putActual,
  replaceInterimTargets,
} from './repository.ts';
