export { accountNames, contactNames } from './repository.ts';
